import { expect, it } from 'vitest';
import { openCard } from '../../modules/start/hover-mark';
import { readArticle } from '../../modules/start/read-article';
import { findCard, readHighlights, readMarks } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { demoFolder, inEachBrowser } from './in-each-browser';

const paragraph = (text: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Docker</title><p>${text}</p>`;

inEachBrowser(
  (stage) => {
    it('marks the terms of an article, and only the marks change', async () => {
      const page = await stage.openPage(`${stage.server.url}/`);
      const texts = await readArticle(page);
      expect(texts.length).toBeGreaterThanOrEqual(34);
      expect(texts).toEqual(
        expect.arrayContaining(['Docker', 'dotCloud', 'Heroku', 'Fig', 'Swarm', 'Kubernetes', 'CNCF', 'Istio', 'Rook']),
      );
      const isUntouched = await page.evaluate(async () => {
        const source = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
        return source.documentElement.outerHTML === document.documentElement.outerHTML;
      });
      expect(isUntouched).toBe(true);
    });

    it('marks a Chinese article', async () => {
      const page = await stage.openPage(`${stage.server.url}/zh.html`);
      expect(await readArticle(page)).toEqual(
        expect.arrayContaining(['容器', '虚拟机', '谷歌', '红帽', 'Docker 镜像', '容器编排', '边车', '微服务']),
      );
    });

    it('marks text that comes later', async () => {
      const page = await stage.openPage(`${stage.server.url}/later.html`);
      await waitFor(async () => (await readHighlights(page)).includes('Docker'), { what: 'a mark on the first text' });
      await page.evaluate(() => document.body.append(Object.assign(document.createElement('p'), { textContent: 'Then came Kubernetes.' })));
      await waitFor(async () => (await readHighlights(page)).includes('Kubernetes'), { what: 'a mark on the added text' });
    });

    it('works under a strict content security policy', async () => {
      const page = await stage.openPage(`${stage.server.url}/strict.html`);
      expect((await openCard({ browser: stage, page, text: 'Docker' })).name).toMatch(/^Docker/);
    });

    it('marks the text of frames and opens the card there', async () => {
      const page = await stage.openPage(`${stage.server.url}/frame.html`);
      const frame = await waitFor(() => page.frames().find((candidate) => candidate !== page.mainFrame()), { what: 'the frame' });
      await waitFor(async () => (await readHighlights(frame)).includes('Kubernetes'), { what: 'a mark in the frame' });
      const [mark] = await readMarks(frame);
      let tremor = 0;
      const card = await waitFor(
        async () => {
          tremor = 1 - tremor;
          await page.mouse.move(110 + (mark?.x ?? 0) + tremor, 110 + (mark?.y ?? 0));
          return findCard(stage, frame);
        },
        { what: 'a card in the frame' },
      );
      expect(card.name).toMatch(/^Kubernetes/);
    });

    it('holds only the marks near the viewport of a long page', async () => {
      const page = await stage.openPage(`${stage.server.url}/long.html`);
      await waitFor(async () => (await readMarks(page)).length > 0, { what: 'the first mark' });
      expect((await readMarks(page)).length).toBeLessThan(500);
      await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
      await waitFor(async () => (await readMarks(page)).some((mark) => mark.y > 0 && mark.y < 900), {
        what: 'marks at the end of the page',
      });
      expect((await readMarks(page)).length).toBeLessThan(500);
    });

    it('draws a tint where a line would slow the page down: Chromium, beyond 6,000 elements', async () => {
      const drawn = async () => [...new Set((await readMarks(page)).map(({ highlight }) => highlight))];
      const page = await stage.openPage(`${stage.server.url}/later.html`);
      await waitFor(async () => (await drawn()).join() === 'little-whale-line-light', { what: 'a line on a small page' });
      await page.evaluate(() => {
        for (let row = 0; row < 6100; row++) document.body.append(document.createElement('hr'));
        document.body.insertAdjacentHTML('beforeend', '<p>Kubernetes</p>');
        scrollTo(0, document.documentElement.scrollHeight);
      });
      const wanted = stage.kind === 'chromium' ? 'little-whale-wash-light' : 'little-whale-line-light';
      await waitFor(async () => (await readHighlights(page)).includes('Kubernetes'), { what: 'the mark at the end' });
      expect(await drawn()).toEqual([wanted]);
    });

    it.each(['drawing.svg', 'data.xml', 'empty.txt'])('leaves %s alone without an error', async (name) => {
      const page = await stage.openPage('about:blank');
      const errors: unknown[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await page.goto(`${stage.server.url}/${name}`);
      await waitFor(() => page.evaluate(() => document.readyState === 'complete'), { what: name });
      expect(errors).toEqual([]);
    });
  },
  {
    serve: {
      folder: demoFolder,
      pages: {
        '/later.html': paragraph('First there was Docker.'),
        '/strict.html': paragraph('Docker and its containers.'),
        '/frame.html': `${paragraph('Docker')}<iframe src="inner.html" style="position:fixed;left:100px;top:100px;width:600px;height:600px;border:0"></iframe>`,
        '/inner.html': paragraph('Kubernetes schedules containers.'),
        '/long.html': `${paragraph('Docker')}<main>${'<h2>On</h2><p>Docker, Kubernetes and CNCF.</p>'.repeat(3000)}</main>`,
        '/drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><text y="20">Docker</text></svg>',
        '/data.xml': '<?xml version="1.0"?><list><item>Docker</item></list>',
        '/empty.txt': '',
      },
      headers: { '/strict.html': { 'content-security-policy': "default-src 'self'; require-trusted-types-for 'script'" } },
    },
  },
);
