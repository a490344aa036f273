import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { delays } from '../../core/hover';
import { readMarks, waitForCard, waitForNoCard } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { htmlPage } from '../fixtures/pages/html-page';
import { clickInCard, findInCard, isThereAfter, readCards, waitForCards } from './in-card';
import { inEachBrowser, type Stage } from './in-each-browser';

const phone = { width: 390, height: 800 };

async function openOnPhone(stage: Stage): Promise<Page> {
  const page = await stage.openPage(`${stage.server.url}/words.html`);
  await page.setViewport({ ...phone, ...(stage.kind === 'chromium' && { hasTouch: true }) });
  await waitFor(() => page.evaluate((width) => innerWidth === width, phone.width), { what: 'the width of a phone' });
  await page.bringToFront();
  return page;
}

async function middleOf(page: Page, text: string): Promise<{ x: number; y: number }> {
  const mark = await waitFor(async () => (await readMarks(page)).find((mark) => mark.text === text), { what: `a mark on ${text}` });
  return { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 };
}

inEachBrowser(
  (stage) => {
    it('a tap on a mark opens a sheet with room for fingers, a swipe down puts it away', async () => {
      const page = await openOnPhone(stage);
      const stand = { stage, page };
      const word = await middleOf(page, 'Heroku');
      await page.touchscreen.tap(word.x, word.y);
      const { box } = await waitForCard(stage, page);
      await waitForCards(stand, ['Heroku']);
      // Firefox on a desk keeps its scroll bar
      expect(box).toMatchObject({ x: 0, width: await page.evaluate(() => document.documentElement.clientWidth) });
      const sheet = await stage.inClosedRoot(page.mainFrame(), (root) => {
        const { bottom, height } = (root.querySelector('.card') as Element).getBoundingClientRect();
        const low = [...root.querySelectorAll('button, summary')].flatMap((target) => {
          const { width, height } = target.getBoundingClientRect();
          // a word inside of a sentence is as high as its line (WCAG 2.5.8, inline)
          return height >= 44 && width >= 44 ? [] : target.closest('.depths') ? [] : [target.textContent];
        });
        return { isAtFoot: Math.round(bottom) === innerHeight, share: height / innerHeight, low };
      });
      expect(sheet).toMatchObject({ isAtFoot: true, low: [] });
      expect(sheet?.share).toBeLessThanOrEqual(0.6);

      const title = await findInCard(stand, 'h2');
      // a little way is no swipe: the sheet comes back, and a touch in it does not close it
      const short = await page.touchscreen.touchStart(title.x, title.y);
      await short.move(title.x, title.y + 6);
      await short.end();
      const body = await findInCard(stand, '.identity');
      await page.touchscreen.tap(body.x, body.y);
      await waitForCards(stand, ['Heroku']);
      const finger = await page.touchscreen.touchStart(title.x, title.y);
      for (const y of [40, 90, 140]) await finger.move(title.x, title.y + y);
      await finger.end();
      await waitForNoCard(stage, page);
    });

    it('a tap beside the sheet closes it, and moving a finger over marks opens nothing', async () => {
      const page = await openOnPhone(stage);
      const word = await middleOf(page, 'CoreOS');
      const finger = await page.touchscreen.touchStart(word.x - 20, word.y);
      for (const x of [-10, 0, 10, 20]) await finger.move(word.x + x, word.y + 2);
      await finger.end();
      await page.touchscreen.tap(word.x, word.y);
      await waitForCards({ stage, page }, ['CoreOS']);
      await page.touchscreen.tap(350, 20);
      await waitForNoCard(stage, page);

      await page.touchscreen.tap(word.x, word.y);
      await waitForCards({ stage, page }, ['CoreOS']);
      await page.keyboard.press('Escape');
      await waitForNoCard(stage, page);
    });

    it('puts no entry into the history for its sheet: going back is the way to the page before, and the sheet goes with its own', async () => {
      const page = await openOnPhone(stage);
      await page.evaluate(() => history.pushState({}, '', '#second'));
      const before = await page.evaluate(() => history.length);
      const word = await middleOf(page, 'CoreOS');
      await page.touchscreen.tap(word.x, word.y);
      await waitForCards({ stage, page }, ['CoreOS']);
      expect(await page.evaluate(() => [history.length, location.hash])).toEqual([before, '#second']);
      // Firefox's driver waits for a load that a step within one document never makes
      await page.evaluate(() => history.back());
      await waitFor(() => page.evaluate(() => location.hash === ''), { what: 'the view before' });
      await page.goto(`${stage.server.url}/words.html?next`);
      expect(await stage.inClosedRoot(page.mainFrame(), () => true)).toBeUndefined();
    });

    it('a link keeps its tap, and shows its card to a long press', async () => {
      const page = await openOnPhone(stage);
      const stand = { stage, page };
      const word = await middleOf(page, 'Kubernetes');
      const finger = await page.touchscreen.touchStart(word.x, word.y);
      await waitForCards(stand, ['Kubernetes']);
      await finger.end();
      expect(await page.evaluate(() => location.hash), 'the press does not follow the link').toBe('');
      await clickInCard(stand, '.tools button');
      await waitForNoCard(stage, page);
      await page.touchscreen.tap(word.x, word.y);
      await waitFor(() => page.evaluate(() => location.hash === '#there'), { what: 'the link' });
      expect(await stage.inClosedRoot(page.mainFrame(), () => true)).toBeUndefined();
    });

    it('a pen taps as a finger does and hovers as a mouse does, and its card stays when it is taken away', async () => {
      const page = await stage.openPage(`${stage.server.url}/words.html`);
      await page.bringToFront();
      const stand = { stage, page };
      const [coreos, heroku, link] = [await middleOf(page, 'CoreOS'), await middleOf(page, 'Heroku'), await middleOf(page, 'Kubernetes')];
      const empty = { x: 900, y: 500 };
      const stays = () => isThereAfter(page, 2 * delays.abandon);
      const tap = async ({ x, y }: { x: number; y: number }) => {
        await stage.usePen(page, 'press', { x, y });
        // it trembles, while the card's code comes because of it
        await stage.usePen(page, 'drag', { x: x + 2, y });
        await stage.usePen(page, 'lift', { x: x + 2, y });
      };
      await tap(coreos);
      await waitForCards(stand, ['CoreOS']);
      expect(await stage.inClosedRoot(page.mainFrame(), (root) => root.activeElement?.localName)).toBe('h2');
      await stage.usePen(page, 'take away', coreos);
      expect(await stays(), 'after a tap').toBe(true);
      await tap(empty);
      await waitForNoCard(stage, page);

      let tremor = 0;
      const hoverOn = async ({ x, y }: { x: number; y: number }) => {
        tremor = 1 - tremor;
        await stage.usePen(page, 'hover', { x: x + tremor, y });
        return (await readCards(stand)).length === 1;
      };
      await waitFor(() => hoverOn(heroku), { what: 'the card under the pen' });
      await stage.usePen(page, 'take away', heroku);
      expect(await stays(), 'after a hover').toBe(true);
      await stage.usePen(page, 'hover', empty);
      await waitForNoCard(stage, page);

      await tap(link);
      await waitFor(() => page.evaluate(() => location.hash === '#there'), { what: 'the link' });
      expect(await readCards(stand)).toEqual([]);
    });
  },
  {
    serve: {
      pages: {
        '/words.html': htmlPage(
          '<p>Before that, Heroku.</p><p>Then CoreOS came.</p><p><a href="#there">Kubernetes</a> is a link.</p><div style="height:2000px"></div>',
          { head: '<meta name="viewport" content="width=device-width, initial-scale=1">' },
        ),
      },
    },
  },
);
