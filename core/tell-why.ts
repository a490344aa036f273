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
  'a about above after all also an and any are as at be been before but by can could did do does each for from had has have he her his how if in into is it its like made make many may more most much must new no not now of on one only or other our out over own same set she should so some such than that the their them then there these they this those to two under up use used uses using very was we were what when where which while who why will with within without would you your 一个 一些 不必 不是 为了 也有 什么 他们 以及 你们 使用 只是 可以 因为 基于 如果 已经 我们 所有 所以 提供 是否 没有 然后 自己 这个 这些 进行 通过 那个 都是 需要 还有'.split(
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
  const words = stretches.sort((a, b) => b.weight - a.weight).map(({ start, end }) => wholeWords(text, start, end));
  return words
    .filter(
      (word, at) => word !== '' && !grammar.has(word) && words.findIndex((other) => other.toLowerCase() === word.toLowerCase()) === at,
    )
    .slice(0, mostWords);
}

/** Han before and after a stretch that decides where its words begin and end. */
const surroundings = 8;

/** The stretch without half words of Han at its ends: of 础设 out of 基础设施 nothing is left. */
function wholeWords(text: string, start: number, end: number): string {
  const stretch = text.slice(start, end);
  if (!isHan(stretch)) return stretch;
  const from = Math.max(0, start - surroundings);
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text.slice(from, end + surroundings))];
  const words = segments
    .map(({ index, segment }) => ({ from: from + index, to: from + index + segment.length }))
    .filter((word) => word.from >= start && word.to <= end);
  const long = words.filter((word) => word.to - word.from > 1);
  // A name that the browser's dictionary does not know, such as 谷歌, falls apart into single signs.
  const isName = words.length === end - start;
  const whole = isName ? words : long;
  return text.slice(whole[0]?.from ?? start, whole.at(-1)?.to ?? start);
}

function isHan(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}
