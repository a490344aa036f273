import { beforeAll, expect, it } from 'vitest';
import { readHighlights } from '../../modules/start/read-page';
import { type FolderServer, serveFolder } from '../../modules/start/serve-folder';
import { waitFor } from '../../modules/start/wait-for';
import { htmlPage } from '../fixtures/pages/html-page';
import { changeSettings } from './change-settings';
import { countMarks } from './count-marks';
import { inEachBrowser, pagesFolder } from './in-each-browser';
import { waitForFrame, waitForMarks } from './wait-for-marks';

const text = '<p>Docker and Kubernetes</p>';
const frames: Record<string, string> = {
  'of the same site': '<iframe src="/inner.html"></iframe>',
  srcdoc: `<iframe srcdoc="${text}"></iframe>`,
  'srcdoc in a sandbox': `<iframe sandbox="allow-scripts" srcdoc="${text}"></iframe>`,
  'sandboxed, with an address': '<iframe sandbox="allow-scripts" src="/inner.html"></iframe>',
  data: `<iframe src="data:text/html,${encodeURIComponent(text)}"></iframe>`,
  blob: `<iframe></iframe><script>document.querySelector('iframe').src = URL.createObjectURL(new Blob([${JSON.stringify(text)}], { type: 'text/html' }))</script>`,
  'about:blank, filled by its page': `<iframe></iframe><script>onload = () => (frames[0].document.body.innerHTML = ${JSON.stringify(text)})</script>`,
  'about:blank, written by its page': `<iframe></iframe><script>onload = () => { const inner = frames[0].document; inner.open(); inner.write(${JSON.stringify(text)}); inner.close(); }</script>`,
};
const pathOf = (name: string) => `/${name.replace(/\W+/g, '-')}.html`;

inEachBrowser(
  (stage) => {
    let other: FolderServer;
    beforeAll(async () => {
      await changeSettings(stage, { mentions: 'every' });
      other = await serveFolder({ folder: pagesFolder, pages: { '/inner.html': htmlPage(text) } });
      return other.close;
    });

    it.each(Object.keys(frames))('marks a frame %s', async (name) => {
      const page = await stage.openPage(stage.server.url + pathOf(name));
      const frame = await waitForFrame(page, () => true);
      await waitForMarks(frame, ['Docker', 'Kubernetes']);
    });

    it('marks a frame that may run no scripts', async () => {
      const page = await stage.openPage(`${stage.server.url}/still.html`);
      const frame = await waitForFrame(page, () => true);
      await waitFor(async () => (await countMarks(frame)) === 2, { what: 'the marks' });
    });

    it('marks a frame of another site', async () => {
      const page = await stage.openPage(`${stage.server.url}/empty.html`);
      await page.evaluate(
        (src) => document.body.append(Object.assign(document.createElement('iframe'), { src })),
        `${other.url.replace('127.0.0.1', 'localhost')}/inner.html`,
      );
      const frame = await waitForFrame(page, (candidate) => candidate.url().includes('localhost'));
      await waitForMarks(frame, ['Docker', 'Kubernetes']);
    });

    it('does nothing in a frame without text until some is there', async () => {
      const page = await stage.openPage(`${stage.server.url}/empty.html`);
      await page.evaluate(() => document.body.append(document.createElement('iframe')));
      const frame = await waitForFrame(page, () => true);
      expect(await readHighlights(frame)).toEqual([]);
      await waitFor(() => frame.evaluate(() => document.readyState === 'complete'), { what: 'the frame' });
      await frame.evaluate(() => document.body.append('Docker'));
      await waitForMarks(frame, ['Docker']);
    });
  },
  {
    serve: {
      pages: {
        '/inner.html': htmlPage(text),
        '/empty.html': htmlPage(''),
        '/still.html': htmlPage(`<iframe sandbox srcdoc="${text}"></iframe>`),
        ...Object.fromEntries(Object.entries(frames).map(([name, frame]) => [pathOf(name), htmlPage(frame)])),
      },
    },
  },
);
