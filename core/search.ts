import Fuse from 'fuse.js';
import { foldText } from './fold-text';
import { createSimplifier, foldPinyin, type NameReading, type NameReadings, scoreReading } from './name-readings';
import type { Pack } from './pack-schema';

/** What a search finds: a term or an event, best first. `score` is 0 for an exact hit and grows towards 1. */
export interface Hit {
  kind: 'term' | 'event';
  id: string;
  score: number;
}

export interface Search {
  find(query: string, limit?: number): Hit[];
  /** The one term that a text most likely means, or undefined: `Kubernets` → kubernetes. */
  findTerm(text: string): string | undefined;
}

/** The pack as the build writes it for the worker; a reader's own pack comes without the readings. */
export type SearchablePack = Pack & { readings?: NameReadings | undefined };

interface Entry {
  kind: Hit['kind'];
  id: string;
  names: string[];
  words: string[];
  reading: NameReading | undefined;
}

/** One spelling of an entry: looked at alone, so that an entry does not win by having many. */
interface Spelling {
  entry: Entry;
  text: string;
}

/** Two slips in a word of nine letters still count as that word, three do not (`Kubernets`, `dokcer`; not `docket server`). */
const threshold = 0.34;
/** In running text one slip in six letters: any more, and something in a long sentence always fits. */
const wordThreshold = 0.17;
/** What is only told of an entry comes after what an entry is called. */
const wordScore = 0.3;

/**
 * Indexes names, aliases and event titles of both languages; 370 entries take about 30 ms, a query 4 to 12. With readings, Chinese names are found
 * by pinyin (`rongqi`), by initials (`rqbp`) and in traditional characters too.
 */
export function createSearch(pack: SearchablePack): Search {
  const simplify = createSimplifier(pack.readings?.simplified ?? '');
  const fold = (text: string) => simplify(foldText(text));
  const entries = entriesOf(pack, fold);
  const exact = new Map<string, Entry>();
  for (const entry of [...entries].reverse()) for (const name of entry.names) exact.set(name, entry);
  const spellings = entries.flatMap((entry) => entry.names.map((text): Spelling => ({ entry, text })));
  const common = { keys: ['text'], includeScore: true, minMatchCharLength: 2 };
  const names = new Fuse(spellings, { ...common, threshold, ignoreLocation: true });
  const words = new Fuse(
    entries.flatMap((entry) => entry.words.map((text): Spelling => ({ entry, text: fold(text) }))),
    { ...common, threshold: wordThreshold, ignoreLocation: true, ignoreFieldNorm: true },
  );
  const terms = new Fuse(
    spellings.filter(({ entry }) => entry.kind === 'term'),
    { ...common, threshold, distance: 20 },
  );

  function find(query: string, limit = 20): Hit[] {
    const folded = fold(query);
    if (!folded) return [];
    const first = exact.get(folded);
    const best = new Map<Entry, number>(first && [[first, 0]]);
    const keep = (entry: Entry, score: number) => void best.set(entry, Math.min(score, best.get(entry) ?? 1));
    for (const { entry, score } of findByReading(folded)) keep(entry, score);
    for (const hit of names.search(folded)) keep(hit.item.entry, scoreName(hit, folded));
    for (const { item, score = 1 } of words.search(folded)) keep(item.entry, wordScore + (1 - wordScore) * score);
    // the sort is stable: a name that is the query itself stays before one that only sounds so
    const sorted = [...best].sort(([, a], [, b]) => a - b);
    return sorted.slice(0, limit).map(([{ kind, id }, score]) => ({ kind, id, score }));
  }

  function findByReading(folded: string): { entry: Entry; score: number }[] {
    const typed = foldPinyin(folded);
    if (typed === undefined) return [];
    return entries.flatMap((entry) => {
      const score = entry.reading && scoreReading(entry.reading, typed);
      return score === undefined ? [] : [{ entry, score }];
    });
  }

  function findTerm(text: string): string | undefined {
    const folded = fold(text);
    if (!folded) return undefined;
    const first = exact.get(folded) ?? exact.get(folded.replace(/(?:'s|s)$/, ''));
    if (first?.kind === 'term') return first.id;
    const near = terms.search(folded).map((hit) => ({ id: hit.item.entry.id, score: scoreName(hit, folded) }));
    return near.sort((a, b) => a.score - b.score)[0]?.id;
  }

  return { find, findTerm };
}

/** Of names with the same slips the one that has least beside the query: `Kubernets` is Kubernetes before it is kubernetes/kubectl. */
function scoreName({ item, score = 1 }: { item: Spelling; score?: number }, query: string): number {
  return score + Math.min(Math.abs(item.text.length - query.length), 50) / 1000;
}

function entriesOf({ terms, events, readings }: SearchablePack, fold: (text: string) => string): Entry[] {
  const unique = (names: readonly string[]) => [...new Set(names.map(fold))];
  return [
    ...terms.map(({ id, name, identity, surfaces }) => ({
      kind: 'term' as const,
      id,
      names: unique([name.en, name.zh, id, ...surfaces.map((surface) => surface.text)]),
      words: [identity.en, identity.zh],
      reading: readings?.terms[id],
    })),
    ...events.map(({ id, title, label, date, significance }) => ({
      kind: 'event' as const,
      id,
      names: unique([title.en, title.zh, label.en, label.zh]),
      words: [date, significance.en, significance.zh],
      reading: readings?.events[id],
    })),
  ];
}
