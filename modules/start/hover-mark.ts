import type { Page } from 'puppeteer-core';
import type { DrivenBrowser } from './drive-browser';
import { type Card, findCard, type Mark, readMarks } from './read-page';
import { waitFor } from './wait-for';

/** Moves the mouse to a point in steps and leaves it there. */
async function hover(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.bringToFront();
  await page.mouse.move(x - 12, y - 6);
  await page.mouse.move(x, y, { steps: 4 });
}

/** Waits for the mark of a text, brings it into view, high up so that there is room for the card, and moves the mouse to its middle. */
async function hoverMark(page: Page, text: string): Promise<Mark> {
  const findMark = async () => (await readMarks(page)).find((mark) => mark.text === text && mark.width > 0);
  let mark = await waitFor(findMark, { what: `a mark on "${text}"` });
  const height = await page.evaluate(() => innerHeight);
  if (mark.y < 0 || mark.y + mark.height > height) {
    await page.evaluate((y) => scrollBy({ top: y - innerHeight / 5, behavior: 'instant' }), mark.y);
    mark = await waitFor(findMark, { what: `the mark on "${text}" after scrolling` });
  }
  await hover(page, { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 });
  return mark;
}

/** Rests on a mark as a hand does, which is never quite still, until the card is open. */
export async function openCard({ browser, page, text }: { browser: DrivenBrowser; page: Page; text: string }): Promise<Card> {
  const mark = await hoverMark(page, text);
  const middle = { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 };
  let tremor = 0;
  return waitFor(
    async () => {
      tremor = 1 - tremor;
      await page.mouse.move(middle.x + tremor, middle.y);
      return findCard(browser, page);
    },
    { what: `the card of "${text}"` },
  );
}
