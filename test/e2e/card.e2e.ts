import { expect, it } from 'vitest';
import { openCard } from '../../modules/start/hover-mark';
import { readHighlights, readMarks, waitForCard, waitForNoCard } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { changeSettings } from './change-settings';
import { demoFolder, inEachBrowser } from './in-each-browser';

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

    it('closes on Escape', async () => {
      const page = await stage.openPage(`${stage.server.url}/`);
      await openCard({ browser: stage, page, text: 'Heroku' });
      await page.keyboard.press('Escape');
      await waitForNoCard(stage, page);
    });

    it('stays inside the viewport', async () => {
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
  { serve: { folder: demoFolder } },
);
