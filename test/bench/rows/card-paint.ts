import type { Page } from 'puppeteer-core';
import { delays } from '../../../core/hover';
import type { DrivenBrowser } from '../../../modules/start/drive-browser';
import { waitFor } from '../../../modules/start/wait-for';
import { leaveCard, middleOf, onCardStage } from '../drive-card';
import { type Row, spell, spellSpread } from '../row';
import { measureInRounds, medianOf, quantileOf, spreadOf } from '../statistics';

/** The first hover of a page brings the card's code with it; the later ones find it there. */
type Variant = 'answered' | 'killed' | 'first' | 'first, killed';

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
      await browser.inWorker(() => 'awake');
      await measure({ browser, page: used, word: words[0] as string });
      let next = 0;
      const measured = await measureInRounds({
        variants: ['answered', 'killed', 'first', 'first, killed'] as const,
        rounds,
        async measure(variant: Variant) {
          const isFirst = variant.startsWith('first');
          if (isFirst && next % 5) return undefined;
          const page = isFirst ? await openWords() : used;
          await page.bringToFront();
          next = (next + 1) % words.length;
          const painted = await measure({ browser, page, word: words[next] as string, isKilled: variant.endsWith('killed') });
          if (isFirst) await page.close();
          return painted;
        },
      });
      const of = (variant: Variant, part: keyof Painted) => measured.flatMap((round) => round[variant]?.[part] ?? []);
      const p95 = (variant: Variant, part: keyof Painted) => quantileOf(of(variant, part), 0.95);
      const more = measured.flatMap(({ answered, killed }) => (answered && killed ? killed.ms - answered.ms : []));
      const firsts = (['first', 'first, killed'] as const).map(
        (variant) => `${variant}: p95 ${p95(variant, 'frames')} frames, ${spell(p95(variant, 'ms'), 'ms')} (n ${of(variant, 'ms').length})`,
      );
      return {
        here: `p95 ${p95('answered', 'frames')} frames, ${spell(p95('answered', 'ms'), 'ms')}; killed ${p95('killed', 'frames')} frames, p95 ${spell(quantileOf(more, 0.95), 'ms')} more`,
        spread: `${spellSpread(spreadOf(of('answered', 'ms')), 'ms')}; killed ${spellSpread(spreadOf(of('killed', 'ms')), 'ms')}`,
        yardsticks: `killed over alive ${spell(medianOf(of('killed', 'ms')) / medianOf(of('answered', 'ms')), 'x')} of the medians; on a page whose first hover it is, ${firsts.join(', ')}`,
      };
    }),
};

async function measure({
  browser,
  page,
  word,
  isKilled = false,
}: {
  browser: DrivenBrowser;
  page: Page;
  word: string;
  isKilled?: boolean;
}): Promise<Painted> {
  const { x, y } = await middleOf(page, word);
  // a second look within a second of the last card has a shorter dwell
  await new Promise((done) => setTimeout(done, delays.againWithin + 100));
  await browser.inWorker(injectProbe, delays.dwell);
  if (isKilled) await browser.killWorker();
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
  await leaveCard({ browser, page });
  return painted;
}

// These run in the worker and, put there by it, in the world of our scripts: only that sees into the closed root.

async function injectProbe(dwell: number): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw new Error('no tab is in front');
  await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: probe, args: [dwell] });

  function probe(dwell: number): void {
    let frames = 0;
    const isFilled = () => {
      const host = document.querySelector<HTMLElement>('little-whale');
      return host !== null && chrome.dom.openOrClosedShadowRoot(host)?.querySelector('.card[aria-busy="false"]') !== null;
    };
    addEventListener(
      'pointermove',
      ({ timeStamp }) => {
        const due = timeStamp + dwell;
        const look = () => {
          if (performance.now() >= due) frames++;
          if (!isFilled()) {
            requestAnimationFrame(look);
            return;
          }
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => performance.mark(`card painted ${frames} ${performance.now() - due}`);
          port2.postMessage(0);
        };
        requestAnimationFrame(look);
      },
      { once: true, capture: true },
    );
  }
}
