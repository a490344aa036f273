import type { Found } from './find-terms';

/** A word of a text, folded: Latin words and numbers in lower case, Han as overlapping pairs. Offsets are UTF-16, into the text. */
export interface Token {
  word: string;
  start: number;
  end: number;
  /** the place of the last token before with the same word, or -1: a word counts once in a window */
  previous: number;
}

/** A text with the terms in it that are spelt so that they can mean nothing else. */
export interface TextAround {
  text: string;
  tokens: readonly Token[];
  sureHere: ReadonlySet<number>;
}

/** What the page says: the words of its title, and the terms that are sure in its title, its address or anywhere in its text. */
export interface PageAround {
  title: readonly Token[];
  sureTerms: ReadonlySet<number>;
}

/**
 * The kinds of evidence: b the term itself, f its form (lower case, capital, plural), p and n the word right before and after, c both of
 * them together, l a word of the neighbourhood, w a word of the scene, t a word of the title, s other terms that are sure.
 */
export type Kind = 'b' | 'f' | 'p' | 'n' | 'c' | 'l' | 'w' | 't' | 's';

/** So many other sure terms on a page are a step of evidence each. */
const leastTerms = [1, 2, 4, 8, 16];

/** Tokens on either side that are the neighbourhood, and the scene. */
const near = 6;
const wide = 60;

/**
 * Most texts hold Latin letters, Han and punctuation alone: the words of these need no table of all letters, which takes the annotator two
 * milliseconds to compile at its start.
 */
const isPlain =
  /^[\0-\x7f\xa0-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\xd7\xf7\u2000-\u206f\u2190-\u245f\u2500-\u2775\u3000-\u3004\u3008-\u3020\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff20]*$/;
const plainHan = /^[\u3400-\u9fff]/;
const plainWords = /[\u3400-\u9fff]+|[A-Za-z0-9_][A-Za-z0-9_+#]*/g;

/** Cuts a text into words. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const seen = new Map<string, number>();
  const add = (word: string, start: number, end: number) => {
    tokens.push({ word, start, end, previous: seen.get(word) ?? -1 });
    seen.set(word, tokens.length - 1);
  };
  const plain = isPlain.test(text);
  const words = plain ? plainWords : /\p{Script=Han}+|[\p{L}\p{N}_](?:(?!\p{Script=Han})[\p{L}\p{N}_+#])*/gu;
  for (const { 0: piece, index } of text.matchAll(words)) {
    if (!(plain ? plainHan : /^\p{Script=Han}/u).test(piece)) add(piece.toLowerCase(), index, index + piece.length);
    else if (piece.length === 1) add(piece, index, index + 1);
    else for (let at = 0; at < piece.length - 1; at++) add(piece.slice(at, at + 2), index + at, index + at + 2);
  }
  return tokens;
}

export type Visit = (kind: Kind, word: string, token?: Token) => void;

/**
 * Tells the evidence that a text holds for one surface found in it, piece by piece and each once: the kind, and the word (or a name for what
 * is no word). What is learned from listens here.
 */
export function visitText(question: TextAround & { found: Found }, visit: Visit): void {
  visitWord(question, question.found, sceneOf(question.tokens, question.found), visit);
  visitTermsHere(question, visit);
  visitScene(question, visit);
}

/** The evidence at the word itself: the term, its form, and what stands beside it. */
function visitWord(around: TextAround, found: Found, scene: { first: number; last: number }, visit: Visit): void {
  const { form, left, right, before, after } = standingOf(around, found, scene);
  visit('b', '');
  visit('f', form);
  visit('p', left, before);
  visit('n', right, after);
  visit('c', `${left} ${right}`);
}

/** How a surface stands: its form, and the words beside it, or the signs where no word is. */
export function standingOf({ text, tokens }: TextAround, { start, end }: Found, { first, last }: { first: number; last: number }) {
  const previous = tokens[first - 1];
  const next = tokens[last];
  const before = previous && isBeside(text, previous.end, start) ? previous : undefined;
  const after = next && isBeside(text, end, next.start) ? next : undefined;
  return {
    form: formOf(text, start, end),
    left: before ? before.word : signAt(text, start - 1, -1),
    right: after ? after.word : signAt(text, end, 1),
    before,
    after,
  };
}

/** The evidence of other terms that are sure in the same text. */
export function visitTermsHere({ sureHere, found }: { sureHere: ReadonlySet<number>; found: { term: number } }, visit: Visit): void {
  visit('s', `here ${Math.min(4, countOthers(sureHere, found.term))}`);
  if (sureHere.has(found.term)) visit('s', 'self here');
}

/** The words around it, nearer and farther. */
function visitScene({ tokens, found }: TextAround & { found: Found }, visit: Visit): void {
  const scene = sceneOf(tokens, found);
  for (let at = scene.from; at < scene.to; at++) {
    if (at === scene.first) at = scene.last;
    const token = tokens[at];
    if (!token || at >= scene.to) break;
    if (token.previous < scene.from) visit('w', token.word, token);
    if (at >= scene.nearFrom && at < scene.nearTo && token.previous < scene.nearFrom) visit('l', token.word, token);
  }
}

/** The tokens that are looked at for a surface, `first` to `last` being its own. */
export function sceneOf(tokens: readonly Token[], { start, end }: Found) {
  const first = firstFrom(tokens, start);
  let last = first;
  while (last < tokens.length && (tokens[last] as Token).start < end) last++;
  return {
    first,
    last,
    from: Math.max(0, first - wide),
    to: Math.min(tokens.length, last + wide),
    nearFrom: Math.max(0, first - near),
    nearTo: last + near,
  };
}

/** Tells the evidence of the page around it, which may still grow. */
export function visitPage(question: PageAround & { found: Found }, visit: Visit): void {
  for (const token of question.title) if (token.previous < 0) visit('t', token.word, token);
  visitTerms(question, visit);
}

/** The evidence of other terms that are sure on the page. */
export function visitTerms({ sureTerms, found }: { sureTerms: ReadonlySet<number>; found: { term: number } }, visit: Visit): void {
  const others = countOthers(sureTerms, found.term);
  for (const least of leastTerms) if (others >= least) visit('s', `page ${least}`);
  if (sureTerms.has(found.term)) visit('s', 'self page');
}

function formOf(text: string, start: number, end: number): string {
  let hasLower = false;
  let hasUpper = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f && !isHan(code)) return formOfAny(text.slice(start, end));
    if (code >= 0x61 && code <= 0x7a) hasLower = true;
    else if (code >= 0x41 && code <= 0x5a) hasUpper = true;
  }
  if (!hasLower && !hasUpper) return 'han';
  const isPlural = text.charCodeAt(end - 1) === 0x73 && end - start > 1 && text.charCodeAt(end - 2) >= 0x61;
  if (!hasUpper) return isPlural ? 'low s' : 'low';
  if (!hasLower && end - start > 1) return 'upper';
  return isPlural ? 'cap s' : 'cap';
}

const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;

function formOfAny(word: string): string {
  const lower = word.toLowerCase();
  const upper = word.toUpperCase();
  if (lower === upper) return 'han';
  const isPlural = word.endsWith('s') && word.charCodeAt(word.length - 2) >= 0x61;
  if (word === lower) return isPlural ? 'low s' : 'low';
  if (word === upper && word.length > 1) return 'upper';
  return isPlural ? 'cap s' : 'cap';
}

function isBeside(text: string, from: number, to: number): boolean {
  if (to - from === 1 && text.charCodeAt(from) === 0x20) return true;
  return to - from <= 2 && !/[.!?,;:。！？，；：()\n]/.test(text.slice(from, to));
}

/** The sign that stands there instead of a word, past one space; `$` at the end of the text. */
function signAt(text: string, at: number, way: 1 | -1): string {
  const sign = text.charAt(at) === ' ' ? text.charAt(at + way) : text.charAt(at);
  return sign === '' ? '$' : sign === '\n' ? '¶' : sign;
}

function countOthers(terms: ReadonlySet<number>, self: number): number {
  return terms.size - (terms.has(self) ? 1 : 0);
}

/** The first token that begins at or after an offset. */
function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
