import { type ReadonlySignal, signal } from '@preact/signals';

interface Reading {
  frameId: number;
  terms: readonly { term: number; count: number }[];
}

/** What the model asks of the page in front; passed in. */
export interface PageTransport {
  /** undefined where the browser closes the page to extensions */
  readFrames(tabId: number): Promise<readonly Reading[] | undefined>;
  showMention(at: { tabId: number; frameId: number }, question: { term: number; nth: number }): Promise<boolean>;
  /** a rest before the page is asked again, in ms */
  rest(ms: number): Promise<void>;
}

export type PageState =
  | { kind: 'none' }
  | { kind: 'closed' }
  /** how often each term stands in the page, by its place in the pack's order, in order of the first mention */
  | { kind: 'listed'; counts: ReadonlyMap<number, number> };

export type PageModel = ReturnType<typeof createPageModel>;

/** A page that has just been loaded is still being read, or asks for its terms later: it is asked again after these rests, in ms. */
const rests = [400, 1200, 3000];

/** The page beside the chapters: whatever tab is in front. */
export function createPageModel(transport: PageTransport) {
  const state = signal<PageState>({ kind: 'none' });
  const shown = new Map<number, number>();
  let readings: readonly Reading[] = [];
  let inFront: number | undefined;
  let asked = 0;

  /** Answers about a page that is no longer in front are dropped. */
  async function read(): Promise<void> {
    const token = ++asked;
    for (const rest of [0, ...rests]) {
      if (rest > 0) await transport.rest(rest);
      if (token !== asked || inFront === undefined) return;
      const frames = await transport.readFrames(inFront).catch(() => undefined);
      if (token !== asked) return;
      readings = frames ?? [];
      const counts = new Map<number, number>();
      for (const { terms } of readings) for (const { term, count } of terms) counts.set(term, (counts.get(term) ?? 0) + count);
      state.value = frames ? { kind: 'listed', counts } : { kind: 'closed' };
    }
  }

  return {
    state: state as ReadonlySignal<PageState>,
    follow(tabId: number): void {
      inFront = tabId;
      shown.clear();
      void read();
    },
    readAgain: read,
    /** Brings the next mention of a term into view on the page, round and round. */
    async showNext(term: number): Promise<void> {
      const mentions = readings.flatMap(({ frameId, terms }) =>
        Array.from({ length: terms.find((one) => one.term === term)?.count ?? 0 }, (_, nth) => ({ frameId, nth })),
      );
      const step = shown.get(term) ?? 0;
      const next = mentions[step % mentions.length];
      if (!next || inFront === undefined) return;
      shown.set(term, step + 1);
      await transport.showMention({ tabId: inFront, frameId: next.frameId }, { term, nth: next.nth });
    },
  };
}
