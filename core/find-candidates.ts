/**
 * An index of texts by their pairs of neighbouring characters. Fuse.js looks at every text it holds, 20 ms for 2,500 names and half a
 * second for 60,000; a misspelt name still shares most of its pairs, so Fuse.js is asked about the nearest few only.
 */
export interface CandidateIndex {
  /** The numbers of the texts that share most pairs with the query, best first. */
  find(query: string, most: number): number[];
}

/** Of the query's pairs at least this share must be in a text: two letters turned round in a word of six leave 3 of 7. */
const leastShare = 0.34;

export function createCandidateIndex(texts: readonly string[]): CandidateIndex {
  const numbers = new Map<string, number>();
  const postings: number[][] = [];
  const sizes = new Uint16Array(texts.length);
  texts.forEach((text, at) => {
    const pairs = pairsOf(text);
    sizes[at] = Math.min(pairs.size, 0xffff);
    for (const pair of pairs) {
      let number = numbers.get(pair);
      if (number === undefined) {
        number = postings.length;
        numbers.set(pair, number);
        postings.push([]);
      }
      postings[number]?.push(at);
    }
  });
  const counts = new Uint16Array(texts.length);

  return {
    find(query, most) {
      const pairs = pairsOf(query);
      const touched: number[] = [];
      for (const pair of pairs) {
        const number = numbers.get(pair);
        if (number === undefined) continue;
        for (const at of postings[number] as number[]) {
          if (counts[at] === 0) touched.push(at);
          counts[at] = (counts[at] as number) + 1;
        }
      }
      const least = Math.max(1, Math.ceil(pairs.size * leastShare));
      // a text that is longer than the query is as good, other things being equal a little less so
      const near = touched.flatMap((at) => {
        const count = counts[at] as number;
        return count < least ? [] : [{ at, likeness: count - (sizes[at] as number) / 200 }];
      });
      for (const at of touched) counts[at] = 0;
      return near
        .sort((a, b) => b.likeness - a.likeness)
        .slice(0, most)
        .map(({ at }) => at);
    },
  };
}

/** The pairs of a text, and its first character alone; spaces count for nothing. */
function pairsOf(text: string): Set<string> {
  const dense = text.replace(/[\s-]+/g, '');
  const pairs = new Set<string>([`^${dense.charAt(0)}`]);
  for (let at = 0; at + 1 < dense.length; at++) pairs.add(dense.slice(at, at + 2));
  return pairs;
}
