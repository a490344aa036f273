import { beforeEach, expect, it } from 'vitest';
import { readMarks } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { htmlPage } from '../fixtures/pages/html-page';
import { changeSettings } from './change-settings';
import { inEachBrowser } from './in-each-browser';
import { waitForMarks } from './wait-for-marks';

const article = `
  <p>Docker, Docker and Kubernetes before any heading.</p>
  <h2>Docker in a heading</h2><p>Docker, Kubernetes, Kubernetes</p><div><p>Kubernetes</p></div>
  <h3>Another</h3><p>Docker, Docker</p>
  <article><p>Docker in an article, Docker</p><h4>Of its own</h4><p>Docker</p></article>
  <p>Docker after the article is still under the last heading of its own level.</p>`;
const firsts = ['Docker', 'Kubernetes', 'Docker', 'Kubernetes', 'Docker', 'Docker', 'Docker'];

inEachBrowser(
  (stage) => {
    beforeEach(() => changeSettings(stage, { mentions: 'first' }));

    const open = (path: string) => stage.openPage(stage.server.url + path);

    it('marks the first mention of a term in each section', async () => {
      const page = await open('/article.html');
      await waitForMarks(page, firsts);
      const [first, second] = (await readMarks(page)).filter(({ text }) => text === 'Docker');
      expect(first?.y).toBeLessThan(second?.y ?? 0);
    });

    it('marks all mentions on request, in open pages too, and takes them back', async () => {
      const page = await open('/article.html');
      await waitForMarks(page, firsts);
      await changeSettings(stage, { mentions: 'every' });
      await waitFor(async () => (await readMarks(page)).length === 14, { what: 'all mentions' });
      await changeSettings(stage, { mentions: 'first' });
      await waitForMarks(page, firsts);
    });

    it('gives a mark to the next mention when the first one goes', async () => {
      const page = await open('/two.html');
      await waitForMarks(page, ['Docker']);
      await page.evaluate(() => document.querySelector('p')?.remove());
      await waitForMarks(page, ['Docker']);
      expect(await page.evaluate(() => document.querySelectorAll('p').length)).toBe(1);
    });

    it('keeps a mark that is shown when an earlier mention comes', async () => {
      const page = await open('/two.html');
      await waitForMarks(page, ['Docker']);
      const [before] = await readMarks(page);
      await page.evaluate(() => document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'See Docker' })));
      await new Promise((later) => setTimeout(later, 600));
      const [after] = await readMarks(page);
      expect(after?.x).toBe(before?.x);
      expect(after?.y).toBeGreaterThan(before?.y ?? 0);
    });

    it('follows headings that come and go', async () => {
      const page = await open('/two.html');
      await waitForMarks(page, ['Docker']);
      await page.evaluate(() => document.querySelector('p + p')?.before(document.createElement('h2')));
      await waitForMarks(page, ['Docker', 'Docker']);
      await page.evaluate(() => document.querySelector('h2')?.remove());
      await waitForMarks(page, ['Docker']);
    });

    it('marks a mention that can be seen before one that cannot', async () => {
      const page = await open('/hidden.html');
      await waitForMarks(page, ['Docker', 'Kubernetes']);
      const boxes = (await readMarks(page)).map(({ text, width }) => ({ text, isSeen: width > 0 }));
      expect(boxes).toContainEqual({ text: 'Docker', isSeen: true });
      expect(boxes).toContainEqual({ text: 'Kubernetes', isSeen: true });
    });

    it('marks a mention that was hidden when it is shown', async () => {
      const page = await open('/closed.html');
      await waitForMarks(page, ['Kubernetes']);
      await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''));
      await waitForMarks(page, ['Kubernetes', 'Docker']);
    });

    it('begins anew with another route of the same document', async () => {
      const page = await open('/app.html');
      await waitForMarks(page, ['Docker', 'Kubernetes', 'pod']);
      await page.evaluate(() => {
        history.pushState({}, '', '/app.html?page=2');
        (document.querySelector('main') as Element).innerHTML = '<p>Kubernetes after Docker.</p><p>A pod runs on another node.</p>';
      });
      await waitForMarks(page, ['Kubernetes', 'Docker', 'pod']);
      await page.evaluate(() => {
        history.pushState({}, '', '/app.html?page=3');
        (document.querySelector('main') as Element).innerHTML = '<p>A pod runs on another node.</p>';
      });
      await waitForMarks(page, []);
    });
  },
  {
    serve: {
      pages: {
        '/article.html': htmlPage(`<main>${article}</main>`),
        '/two.html': htmlPage('<p>Docker came first.</p><p>Docker came second.</p>'),
        '/hidden.html': htmlPage('<nav style="display:none">Docker</nav><p>Docker and Kubernetes</p>'),
        '/closed.html': htmlPage('<p>Kubernetes</p><details><summary>More</summary><p>Docker</p></details>'),
        '/app.html': htmlPage('<main><p>Docker and Kubernetes.</p><p>A pod runs on another node.</p></main>', { title: 'An app' }),
      },
    },
  },
);
