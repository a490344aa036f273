import type { Page } from 'puppeteer-core';
import { readMarks } from './read-page';
import { waitFor } from './wait-for';

/** Scrolls through a whole page as a reader does and answers with every text marked on the way, in order. */
export async function readArticle(page: Page): Promise<string[]> {
  const texts = new Set<string>();
  await waitFor(async () => (await readMarks(page)).length > 0, { what: 'the first mark' });
  for (let isEnd = false; !isEnd; ) {
    for (const mark of await settle(() => readMarks(page))) texts.add(mark.text);
    isEnd = await page.evaluate(() => {
      const before = scrollY;
      scrollBy({ top: innerHeight * 0.8, behavior: 'instant' });
      return scrollY === before;
    });
  }
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  return [...texts];
}

/** The value once three readings, a few frames apart, agree: marks follow the scrolling by a frame or two. */
async function settle<T>(read: () => Promise<T>): Promise<T> {
  const seen: string[] = [];
  let value = await read();
  await waitFor(
    async () => {
      value = await read();
      seen.push(JSON.stringify(value));
      return seen.length > 2 && new Set(seen.slice(-3)).size === 1;
    },
    { what: 'the marks to settle' },
  );
  return value;
}
