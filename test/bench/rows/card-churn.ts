import type { CDPSession, Page } from 'puppeteer-core';
import type { DrivenBrowser } from '../../../modules/start/drive-browser';
import { waitFor } from '../../../modules/start/wait-for';
import { leaveCard, middleOf, onCardStage, waitForNoHost } from '../drive-card';
import { type Row, spell } from '../row';

/**
 * After so many of them it is looked what they left. What stays level from one to the next is kept once, not once a card: until 500 the
 * engine goes on compiling what runs often, and a snapshot of the heap shows nothing else.
 */
const looks = [250, 500, 1000, 2000] as const;
/** so many by resting on a word, the others by `next-term`: a rest takes its time */
const rested = 40;
const counters = ['Nodes', 'JSEventListeners', 'Documents'] as const;

type Counts = Record<(typeof counters)[number] | 'JSHeapUsedSize', number>;

/** What a page keeps of cards that came and went, after a collection. Each term was asked for twice before: its answer is kept. */
export const cardChurn: Row = {
  name: 'card-churn',
  what: 'cards opened and closed: DOM counters and heap of the page',
  aim: 'where they were',
  run: ({ extensionDir }) =>
    onCardStage(extensionDir, async ({ browser, words, openWords }) => {
      const page = await openWords();
      const session = await page.createCDPSession();
      await session.send('Performance.enable');
      const step = (times: number) => stepThrough({ browser, page, times });
      // what the engine makes of code that runs often is made by then
      await step(2 * words.length);
      await restOn({ page, words: words.slice(0, 3) });
      const before = await readCounts(session);
      const seen: { cards: number; counts: Counts }[] = [];
      for (const cards of looks) {
        const done = seen.at(-1)?.cards ?? rested;
        if (seen.length === 0) await restOn({ page, words: words.slice(0, rested) });
        await step(cards - done);
        seen.push({ cards, counts: await readCounts(session) });
      }
      const spellCounts = (counts: Counts) => counters.map((name) => spellChange(name, counts[name] - before[name])).join(', ');
      const heap = (counts: Counts) => spellChange('heap', Math.round((counts.JSHeapUsedSize - before.JSHeapUsedSize) / 1024));
      return {
        here: seen
          .map(({ cards, counts }) => `after ${cards.toLocaleString('en')}: ${spellCounts(counts)}, ${heap(counts)} KiB`)
          .join('; '),
        spread: '',
        yardsticks: `before: ${counters.map((name) => `${name} ${before[name]}`).join(', ')}, heap ${spell(before.JSHeapUsedSize / 1024, 'KiB')}`,
      };
    }),
};

const spellChange = (name: string, change: number) => `${name} ${change < 0 ? '' : '+'}${change}`;

/** Opens and closes so many cards, each while the former still fades. */
async function stepThrough({ browser, page, times }: { browser: DrivenBrowser; page: Page; times: number }): Promise<void> {
  const isOpen = () =>
    page.evaluate(() => [...CSS.highlights].some(([name, { size }]) => name.startsWith('little-whale-open') && size > 0));
  for (let n = 0; n < times; n++) {
    await browser.runCommand('next-term');
    await waitFor(isOpen, { what: 'a card' });
    await page.keyboard.press('Escape');
    await waitFor(async () => !(await isOpen()), { what: 'the card to be closed' });
  }
  await waitForNoHost(page);
}

async function restOn({ page, words }: { page: Page; words: readonly string[] }): Promise<void> {
  for (const word of words) {
    const { x, y } = await middleOf(page, word);
    await page.mouse.move(x, y);
    await waitFor(() => page.evaluate(() => document.querySelector('little-whale') !== null), { what: `the card of ${word}` });
    await leaveCard(page);
  }
}

async function readCounts(session: CDPSession): Promise<Counts> {
  for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { Nodes: of('Nodes'), JSEventListeners: of('JSEventListeners'), Documents: of('Documents'), JSHeapUsedSize: of('JSHeapUsedSize') };
}
