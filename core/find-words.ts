import { wordsOf } from './score-name';

/** An index of running texts by their words; Han by pairs of characters. */
export interface WordIndex {
  /** The numbers of the texts that hold every word of the query, or all but few of them, with the share that they hold. */
  find(query: string, most: number): { at: number; share: number }[];
}

/** Half a query found in a long text is chance. */
const leastShare = 0.6;

export function createWordIndex(texts: readonly string[]): WordIndex {
  const postings = new Map<string, number[]>();
  texts.forEach((text, at) => {
    for (const key of keysOf(text)) {
      const held = postings.get(key);
      if (held) held.push(at);
      else postings.set(key, [at]);
    }
  });

  return {
    find(query, most) {
      const keys = keysOf(query);
      const counts = new Map<number, number>();
      for (const key of keys) for (const at of postings.get(key) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1);
      return [...counts]
        .map(([at, count]) => ({ at, share: count / keys.size }))
        .filter(({ share }) => share >= leastShare)
        .sort((a, b) => b.share - a.share)
        .slice(0, most);
    },
  };
}

function keysOf(text: string): Set<string> {
  const keys = new Set<string>();
  let before = '';
  for (const word of wordsOf(text)) {
    const isHan = /^\p{Script=Han}$/u.test(word);
    if (!isHan) keys.add(word);
    else if (before) keys.add(before + word);
    before = isHan ? word : '';
  }
  return keys;
}
