import Fuse from 'fuse.js';
import { createCandidateIndex } from './find-candidates';
import { createWordIndex } from './find-words';
import { foldText } from './fold-text';
import { createSimplifier, foldPinyin, type NameReading, type NameReadings, scoreReading } from './name-readings';
import type { Pack } from './pack-schema';
import { scoreName } from './score-name';

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
  names: { text: string; isAlias: boolean }[];
  words: string[];
  reading: NameReading | undefined;
}

/** One spelling of an entry: looked at alone, so that an entry does not win by having many. */
interface Spelling {
  entry: Entry;
  text: string;
  isAlias: boolean;
}

/** Two slips in a word of nine letters still count as that word, three do not (`Kubernets`, `dokcer`; not `docket server`). */
const threshold = 0.34;
/** A misspelt name comes after every name that holds what was typed. */
const slipScore = 0.25;
/** What is only told of an entry comes after what an entry is called. */
const wordScore = 0.5;
/** Of equals a thing comes before what befell it, and what it is called before its other spellings. */
const eventHandicap = 0.02;
const aliasHandicap = 0.005;
/** Fuse.js is asked about so many of the nearest spellings, and so many texts are looked at. */
const mostCandidates = 60;
const mostTexts = 40;

/**
 * Indexes names, aliases and event titles of both languages. With readings, Chinese names are found by pinyin (`rongqi`), by initials
 * (`rqbp`) and in traditional characters too. How well and how fast: `npm run bench -- search-hits search-time`.
 */
export function createSearch(pack: SearchablePack): Search {
  const simplify = createSimplifier(pack.readings?.simplified ?? '');
  const fold = (text: string) => simplify(foldText(text));
  const entries = entriesOf(pack, fold);
  const exact = new Map<string, Entry>();
  for (const entry of [...entries].reverse()) for (const { text } of entry.names) exact.set(text, entry);
  const spellings = entries.flatMap((entry) => entry.names.map(({ text, isAlias }): Spelling => ({ entry, text, isAlias })));
  const candidates = createCandidateIndex(spellings.map(({ text }) => text));
  const texts = entries.flatMap((entry) => entry.words.map((text) => ({ entry, text: fold(text) })));
  const words = createWordIndex(texts.map(({ text }) => text));

  function find(query: string, limit = 20): Hit[] {
    const folded = fold(query);
    if (!folded) return [];
    const best = new Map<Entry, number>();
    const keep = (entry: Entry, score: number) => void best.set(entry, Math.min(score, best.get(entry) ?? 1));
    const first = exact.get(folded);
    if (first) keep(first, 0);
    for (const { entry, score } of findByReading(folded)) keep(entry, score);
    for (const { spelling, score } of findByName(folded)) keep(spelling.entry, score);
    for (const { at, share } of words.find(folded, mostTexts)) {
      const found = texts[at];
      if (found) keep(found.entry, wordScore + (1 - share) * (1 - wordScore));
    }
    // the sort is stable: a name that is the query itself stays before one that only sounds so
    const sorted = [...best].sort(([, a], [, b]) => a - b);
    return sorted.slice(0, limit).map(([{ kind, id }, score]) => ({ kind, id, score }));
  }

  function findByName(folded: string): { spelling: Spelling; score: number }[] {
    const near = candidates.find(folded, mostCandidates).flatMap((at) => spellings[at] ?? []);
    const named = near.flatMap((spelling) => {
      const score = scoreName(spelling.text, folded);
      return score === undefined ? [] : [{ spelling, score: score === 0 ? 0 : score + handicapOf(spelling) }];
    });
    const known = new Set(named.map(({ spelling }) => spelling));
    const slips = searchSlips(
      near.filter((spelling) => !known.has(spelling)),
      folded,
    ).map(({ spelling, score }) => ({ spelling, score: slipScore + score * (1 - slipScore) + handicapOf(spelling) }));
    return [...named, ...slips];
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
    const near = candidates.find(folded, mostCandidates).flatMap((at) => spellings[at] ?? []);
    const terms = searchSlips(
      near.filter(({ entry }) => entry.kind === 'term'),
      folded,
      { ignoreLocation: false, distance: 20 },
    );
    return terms.sort((a, b) => a.score - b.score)[0]?.spelling.entry.id;
  }

  return { find, findTerm };
}

function handicapOf({ entry, isAlias }: Spelling): number {
  return (entry.kind === 'event' ? eventHandicap : 0) + (isAlias ? aliasHandicap : 0);
}

/** Of names with the same slips the one that has least beside the query comes first: `Kubernets` is Kubernetes before it is kubernetes/kubectl. */
function searchSlips(
  spellings: readonly Spelling[],
  query: string,
  options: { ignoreLocation: boolean; distance?: number } = { ignoreLocation: true },
): { spelling: Spelling; score: number }[] {
  const fuse = new Fuse(spellings, { keys: ['text'], includeScore: true, minMatchCharLength: 2, threshold, ...options });
  return fuse.search(query).map(({ item, score = 1 }) => ({
    spelling: item,
    score: score + Math.min(Math.abs(item.text.length - query.length), 50) / 1000,
  }));
}

function entriesOf({ terms, events, readings }: SearchablePack, fold: (text: string) => string): Entry[] {
  const namesOf = (own: readonly string[], aliases: readonly string[] = []) => {
    const main = new Set(own.map(fold));
    const others = new Set(aliases.map(fold).filter((text) => !main.has(text)));
    return [...[...main].map((text) => ({ text, isAlias: false })), ...[...others].map((text) => ({ text, isAlias: true }))];
  };
  return [
    ...terms.map(({ id, name, identity, surfaces }) => ({
      kind: 'term' as const,
      id,
      names: namesOf(
        [name.en, name.zh, id],
        surfaces.map((surface) => surface.text),
      ),
      words: [identity.en, identity.zh],
      reading: readings?.terms[id],
    })),
    ...events.map(({ id, title, label, date, significance }) => ({
      kind: 'event' as const,
      id,
      names: namesOf([title.en, title.zh, label.en, label.zh]),
      words: [date, significance.en, significance.zh],
      reading: readings?.events[id],
    })),
  ];
}
