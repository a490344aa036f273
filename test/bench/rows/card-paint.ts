import type { Page } from 'puppeteer-core';
import { delays } from '../../../core/hover';
import type { DrivenBrowser } from '../../../modules/start/drive-browser';
import { waitFor } from '../../../modules/start/wait-for';
import { leaveCard, middleOf, onCardStage } from '../drive-card';
import { type Row, spell, spellSpread } from '../row';
import { measureInRounds, medianOf, quantileOf, spreadOf } from '../statistics';

type Worker = 'alive' | 'killed';

/** From the end of the dwell to the card with all it says: `frames` counts those that began after it, its own included. */
interface Painted {
  frames: number;
  ms: number;
}

/** A hand comes to rest on a word and stays there, once with the worker alive and once with it stopped before the hand came. */
export const cardPaint: Row = {
  name: 'card-paint',
  what: 'from the end of the dwell to the filled card, painted: worker alive, and killed',
  aim: 'p95 ≤ 1 frame; killed ≤ 100 ms more',
  run: ({ extensionDir, rounds = 30 }) =>
    onCardStage(extensionDir, async ({ browser, words, openWords }) => {
      const used = await openWords();
      await measure({ browser, page: used, word: words[0] as string, worker: 'alive' });
      let next = 0;
      const nextWord = () => words[++next % words.length] as string;
      const later = await measureInRounds({
        variants: ['alive', 'killed'],
        rounds,
        measure: (worker) => measure({ browser, page: used, word: nextWord(), worker }),
      });
      await used.close();
      const first = await measureInRounds({
        variants: ['alive', 'killed'],
        rounds: Math.ceil(rounds / 3),
        async measure(worker) {
          const page = await openWords();
          const painted = await measure({ browser, page, word: nextWord(), worker });
          await page.close();
          return painted;
        },
      });
      const ms = (rows: typeof later, worker: Worker) => rows.map((row) => row[worker].ms);
      const p95 = (rows: typeof later, worker: Worker) =>
        `p95 ${quantileOf(
          rows.map((row) => row[worker].frames),
          0.95,
        )} frames, ${spell(quantileOf(ms(rows, worker), 0.95), 'ms')}`;
      const more = (rows: typeof later) => spell(quantileOf(ms(rows, 'killed'), 0.95) - quantileOf(ms(rows, 'alive'), 0.95), 'ms more');
      const ratio = (rows: typeof later) => spell(medianOf(ms(rows, 'killed')) / medianOf(ms(rows, 'alive')), 'x of the medians');
      return {
        here: `${p95(later, 'alive')}; killed ${p95(later, 'killed')}, ${more(later)}`,
        spread: `${spellSpread(spreadOf(ms(later, 'alive')), 'ms')}; killed ${spellSpread(spreadOf(ms(later, 'killed')), 'ms')}`,
        yardsticks: `killed over alive ${ratio(later)}; where the card’s code comes with this hover, n ${first.length}: ${p95(first, 'alive')}; killed ${p95(first, 'killed')}, ${more(first)}, ${ratio(first)}`,
      };
    }),
};

async function measure({
  browser,
  page,
  word,
  worker,
}: {
  browser: DrivenBrowser;
  page: Page;
  word: string;
  worker: Worker;
}): Promise<Painted> {
  const { x, y } = await middleOf(page, word);
  // a second look within a second of the last card has a shorter dwell
  await new Promise((done) => setTimeout(done, delays.againWithin + 100));
  await browser.inWorker('globalThis.__name = (named) => named; undefined' as never);
  await browser.inWorker(injectProbe, delays.dwell);
  if (worker === 'killed') await browser.killWorker();
  await page.mouse.move(x, y);
  const painted = await waitFor(
    () =>
      page.evaluate(() => {
        const [mark] = performance.getEntriesByType('mark').filter(({ name }) => name.startsWith('card painted '));
        if (!mark) return null;
        performance.clearMarks();
        return { frames: Number(mark.name.split(' ')[2]), ms: Number(mark.name.split(' ')[3]) };
      }),
    { what: `the card of ${word}, painted` },
  );
  await leaveCard(page);
  return painted;
}

/**
 * Runs in the worker and, what it puts there, in the world of our scripts: only that sees into the closed root. tsx keeps the names of
 * functions through a helper that neither of them has: both are given one.
 */
async function injectProbe(dwell: number): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw new Error('no tab is in front');
  await chrome.scripting.executeScript({
    target: { tabId: tab.id },
    args: [dwell],
    func: (dwell) => {
      Reflect.set(globalThis, '__name', (named: unknown) => named);
      addEventListener(
        'pointermove',
        ({ timeStamp }) => {
          const probe = { due: timeStamp + dwell, frames: 0, channel: new MessageChannel() };
          // a message comes when the frame that sent it has been painted
          const look = () => {
            if (performance.now() >= probe.due) probe.frames++;
            probe.channel.port2.postMessage(0);
          };
          probe.channel.port1.onmessage = () => {
            const host = document.querySelector<HTMLElement>('little-whale');
            if (!host || !chrome.dom.openOrClosedShadowRoot(host)?.querySelector('.card[aria-busy="false"]')) requestAnimationFrame(look);
            else performance.mark(`card painted ${probe.frames} ${performance.now() - probe.due}`);
          };
          requestAnimationFrame(look);
        },
        { once: true, capture: true },
      );
    },
  });
}
