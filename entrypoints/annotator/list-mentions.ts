import { revealWord } from '../../components/reveal-word';
import { isRendered } from './await-rendering';
import type { Highlighter } from './highlight-marks';
import { rectsOf } from './hit-test';
import { compareMarks, isStanding, type Mark } from './mark';

export interface Mentions {
  /** how often each term stands in the document where a reader can see it, in order of the first time */
  count(): { term: number; count: number }[];
  /** Brings a mention into view and lights it; without `nth` the light goes out. False where there is none. */
  show(question: { term: number; nth?: number | undefined }): boolean;
}

/** Every occurrence of a term in one document, marked or not, for the popup. */
export function createMentions({
  terms,
  highlighter,
  signal,
}: {
  terms: () => Iterable<Mark>;
  highlighter: Highlighter;
  signal: AbortSignal;
}): Mentions {
  let lightEnds: AbortController | undefined;

  function seen(): Mark[] {
    return [...terms()].filter((mark) => isStanding(mark) && isRendered(mark.start.parentElement ?? mark.block));
  }

  function dim(): void {
    if (!lightEnds) return;
    lightEnds.abort();
    lightEnds = undefined;
    highlighter.setOpen(undefined);
  }

  function light(mark: Mark): void {
    dim();
    const center = { block: 'center', inline: 'nearest', behavior: 'instant' } as const;
    mark.start.parentElement?.scrollIntoView(center);
    revealWord({ node: mark.start, boxOf: () => rectsOf(mark)[0] });
    highlighter.setOpen(mark);
    lightEnds = new AbortController();
    // until the reader goes on with the page
    const options = { capture: true, passive: true, signal: AbortSignal.any([signal, lightEnds.signal]) };
    for (const act of ['pointerdown', 'keydown'] as const) addEventListener(act, dim, options);
  }

  return {
    count() {
      const counts = new Map<number, { first: Mark; count: number }>();
      for (const mark of seen()) {
        const held = counts.get(mark.term);
        const first = held && compareMarks(held.first, mark) <= 0 ? held.first : mark;
        counts.set(mark.term, { first, count: (held?.count ?? 0) + 1 });
      }
      const inOrder = [...counts].sort(([, a], [, b]) => compareMarks(a.first, b.first));
      return inOrder.map(([term, { count }]) => ({ term, count }));
    },
    show({ term, nth }) {
      if (nth === undefined) {
        dim();
        return true;
      }
      const mark = seen()
        .filter((other) => other.term === term)
        .sort(compareMarks)[nth];
      if (mark) light(mark);
      return mark !== undefined;
    },
  };
}
