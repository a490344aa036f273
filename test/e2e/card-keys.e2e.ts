import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitForNoCard } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { htmlPage } from '../fixtures/pages/html-page';
import { changeSettings } from './change-settings';
import { waitForCards } from './in-card';
import { inEachBrowser, type Stage } from './in-each-browser';
import { textOf } from './text-of';
import { waitForMarks } from './wait-for-marks';

const whereIs = (page: Page) =>
  page.evaluate(() => ({
    focus: document.activeElement?.id,
    top: scrollY,
    box: document.querySelector('#box')?.scrollTop,
    selected: String(getSelection()),
  }));

const focusedInCard = (stage: Stage, page: Page) =>
  stage.inClosedRoot(page.mainFrame(), (root) => `${root.activeElement?.localName}.${root.activeElement?.className}`);

const statusOf = (stage: Stage, page: Page) =>
  waitFor(() => stage.inClosedRoot(page.mainFrame(), (root) => root.querySelector('[role=status]')?.textContent), { what: 'the status' });

/** Opens the page as somebody left it: scrolled, with a selection, the focus on a link. */
async function openAsLeft(stage: Stage): Promise<Page> {
  const page = await stage.openPage(`${stage.server.url}/words.html`);
  await page.bringToFront();
  await waitForMarks(page, ['Heroku', 'CoreOS']);
  await page.evaluate(() => {
    scrollTo({ top: 40, behavior: 'instant' });
    document.querySelector<HTMLElement>('#start')?.focus({ preventScroll: true });
    getSelection()?.selectAllChildren(document.querySelector('#some') as Element);
  });
  return page;
}

inEachBrowser(
  (stage) => {
    it('the whole job without a mouse: find a term, read its card, follow it to the chapter, and come back to the same place', async () => {
      const page = await openAsLeft(stage);
      const before = await whereIs(page);
      expect(before).toEqual({ focus: 'start', top: 40, box: 0, selected: 'some words' });
      await stage.runCommand('next-term');
      await waitForCards({ stage, page }, ['Heroku']);
      expect(await focusedInCard(stage, page)).toBe('h2.');
      expect(await statusOf(stage, page)).toBe('2 history terms on this page');
      await stage.runCommand('next-term');
      await waitForCards({ stage, page }, ['CoreOS']);
      expect(await page.evaluate(() => (document.querySelector('#box')?.scrollTop ?? 0) > 0), 'brought into view').toBe(true);

      for (let stops = 0; stops < 20 && !(await focusedInCard(stage, page))?.includes('chapter'); stops++) await page.keyboard.press('Tab');
      const others = new Set(await stage.browser.pages());
      await page.keyboard.press('Enter');
      if (stage.kind === 'chromium') {
        const panel = await stage.findSidePanel();
        await waitFor(async () => (await textOf(panel, 'h1, h2'))?.length, { what: 'the chapter' });
        await panel.close();
      } else {
        // Firefox opens its sidebar only from its own buttons: the chapter comes in a tab
        const tab = await waitFor(async () => (await stage.browser.pages()).find((other) => !others.has(other)), { what: 'a tab' });
        await waitFor(() => tab.evaluate(() => document.querySelector('h1, h2')?.textContent?.length), { what: 'the chapter in the tab' });
        await tab.close();
      }
      await page.bringToFront();
      expect(await focusedInCard(stage, page)).toContain('chapter');
      await page.keyboard.press('Escape');
      await waitForNoCard(stage, page);
      expect(await whereIs(page)).toEqual(before);
    });

    it('Tab at the end of a card goes on behind its word, Shift+Tab at its head goes back before it', async () => {
      const page = await openAsLeft(stage);
      await stage.runCommand('next-term');
      await waitForCards({ stage, page }, ['Heroku']);
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      await waitForNoCard(stage, page);
      expect((await whereIs(page)).focus).toBe('start');
      await stage.runCommand('previous-term');
      await waitForCards({ stage, page }, ['CoreOS']);
      for (let stops = 0; stops < 30 && (await whereIs(page)).focus === ''; stops++) await page.keyboard.press('Tab');
      await waitForNoCard(stage, page);
      expect((await whereIs(page)).focus).toBe('after');
    });

    it('leaves the scroll alone that the reader has moved since', async () => {
      const page = await openAsLeft(stage);
      await stage.runCommand('previous-term');
      await waitForCards({ stage, page }, ['Heroku']);
      await page.evaluate(() => scrollTo({ top: 90, behavior: 'instant' }));
      await page.keyboard.press('Escape');
      await waitForNoCard(stage, page);
      expect(await whereIs(page)).toMatchObject({ top: 90, focus: 'start' });
    });

    it('says the number of terms in Chinese too, and only once a page', async () => {
      await changeSettings(stage, { language: 'zh-CN' });
      const page = await openAsLeft(stage);
      await stage.runCommand('next-term');
      expect(await statusOf(stage, page)).toBe('本页有 2 个历史术语');
      await stage.runCommand('next-term');
      await waitForCards({ stage, page }, ['CoreOS']);
      expect(await stage.inClosedRoot(page.mainFrame(), (root) => root.querySelector('[role=status]')?.textContent)).toBe('');
      await changeSettings(stage, { language: 'en' });
    });
  },
  {
    serve: {
      pages: {
        '/words.html': htmlPage(
          `<p><a id="start" href="#">Start</a></p><p id="some">some words</p><p>Heroku was first. <a href="#between">Between</a></p>
          <div id="box" style="height: 200px; overflow: auto"><div style="height: 600px"></div><p>CoreOS came later. <a id="after" href="#after">After</a></p></div>
          <div style="height: 3000px"></div>`,
        ),
      },
    },
  },
);
