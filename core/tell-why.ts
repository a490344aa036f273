import type { Reason } from './sense-model';

/** Why a word is taken for a term, or not: by its spelling, by the reader's own word, or by what stands around it. */
export type Why =
  | { kind: 'spelling' }
  | { kind: 'reader' }
  /** not marked: nothing on the page is a term for certain, so nobody looked further */
  | { kind: 'alone' }
  /** not marked: these words of the text, weightiest first, speak against it; none, where too little spoke for it */
  | { kind: 'against'; near: string[] }
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
/** A word that weighs less than this share of the weightiest is left out beside it. */
const leastShare = 0.35;
const mostWords = 4;
const mostTerms = 3;

/** Words that a sentence is built with, of any matter: they count in a decision, but tell a reader nothing. */
const grammar = new Set(
  'a about above active add added adds after again against all allow allowed allows already also always am an and another any anything are as at attempt attempts automatically away back based be became because become becomes been before began begin being below best better between big both bring but by call called came can case cases cause causes causing change changed changes come comes contain contains could create created creates current currently day days demonstrating did different difficult do does doing done down during each either else enable enabled enables end enough etc even ever every exactly example explicitly featured find first follow following for formerly found from full further gave general generate get gets getting give given gives go goal goes going good got great had happen hard has have having he help helps her here high him himself his hold how however i if in including instead into is it its itself joined just keep kind know known last late later latest least left less let like likely list little long look lot lots low made make makes making man many may me means men might mine more most much must my myself name named near need needed needs never new next no not nothing now number of off often old on once one only open opens or order original other others otherwise our ourselves out over own part parts per perhaps place possible provide provided provides put quite rather read ready real really run same say says see seen set several she should show shown shows side simple simply since small so some something start started starts state still such sure take taken takes tell than that the their them themselves then there these they thing things think this those thought through time times to together too took toward try turn two typically under up upon us use used uses using usually various very wait want wants was way ways we well went were what when where whether which while who whole why will wish with within without won work works would write written year years yet you your yours 一个 一些 一样 一种 不会 不同 不必 不是 不能 为了 主要 之前 之后 也有 什么 今天 今年 他们 以及 但是 你们 使用 例如 其中 去年 只是 只有 可以 可能 同时 因为 基于 大家 如果 就是 已经 并且 开始 很多 得到 必须 情况 成为 我们 或者 所以 所有 提供 方式 时候 是否 最后 没有 然后 然而 现在 目前 相关 看到 知道 能够 自己 还是 还有 这个 这些 这是 这样 这种 进行 通常 通过 那个 那么 部分 都是 问题 需要 首先'.split(
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
    near: wordsOf({ reasons: reasons.filter(isInText), text }),
    title: wordsOf({ reasons: reasons.filter(({ kind }) => kind === 't'), text: title }),
    terms: isPage ? terms.slice(0, mostTerms) : [],
  };
}

/** The same for a word that is not marked: what spoke against it. */
export function tellWhyNot({ reasons, text }: { reasons: readonly Reason[]; text: string }): Extract<Why, { kind: 'against' }> {
  const against = reasons.filter(isInText).map((reason) => ({ ...reason, weight: -reason.weight }));
  return { kind: 'against', near: wordsOf({ reasons: against, text }) };
}

function isInText({ kind }: Reason): boolean {
  return 'pnlw'.includes(kind);
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
  stretches.sort((a, b) => b.weight - a.weight);
  const words = stretches
    .filter(({ weight }) => weight >= leastShare * (stretches[0]?.weight ?? 0))
    .map(({ start, end }) => wholeWords(text, start, end));
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
