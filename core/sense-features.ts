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
export interface TextAround<T extends Token = Token> {
  text: string;
  tokens: readonly T[];
  sureHere: ReadonlySet<number>;
}

/** What the page says beyond the text: the words of its title, and the terms that are sure in title, address or elsewhere on it. */
export interface PageAround {
  title: readonly Token[];
  sureTerms: ReadonlySet<number>;
}

/**
 * The kinds of evidence: b the term itself, f its form (lower case, capital, plural), p and n the word right before and after, l a word of the
 * neighbourhood, w a word of the scene, t a word of the title, s other terms that are sure.
 */
export type Kind = 'b' | 'f' | 'p' | 'n' | 'l' | 'w' | 't' | 's';

/** Tokens on either side that are the neighbourhood, and the scene. */
const near = 6;
const wide = 60;

/** Cuts a text into words. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const seen = new Map<string, number>();
  const add = (word: string, start: number, end: number) => {
    tokens.push({ word, start, end, previous: seen.get(word) ?? -1 });
    seen.set(word, tokens.length - 1);
  };
  for (const { 0: piece, index } of text.matchAll(/\p{Script=Han}+|[\p{L}\p{N}_](?:(?!\p{Script=Han})[\p{L}\p{N}_+#])*/gu)) {
    if (!/^\p{Script=Han}/u.test(piece)) add(piece.toLowerCase(), index, index + piece.length);
    else if (piece.length === 1) add(piece, index, index + 1);
    else for (let at = 0; at < piece.length - 1; at++) add(piece.slice(at, at + 2), index + at, index + at + 2);
  }
  return tokens;
}

type Visit = (kind: Kind, word: string, token?: Token) => void;

/**
 * Tells the evidence that a text holds for one surface found in it, piece by piece and each once: the kind, and the word (or a name for what
 * is no word). Learning and deciding both listen here, so that they cannot differ.
 */
export function visitText({ text, tokens, sureHere, found }: TextAround & { found: Found }, visit: Visit): void {
  visit('b', '');
  visit('f', formOf(text.slice(found.start, found.end)));
  const first = firstFrom(tokens, found.start);
  const last = firstFrom(tokens, found.end);
  visitBeside({ text, found, before: tokens[first - 1], after: tokens[last] }, visit);
  const from = { wide: Math.max(0, first - wide), near: Math.max(0, first - near) };
  const to = { wide: Math.min(tokens.length, last + wide), near: last + near };
  for (let at = from.wide; at < to.wide; at++) {
    if (at === first) at = last;
    const token = tokens[at];
    if (!token || at >= to.wide) break;
    if (token.previous < from.wide) visit('w', token.word, token);
    if (at >= from.near && at < to.near && token.previous < from.near) visit('l', token.word, token);
  }
  visit('s', `here ${countOthers(sureHere, found.term)}`);
  if (sureHere.has(found.term)) visit('s', 'self here');
}

/** Tells the evidence of the page around it, which may still grow. */
export function visitPage({ title, sureTerms, found }: PageAround & { found: Found }, visit: Visit): void {
  for (const token of title) if (token.previous < 0) visit('t', token.word, token);
  // whether, not how many: the page grows while it is read, and more of it must never turn yes to no
  visit('s', `page ${Math.min(1, countOthers(sureTerms, found.term))}`);
  if (sureTerms.has(found.term)) visit('s', 'self page');
}

function visitBeside(
  { text, found, before, after }: { text: string; found: Found; before: Token | undefined; after: Token | undefined },
  visit: (kind: Kind, word: string, token?: Token) => void,
): void {
  if (before && isBeside(text, before.end, found.start)) visit('p', before.word, before);
  else visit('p', signAt(text, found.start - 1, -1));
  if (after && isBeside(text, found.end, after.start)) visit('n', after.word, after);
  else visit('n', signAt(text, found.end, 1));
}

function formOf(word: string): string {
  if (word === word.toUpperCase() && word === word.toLowerCase()) return 'han';
  const plural = /[a-z]s$/.test(word) ? ' s' : '';
  if (word === word.toLowerCase()) return `low${plural}`;
  return (word === word.toUpperCase() && word.length > 1 ? 'upper' : 'cap') + plural;
}

function isBeside(text: string, from: number, to: number): boolean {
  return to - from <= 2 && !/[.!?,;:。！？，；：()\n]/.test(text.slice(from, to));
}

/** The sign that stands there instead of a word, past one space; `$` at the end of the text. */
function signAt(text: string, at: number, way: 1 | -1): string {
  const sign = text.charAt(at) === ' ' ? text.charAt(at + way) : text.charAt(at);
  return sign === '' ? '$' : sign === '\n' ? '¶' : sign;
}

function countOthers(terms: ReadonlySet<number>, self: number): number {
  return Math.min(4, terms.size - (terms.has(self) ? 1 : 0));
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
