import type { Frame, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { readMarks, waitForNoCard } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { htmlPage } from '../fixtures/pages/html-page';
import { changeSettings } from './change-settings';
import { waitForCards } from './in-card';
import { inEachBrowser, type Stage } from './in-each-browser';
import { textOf } from './text-of';
import { waitForFrame, waitForMarks } from './wait-for-marks';

const whereIs = (page: Page) =>
  page.evaluate(() => ({
    focus: document.activeElement?.id,
    top: scrollY,
    box: document.querySelector('#box')?.scrollTop,
    selected: String(getSelection()),
  }));

const focusedInCard = (stage: Stage, page: Page, frame: Frame = page.mainFrame()) =>
  stage.inClosedRoot(frame, (root) => `${root.activeElement?.localName}.${root.activeElement?.className}`);

/** The words with the double line of a card that was opened by keys. */
const readRing = async (frame: Page | Frame) =>
  (await readMarks(frame)).filter(({ highlight }) => highlight === 'little-whale-open-keys-light').map(({ text }) => text);

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

    it('goes through the frames of a page in reading order, whatever their site, and gives back what the first of them had', async () => {
      const page = await stage.openPage(`${stage.server.url}/framed.html`);
      await page.bringToFront();
      const frames = await Promise.all(['near.html', 'far.html'].map((name) => waitForFrame(page, (frame) => frame.url().includes(name))));
      const [near, far] = frames as [Frame, Frame];
      await waitForMarks(page, ['Heroku', 'Kubernetes']);
      await waitForMarks(near, ['CoreOS']);
      await waitForMarks(far, ['OpenShift', 'dotCloud']);
      await page.evaluate(() => {
        scrollTo({ top: 40, behavior: 'instant' });
        document.querySelector<HTMLElement>('#start')?.focus({ preventScroll: true });
      });
      const before = await whereIs(page);
      const isIn = async (frame: Frame, name: string) => {
        await waitForCards({ stage, page, frame }, [name]);
        for (const other of [page.mainFrame(), far].filter((candidate) => candidate !== frame)) await waitForNoCard(stage, other);
        expect(await focusedInCard(stage, page, frame), name).toBe('h2.');
      };
      const go = (way: 'next' | 'previous') => stage.runCommand(`${way}-term`);
      await go('next');
      await isIn(page.mainFrame(), 'Heroku');
      expect(await statusOf(stage, page)).toBe('5 history terms on this page');
      await go('next');
      // no room in that frame: its card is drawn around it
      await isIn(page.mainFrame(), 'CoreOS');
      expect(await readRing(near), 'the word is ringed in its frame').toEqual(['CoreOS']);
      await go('next');
      await isIn(far, 'OpenShift');
      expect(await readRing(near)).toEqual([]);
      await go('next');
      await isIn(far, 'dotCloud');
      await go('next');
      await isIn(page.mainFrame(), 'Kubernetes');
      await go('next');
      await isIn(page.mainFrame(), 'Heroku');
      for (const [frame, name] of [
        [page.mainFrame(), 'Kubernetes'],
        [far, 'dotCloud'],
      ] as const) {
        await go('previous');
        await isIn(frame, name);
      }
      expect(await readRing(far)).toEqual(['dotCloud']);
      await page.keyboard.press('Escape');
      await waitForNoCard(stage, far);
      await waitFor(async () => (await whereIs(page)).focus === 'start', { what: 'the focus to come back' });
      expect(await whereIs(page)).toEqual(before);
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
        '/near.html': htmlPage('<p>CoreOS in a small frame of the same site.</p>'),
        '/far.html': htmlPage('<p>OpenShift, from another site.</p><p>Then dotCloud.</p>'),
        '/framed.html': htmlPage(
          `<p><a id="start" href="#">Start</a></p><p>Heroku was first.</p><iframe src="/near.html" width="300" height="90"></iframe>
          <script>document.write('<iframe width="420" height="600" src="//localhost:' + location.port + '/far.html"></iframe>')</script>
          <p>Kubernetes came last.</p><div style="height: 3000px"></div>`,
        ),
        '/words.html': htmlPage(
          `<p><a id="start" href="#">Start</a></p><p id="some">some words</p><p>Heroku was first. <a href="#between">Between</a></p>
          <div id="box" style="height: 200px; overflow: auto"><div style="height: 600px"></div><p>CoreOS came later. <a id="after" href="#after">After</a></p></div>
          <div style="height: 3000px"></div>`,
        ),
      },
    },
  },
);
