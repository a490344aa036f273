import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitForNoCard } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { htmlPage } from '../fixtures/pages/html-page';
import { clickInCard, findInCard, readCards, restUntil, waitForCards } from './in-card';
import { inEachBrowser, type Stage } from './in-each-browser';

const words = ['Heroku', 'CoreOS', 'Prometheus', 'Mesosphere'];
const line = words.map((word) => `<p style="margin: 0 0 12px">${word}</p>`).join('');

const boxes = (stage: Stage, page: Page) =>
  stage.inClosedRoot(page.mainFrame(), (root) =>
    [...root.querySelectorAll('.card')].map((card) => {
      const { x, y, width, height } = card.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );

inEachBrowser(
  (stage) => {
    it('a pinned card stays over scroll and route change, and moves by its title and by arrow keys', async () => {
      const page = await stage.openPage(`${stage.server.url}/words.html`);
      const stand = { stage, page };
      await restUntil(stand, 'Heroku', ['Heroku']);
      const title = await findInCard(stand, 'h2');
      await page.mouse.move(title.x, title.y, { steps: 4 });
      await page.mouse.down();
      await page.mouse.move(title.x + 300, title.y + 150, { steps: 8 });
      await page.mouse.up();
      const [dragged] = (await boxes(stage, page)) ?? [];
      expect(await stage.inClosedRoot(page.mainFrame(), (root) => root.querySelector('.pin')?.getAttribute('aria-pressed'))).toBe('true');
      await page.mouse.move(5, 400, { steps: 5 });
      await page.evaluate(() => {
        scrollTo({ top: 500, behavior: 'instant' });
        history.pushState({}, '', '/elsewhere');
        document.body.replaceChildren(Object.assign(document.createElement('p'), { textContent: 'Another view about Kubernetes.' }));
      });
      await waitFor(() => page.evaluate(() => document.body.textContent?.startsWith('Another')), { what: 'the route' });
      await waitForCards(stand, ['Heroku']);
      expect((await boxes(stage, page))?.[0]).toEqual(dragged);

      await clickInCard(stand, 'h2');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowDown');
      await waitFor(async () => (await boxes(stage, page))?.[0]?.x === (dragged?.x ?? 0) - 16, { what: 'the card to move' });
      expect((await boxes(stage, page))?.[0]?.y).toBe((dragged?.y ?? 0) + 16);
      await page.keyboard.press('Escape');
      await waitForNoCard(stage, page);
    });

    it('pins three, refuses the fourth and says why, never covers one, and Shift+Escape closes them all', async () => {
      const page = await stage.openPage(`${stage.server.url}/words.html`);
      const stand = { stage, page };
      for (const [n, word] of words.entries()) {
        const shown = words.slice(0, n + 1);
        await restUntil(stand, word, shown);
        const all = (await boxes(stage, page)) ?? [];
        const last = all.at(-1);
        for (const box of all.slice(0, -1))
          expect(
            !last ||
              last.x >= box.x + box.width ||
              last.x + last.width <= box.x ||
              last.y >= box.y + box.height ||
              last.y + last.height <= box.y,
            `${word} covers nothing: ${JSON.stringify(all)}`,
          ).toBe(true);
        await clickInCard(stand, '.pin', -1);
        if (n === 3) break;
        // out of the way of the words, as a reader does who compares
        const title = await findInCard(stand, 'h2', -1);
        await page.mouse.move(title.x, title.y, { steps: 4 });
        await page.mouse.down();
        await page.mouse.move([1150, 780, 400][n] ?? 0, [40, 40, 420][n] ?? 0, { steps: 6 });
        await page.mouse.up();
        await page.mouse.move(5, 300, { steps: 5 });
      }
      const refused = await waitFor(
        () =>
          stage.inClosedRoot(page.mainFrame(), (root) => {
            const card = [...root.querySelectorAll('.card')].at(-1);
            const said = card?.querySelector('[role=status]')?.textContent;
            return said ? { said, disabled: card?.querySelector('.pin')?.getAttribute('aria-disabled') } : null;
          }),
        { what: 'the reason' },
      );
      expect(refused).toEqual({ said: 'Three cards are pinned already: unpin one first.', disabled: 'true' });
      expect(await readCards(stand)).toHaveLength(4);
      await page.keyboard.down('Shift');
      await page.keyboard.press('Escape');
      await page.keyboard.up('Shift');
      await waitForNoCard(stage, page);
    });

    it('knows when the page takes the host away, and opens again', async () => {
      const page = await stage.openPage(`${stage.server.url}/words.html`);
      const stand = { stage, page };
      await restUntil(stand, 'Heroku', ['Heroku']);
      const takeAway = () => page.evaluate(() => document.querySelector('little-whale')?.remove());
      const isNoneOpen = () =>
        page.evaluate(() => [...CSS.highlights.keys()].every((name) => !name.includes('open') || CSS.highlights.get(name)?.size === 0));
      expect(await isNoneOpen()).toBe(false);
      await takeAway();
      await waitFor(isNoneOpen, { what: 'the open mark to be let go' });
      await page.mouse.move(5, 300, { steps: 5 });
      await restUntil(stand, 'CoreOS', ['CoreOS']);
      await clickInCard(stand, '.pin');
      await takeAway();
      await page.mouse.move(5, 300, { steps: 5 });
      await restUntil(stand, 'Prometheus', ['Prometheus']);
      expect(await page.evaluate(() => document.querySelectorAll('little-whale').length)).toBe(1);
    });
  },
  { serve: { pages: { '/words.html': htmlPage(`${line}<div style="height: 3000px"></div>`) } } },
);
