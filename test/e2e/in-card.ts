import type { Frame, Page } from 'puppeteer-core';
import type { DrivenBrowser } from '../../modules/start/drive-browser';
import { readMarks } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';

/** `frame`: where the card is drawn, if that is not the top document. */
type Stand = { stage: DrivenBrowser; page: Page; frame?: Frame };

const frameOf = ({ page, frame }: Stand) => frame ?? page.mainFrame();

/** Where the middle of the n-th element that fits is drawn, inside of our closed root; brings it into view there first. */
export function findInCard(stand: Stand, selector: string, n = 0): Promise<{ x: number; y: number }> {
  const { stage } = stand;
  return waitFor(
    () =>
      stage.inClosedRoot(
        frameOf(stand),
        (root, wanted, at) => {
          const element = [...root.querySelectorAll(wanted)].at(at);
          if (!element || element.closest('.fresh')) return null;
          element.scrollIntoView({ block: 'nearest' });
          const { x, y, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        },
        selector,
        n,
      ),
    { what: `${selector} in the card` },
  );
}

/** Goes there as a hand does and clicks. */
export async function clickInCard(stand: Stand, selector: string, n = 0): Promise<void> {
  const { x, y } = await findInCard(stand, selector, n);
  await stand.page.mouse.move(x, y, { steps: 4 });
  await stand.page.mouse.click(x, y);
}

/** The names of the cards that are shown, in the order of their layers. */
export async function readCards(stand: Stand): Promise<string[]> {
  const names = await stand.stage.inClosedRoot(frameOf(stand), (root) =>
    [...root.querySelectorAll('h2')].map((heading) => heading.textContent ?? ''),
  );
  return names ?? [];
}

/** Waits until exactly these cards are shown, and filled. */
export async function waitForCards(stand: Stand, names: readonly string[]): Promise<void> {
  const { stage } = stand;
  let seen = '';
  await waitFor(
    async () => {
      seen = (await readCards(stand)).join(', ');
      const waiting = await stage.inClosedRoot(frameOf(stand), (root) => root.querySelectorAll('[aria-busy="true"]').length);
      return seen === names.join(', ') && !waiting;
    },
    { what: `the cards ${names.join(', ')}` },
  ).catch((error) => {
    throw new Error(`${error.message}; there are ${seen}`);
  });
}

/** Rests on a word, with the tremor of a hand, until the cards are these. */
export async function restUntil(stand: Stand, text: string, names: readonly string[]): Promise<void> {
  const { page } = stand;
  await page.bringToFront();
  let tremor = 0;
  await waitFor(
    async () => {
      const mark = (await readMarks(page)).find((mark) => mark.text === text && mark.width > 0);
      if (!mark) return false;
      tremor = 1 - tremor;
      await page.mouse.move(mark.x + mark.width / 2 + tremor, mark.y + mark.height / 2);
      return (await readCards(stand)).join() === names.join();
    },
    { what: `${names.join(', ')} for “${text}”` },
  );
  await waitForCards(stand, names);
}

/** Only time can show that something stays, or stays away: more of it than any delay of ours, in ms. */
export const isThereAfter = (page: Page, ms: number): Promise<boolean> =>
  page.evaluate(
    (time) => new Promise<boolean>((done) => setTimeout(() => done(document.querySelector('little-whale') !== null), time)),
    ms,
  );
