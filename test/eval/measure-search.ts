import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Fuse from 'fuse.js';
import type { Pack } from '../../core/pack-schema';

/** What somebody types, and what should come first: any of these ids. */
export interface Query {
  query: string;
  kind: string;
  expect: string[];
  /** the search was tuned on one half, and never looked at the other */
  half: 'tuned' | 'unseen';
}

export interface HitRates {
  /** shares, 0 to 1 */
  first: number;
  firstThree: number;
  /** what was not among the first three, and what was there instead */
  misses: string[];
}

type Find = (query: string) => readonly { id: string }[];

export function readQueries(): Query[] {
  const lines = readFileSync(join(import.meta.dirname, 'queries.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Query);
}

export function measureSearch(find: Find, queries: readonly Query[]): HitRates {
  const found = queries.map(({ query, expect }) => {
    const hits = find(query).map(({ id }) => id);
    return { query, expect, hits, rank: hits.findIndex((id) => expect.includes(id)) };
  });
  const share = (most: number) => found.filter(({ rank }) => rank >= 0 && rank < most).length / queries.length;
  const missed = found.filter(({ rank }) => rank !== 0);
  return {
    first: share(1),
    firstThree: share(3),
    misses: missed.map(({ query, expect, hits }) => `${query}: ${hits.slice(0, 3).join(', ') || 'nothing'}; wanted ${expect.join(' or ')}`),
  };
}

/** Fuse.js as it comes, over the same names and texts: what the search adds is the difference. */
export function createRawFuse({ terms, events }: Pack): Find {
  const entries = [
    ...terms.map(({ id, name, identity, surfaces }) => ({
      id,
      names: [name.en, name.zh, ...surfaces.map(({ text }) => text)],
      texts: [identity.en, identity.zh],
    })),
    ...events.map(({ id, title, label, significance, date }) => ({
      id,
      names: [title.en, title.zh, label.en, label.zh],
      texts: [significance.en, significance.zh, date],
    })),
  ];
  const fuse = new Fuse(entries, { keys: ['names', 'texts'] });
  return (query) => fuse.search(query, { limit: 20 }).map(({ item }) => item);
}
