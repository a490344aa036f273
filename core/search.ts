import Fuse from 'fuse.js';
import { foldText } from './fold-text';
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

interface Entry {
  kind: Hit['kind'];
  id: string;
  names: string[];
  words: string[];
}

/** Two slips in a word of nine letters still count as that word, three do not (`Kubernets`, `dokcer`; not `docket server`). */
const threshold = 0.34;

/** Indexes names, aliases and event titles of both languages; 270 entries take about 3 ms. */
export function createSearch(pack: Pack): Search {
  const entries: Entry[] = [
    ...pack.terms.map((term) => ({
      kind: 'term' as const,
      id: term.id,
      names: unique([term.name.en, term.name.zh, term.id, ...term.surfaces.map((surface) => surface.text)]),
      words: [term.identity.en, term.identity.zh],
    })),
    ...pack.events.map((event) => ({
      kind: 'event' as const,
      id: event.id,
      names: unique([event.title.en, event.title.zh, event.label.en, event.label.zh]),
      words: [event.date, event.significance.en, event.significance.zh],
    })),
  ];
  const exact = new Map<string, Entry>();
  for (const entry of [...entries].reverse()) for (const name of entry.names) exact.set(name, entry);
  const fuse = new Fuse(entries, {
    keys: [{ name: 'names', weight: 3 }, { name: 'words', weight: 1 }],
    threshold,
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    minMatchCharLength: 2,
  });
  const terms = new Fuse(entries.filter((entry) => entry.kind === 'term'), { keys: ['names'], threshold, includeScore: true, distance: 20 });

  function find(query: string, limit = 20): Hit[] {
    const folded = foldText(query);
    if (!folded) return [];
    const first = exact.get(folded);
    const hits = fuse.search(folded, { limit: limit + 1 }).map(({ item, score = 1 }) => ({ kind: item.kind, id: item.id, score }));
    const rest = hits.filter((hit) => hit.id !== first?.id);
    return [...(first ? [{ kind: first.kind, id: first.id, score: 0 }] : []), ...rest].slice(0, limit);
  }

  function findTerm(text: string): string | undefined {
    const folded = foldText(text);
    if (!folded) return undefined;
    const first = exact.get(folded) ?? exact.get(folded.replace(/(?:'s|s)$/, ''));
    return first?.kind === 'term' ? first.id : terms.search(folded, { limit: 1 })[0]?.item.id;
  }

  return { find, findTerm };
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names.map(foldText))];
}
