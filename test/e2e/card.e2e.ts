import { expect, it } from 'vitest';
import { delays } from '../../core/hover';
import { openCard } from '../../modules/start/hover-mark';
import { readHighlights, readMarks, waitForCard, waitForNoCard } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { htmlPage } from '../fixtures/pages/html-page';
import { changeSettings } from './change-settings';
import { isThereAfter, restUntil } from './in-card';
import { demoFolder, inEachBrowser } from './in-each-browser';

const swarm = '<p>The candidate closest to home is Docker Swarm.</p>';

inEachBrowser(
  (stage) => {
    it('opens on dwell, is a dialog named after the term, and leaves nothing behind', async () => {
      const page = await stage.openPage(`${stage.server.url}/`);
      const card = await openCard({ browser: stage, page, text: 'Heroku' });
      expect(card.role).toBe('dialog');
      expect(card.name).toMatch(/^Heroku/);
      expect(card.text).toContain('2007');
      const place = await page.evaluate(() => document.querySelector('little-whale')?.parentElement?.localName);
      expect(place).toBe('html');
      await page.mouse.move(2, 2, { steps: 6 });
      await waitForNoCard(stage, page);
    });

    it('has a plain link to report an error, filled in with what it says and with nothing of the page', async () => {
      const page = await stage.openPage(`${stage.server.url}/`);
      await openCard({ browser: stage, page, text: 'Heroku' });
      const link = await waitFor(
        () => stage.inClosedRoot(page.mainFrame(), (root) => root.querySelector<HTMLAnchorElement>('.receipts a.report')?.href),
        { what: 'the link' },
      );
      const { origin, searchParams } = new URL(link);
      expect([...searchParams.keys()]).toEqual(['title', 'body']);
      expect(searchParams.get('title')).toBe('Heroku (heroku)');
      expect(searchParams.get('body')).toContain('> Then: ');
      expect(link).not.toContain(stage.server.url);
      expect(origin).not.toBe(stage.server.url);
    });

    it('opens for a pointer that arrives fast and stops dead', async () => {
      const page = await stage.openPage(`${stage.server.url}/`);
      const mark = await waitFor(async () => (await readMarks(page)).find(({ text }) => text === 'Heroku'), { what: 'the mark' });
      const middle = { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 };
      await page.bringToFront();
      await page.mouse.move(middle.x, middle.y - 60);
      await page.mouse.move(middle.x, middle.y);
      await waitForCard(stage, page);
    });

    it('opens nothing while a text is being selected over a mark, or the pointer crosses it with a button down', async () => {
      const page = await stage.openPage(`${stage.server.url}/linked.html`);
      await page.bringToFront();
      const mark = await waitFor(async () => (await readMarks(page)).find(({ text }) => text === 'Docker Swarm'), { what: 'the mark' });
      const middle = { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 };
      await page.mouse.move(mark.x - 4, middle.y);
      await page.mouse.down();
      await page.mouse.move(middle.x, middle.y, { steps: 4 });
      expect(await page.evaluate(() => String(getSelection()))).toContain('Docker');
      expect(await isThereAfter(page, 2 * delays.dwell)).toBe(false);
      await page.mouse.up();
      expect(await isThereAfter(page, 2 * delays.dwell), 'the hand still lies where it let go').toBe(false);
      await page.mouse.move(600, 500, { steps: 4 });
      await restUntil({ stage, page }, 'Docker Swarm', ['Docker Swarm']);
    });

    it('tells then, the day the page was written and now, and what it comes from, in facts that are dated', async () => {
      const page = await stage.openPage(`${stage.server.url}/linked.html`);
      await restUntil({ stage, page }, 'Docker Swarm', ['Docker Swarm']);
      const told = await stage.inClosedRoot(page.mainFrame(), (root) => {
        const list = (selector: string) => [...root.querySelectorAll(selector)].map(({ textContent }) => textContent);
        return {
          depths: list('.depths h3'),
          onThatDay: list('.depths .page p'),
          lineage: list('.lineage .term, .lineage b'),
          chapter: list('.chapter b'),
          dates: list('.events time').length,
          related: list('.related .term').length,
          sources: list('.receipts li a').length,
        };
      });
      expect(told).toEqual({
        depths: ['Then 4 Dec 2014', 'When this page was written 18 Nov 2015', 'Now '],
        onThatDay: ['Two weeks earlier: Docker 1.9 networking and Swarm 1.0. Four months earlier: Kubernetes reaches 1.0.'],
        lineage: ['Docker Swarm', 'swarm mode'],
        chapter: ['Chapter 2, Breaking the Surface'],
        dates: 3,
        related: 3,
        sources: 7,
      });
    });

    it('knows the day from the time in the article or from the address, and guesses none where the page contradicts itself', async () => {
      const page = await stage.openPage('about:blank');
      for (const [path, day] of [
        ['time', '1 Aug 2014'],
        ['2014/08/01/dated', '1 Aug 2014'],
        ['contradicting', undefined],
      ] as const) {
        await page.goto(`${stage.server.url}/${path}.html`);
        await restUntil({ stage, page }, 'Docker Swarm', ['Docker Swarm']);
        const days = await stage.inClosedRoot(page.mainFrame(), (root) => root.querySelector('.depths .page time')?.textContent);
        expect(days ?? undefined, path).toBe(day);
      }
    });

    it('stays inside the viewport, and closes on Escape', async () => {
      const page = await stage.openPage(`${stage.server.url}/`);
      for (const text of ['LXC', 'Pivotal']) {
        const { box } = await openCard({ browser: stage, page, text });
        const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
        await page.keyboard.press('Escape');
        await waitForNoCard(stage, page);
      }
    });

    it('explains after the worker was killed', async () => {
      const page = await stage.openPage(`${stage.server.url}/`);
      await waitFor(async () => (await readHighlights(page)).includes('Heroku'), { what: 'the marks' });
      await stage.inWorker(() => 'awake');
      await stage.killWorker();
      expect((await openCard({ browser: stage, page, text: 'Heroku' })).name).toMatch(/^Heroku/);
    });

    it('speaks Chinese when the reader chose it', async () => {
      await changeSettings(stage, { language: 'zh-CN' });
      const page = await stage.openPage(`${stage.server.url}/`);
      expect((await openCard({ browser: stage, page, text: 'Red Hat' })).name).toMatch(/^红帽/);
      await changeSettings(stage, { language: 'en' });
    });
  },
  {
    serve: {
      folder: demoFolder,
      pages: {
        '/linked.html': htmlPage(swarm, {
          head: '<script type="application/ld+json">{ "@type": "BlogPosting", "datePublished": "2015-11-18T09:00:00Z" }</script>',
        }),
        '/time.html': htmlPage(`<article><time datetime="2014-08-01">Friday</time>${swarm}</article>`),
        '/2014/08/01/dated.html': htmlPage(swarm),
        '/contradicting.html': htmlPage(swarm, {
          head: '<meta property="article:published_time" content="2014-08-01"><meta name="date" content="2016-05-05">',
        }),
      },
    },
  },
);
