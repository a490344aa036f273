import type { CDPSession, Page } from 'puppeteer-core';
import type { DrivenBrowser } from '../../../modules/start/drive-browser';
import { waitFor } from '../../../modules/start/wait-for';
import { leaveCard, middleOf, onCardStage } from '../drive-card';
import { type Row, spell } from '../row';

const cards = 1000;
/** so many of them by resting on a word, the rest by `next-term`: a rest takes its time */
const rested = 40;
const counters = ['Nodes', 'JSEventListeners', 'Documents'] as const;

type Counts = Record<(typeof counters)[number] | 'JSHeapUsedSize', number>;

/** What a page keeps of cards that came and went, after a collection. Each term was asked for once before: its answer is kept. */
export const cardChurn: Row = {
  name: 'card-churn',
  what: `${cards.toLocaleString('en')} cards opened and closed: DOM counters and heap of the page`,
  aim: 'where they were',
  run: ({ extensionDir }) =>
    onCardStage(extensionDir, async ({ browser, words, openWords }) => {
      const page = await openWords();
      const session = await page.createCDPSession();
      await session.send('Performance.enable');
      const step = (times: number) => stepThrough({ browser, page, times });
      // what the engine makes of code that runs often is made by then
      await step(2 * words.length);
      await restOn({ browser, page, words: words.slice(0, 3) });
      const before = await readCounts(session);
      await step((cards - rested) / 2);
      const halfway = await readCounts(session);
      await step((cards - rested) / 2);
      await restOn({ browser, page, words: words.slice(0, rested) });
      const after = await readCounts(session);
      const change = (name: keyof Counts) => after[name] - before[name];
      const heap = (from: Counts, to: Counts) => spell((to.JSHeapUsedSize - from.JSHeapUsedSize) / 1024, 'KiB');
      return {
        here: `${counters.map((name) => `${name} ${change(name) >= 0 ? '+' : ''}${change(name)}`).join(', ')}, heap ${heap(before, after)} more (${spell(after.JSHeapUsedSize / before.JSHeapUsedSize, 'x')})`,
        spread: '',
        yardsticks: `before: ${counters.map((name) => `${name} ${before[name]}`).join(', ')}, heap ${spell(before.JSHeapUsedSize / 1024, 'KiB')}; the first ${(cards - rested) / 2} cards ${heap(before, halfway)}, the rest ${heap(halfway, after)}`,
      };
    }),
};

async function stepThrough({ browser, page, times }: { browser: DrivenBrowser; page: Page; times: number }): Promise<void> {
  for (let n = 0; n < times; n++) {
    await browser.runCommand('next-term');
    await waitFor(() => page.evaluate(() => document.querySelector('little-whale') !== null), { what: 'a card' });
    await page.keyboard.press('Escape');
    await waitFor(() => page.evaluate(() => document.querySelector('little-whale') === null), { what: 'no card' });
  }
}

async function restOn({ browser, page, words }: { browser: DrivenBrowser; page: Page; words: readonly string[] }): Promise<void> {
  for (const word of words) {
    const { x, y } = await middleOf(page, word);
    await page.mouse.move(x, y);
    await waitFor(() => page.evaluate(() => document.querySelector('little-whale') !== null), { what: `the card of ${word}` });
    await leaveCard({ browser, page });
  }
}

async function readCounts(session: CDPSession): Promise<Counts> {
  for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { Nodes: of('Nodes'), JSEventListeners: of('JSEventListeners'), Documents: of('Documents'), JSHeapUsedSize: of('JSHeapUsedSize') };
}
