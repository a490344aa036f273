import type { Reason } from './sense-model';

/** Why a word is taken for a term: by its spelling, by the reader's own word, or by what stands around it. */
export type Why =
  | { kind: 'spelling' }
  | { kind: 'reader' }
  | {
      kind: 'evidence';
      /** words of the text that spoke for it, weightiest first, as they stand there */
      near: string[];
      /** words of the page's title that did */
      title: string[];
      /** other terms on the page, by their place in the pack's order */
      terms: number[];
    };

/** In log-odds: less is no reason that a reader would give. */
const least = 0.5;
const mostWords = 4;
const mostTerms = 3;

/** Words that a sentence is built with: they count in a decision, but tell a reader nothing. */
const grammar = new Set(
  'a about above after all also an and any are as at be been before but by can could did do does each for from had has have he her his how if in into is it its like made make many may more most much must new no not now of on one only or other our out over own same set she should so some such than that the their them then there these they this those to two under up use used uses using very was we were what when where which while who why will with within without would you your'.split(
    ' ',
  ),
);

/** Picks what a reader can follow out of the evidence that a decision summed up. `terms` are those that are sure on the page. */
export function tellWhy({
  reasons,
  text,
  title,
  terms,
}: {
  reasons: readonly Reason[];
  text: string;
  title: string;
  terms: readonly number[];
}): Extract<Why, { kind: 'evidence' }> {
  const isPage = reasons.some(({ kind, word, weight }) => kind === 's' && /page|here [1-4]/.test(word) && weight > 0);
  return {
    kind: 'evidence',
    near: wordsOf({ reasons: reasons.filter(({ kind }) => 'pnlw'.includes(kind)), text }),
    title: wordsOf({ reasons: reasons.filter(({ kind }) => kind === 't'), text: title }),
    terms: isPage ? terms.slice(0, mostTerms) : [],
  };
}

function wordsOf({ reasons, text }: { reasons: readonly Reason[]; text: string }): string[] {
  const stretches: { start: number; end: number; weight: number }[] = [];
  const byPlace = new Map<number, { start: number; end: number; weight: number }>();
  for (const { token, weight } of reasons) {
    if (!token || grammar.has(token.word) || (token.word.length < 2 && !isHan(token.word)) || /^\d+$/.test(token.word)) continue;
    const said = byPlace.get(token.start) ?? { start: token.start, end: token.end, weight: 0 };
    byPlace.set(token.start, { ...said, weight: said.weight + weight });
  }
  // Han comes in overlapping pairs: what hangs together is one word
  for (const said of [...byPlace.values()].filter(({ weight }) => weight >= least).sort((a, b) => a.start - b.start)) {
    const last = stretches.at(-1);
    if (last && said.start < last.end) {
      last.end = said.end;
      last.weight += said.weight;
    } else stretches.push({ ...said });
  }
  const words = stretches.sort((a, b) => b.weight - a.weight).map(({ start, end }) => text.slice(start, end));
  return words.filter((word, at) => words.findIndex((other) => other.toLowerCase() === word.toLowerCase()) === at).slice(0, mostWords);
}

function isHan(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}
