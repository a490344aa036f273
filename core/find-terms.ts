import { codeAfter, foldCode, invisible, isHanCode, isWordCode, nextCode, space } from './fold-text';

/**
 * What the build makes of all surfaces: a line a term, in the pack's order; the folded spellings on it parted by tabs, each with a sign
 * before it where a rule holds. It is text, not a table of numbers: a term's number costs nothing, and likeness side by side gzips well.
 */
export type SurfaceTable = string;

/** The signs before a spelling: an everyday word too; a capital must lead; capitals exactly as written (then tidied, not folded). */
export const sign = { unsure: '?', capital: '^', exact: '=' } as const;

/** A surface found in a text. `start` and `end` are UTF-16 offsets into it. */
export interface Found {
  /** the term's place in the order of the pack */
  term: number;
  start: number;
  end: number;
  /** an everyday word too: `chooseSense` decides */
  unsure: boolean;
}

export interface Matcher {
  find(text: string): Found[];
  /** Adds what begins between two offsets of the text to a list; returns where to go on. A long text is read in such parts. */
  findPart(text: string, from: number, to: number, found: Found[]): number;
}

/** Folded ASCII letters, digits and the underscore by their code; 0 for what is no part of a word. Filled where a matcher is made. */
const asciiWord = new Uint8Array(128);

/** A surface begins with a whole word, or with two characters of a script without spaces: by their hash it is looked up. */
function hashOn(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/**
 * Builds the look-up, once in a frame that has text: flat arrays of numbers beside the table itself, 8 kB for 450 surfaces. The text is then
 * read once, with one array look-up a word, however many surfaces there are (`npm run bench -- growing-terms`).
 */
export function createMatcher(table: SurfaceTable): Matcher {
  for (let code = 0; code < 128; code++) if (isWordCode(foldCode(code))) asciiWord[code] = foldCode(code);
  const { starts, terms, rules, hashes } = readCells(table);
  const mask = 2 ** Math.ceil(Math.log2(starts.length * 4 + 1)) - 1;
  // the first cell in each bucket, and the next one of the same bucket; both + 1
  const Cells = starts.length < 65_535 ? Uint16Array : Uint32Array;
  const heads = new Cells(mask + 1);
  const nexts = new Cells(starts.length);
  for (let cell = 0; cell < starts.length; cell++) {
    const bucket = (hashes[cell] as number) & mask;
    nexts[cell] = heads[bucket] as number;
    heads[bucket] = cell + 1;
  }

  /** Where the surface of a cell ends, if it stands in the text from `start` on; else -1. */
  function endOf(text: string, start: number, cell: number): number {
    let at = start;
    let last = 0;
    let from = starts[cell] as number;
    for (let raw = 0; (raw = table.charCodeAt(from)) > lineBreak; from++) {
      let wanted = asciiWord[raw];
      // most often the very same letter stands in both
      if (wanted && raw === text.charCodeAt(at)) {
        last = wanted;
        at++;
        continue;
      }
      wanted = nextCode(table, from, last);
      if (wanted === invisible) continue;
      let seen = invisible;
      while (at < text.length && seen === invisible) seen = nextCode(text, at++, last);
      if (seen !== wanted) return -1;
      last = seen;
    }
    if (isWordCode(last) && isWordCode(codeAfter(text, at - 1))) return -1;
    return !rules[cell] || isInCase(text.slice(start, at), cell, from) ? at : -1;
  }

  function isInCase(word: string, cell: number, end: number): boolean {
    const rule = rules[cell] as number;
    if (rule & capital && !isCapital(word.charAt(0))) return false;
    return !(rule & exact) || capitalsOf(word) === capitalsOf(table.slice(starts[cell], end));
  }

  function longestAt(text: string, start: number, hash: number): Found | undefined {
    let longest = start;
    let best = 0;
    for (let cell = heads[hash & mask] as number; cell; cell = nexts[cell - 1] as number) {
      const end = hashes[cell - 1] === hash ? endOf(text, start, cell - 1) : -1;
      if (end <= longest) continue;
      longest = end;
      best = cell;
    }
    return best
      ? { term: terms[best - 1] as number, start, end: longest, unsure: ((rules[best - 1] as number) & unsure) !== 0 }
      : undefined;
  }

  /** One character of a script without spaces may be a surface by itself; two are the usual head of one. */
  function longestFrom(text: string, start: number, code: number): Found | undefined {
    const single = hashOn(0, code);
    let second = invisible;
    for (let at = start + 1; at < text.length && second === invisible; at++) second = nextCode(text, at, code);
    return longestAt(text, start, hashOn(single, second)) ?? longestAt(text, start, single);
  }

  function findPart(text: string, from: number, to: number, found: Found[]): number {
    let at = from;
    while (at < to) {
      const raw = text.charCodeAt(at);
      const code = raw < 128 ? (asciiWord[raw] as number) : foldCode(raw);
      if (code === 0 || !(raw < 128 || isWordCode(code))) {
        const hit = isHanCode(code) ? longestFrom(text, at, code) : undefined;
        if (hit) found.push(hit);
        at = hit ? hit.end : at + 1;
        continue;
      }
      const start = at;
      const hash = hashWord(text, start);
      // to the end of the word: a surface begins at the head of one
      at = wordEnd;
      const hit = heads[hash & mask] ? longestAt(text, start, hash) : undefined;
      if (!hit) continue;
      found.push(hit);
      at = hit.end;
    }
    return at;
  }

  return {
    find(text) {
      const found: Found[] = [];
      findPart(text, 0, text.length, found);
      return found;
    },
    findPart,
  };
}

/** A tab or it ends a spelling, and nothing below it stands in one. */
const lineBreak = 10;
/** The signs in the order of their bits. */
const signs = '?^=';
const unsure = 1;
const capital = 2;
const exact = 4;

/**
 * Where each spelling begins in the table, its term, its signs and the hash of its head; only heads are read character by character.
 * Empty cells (a pack without terms has one) are none.
 */
function readCells(table: SurfaceTable): Record<'starts' | 'terms' | 'rules' | 'hashes', number[]> {
  const cells = { starts: [] as number[], terms: [] as number[], rules: [] as number[], hashes: [] as number[] };
  table.split('\n').reduce((lineStart, line, term) => {
    line.split('\t').reduce((start, cell) => {
      let rules = 0;
      let at = 0;
      for (let place = 0; (place = signs.indexOf(cell[at] as string)) >= 0; at++) rules |= 1 << place;
      if (at < cell.length) {
        cells.starts.push(start + at);
        cells.terms.push(term);
        cells.rules.push(rules);
        cells.hashes.push(headHash(cell, at));
      }
      return start + cell.length + 1;
    }, lineStart);
    return lineStart + line.length + 1;
  }, 0);
  return cells;
}

function headHash(cell: string, start: number): number {
  const first = foldCode(cell.charCodeAt(start));
  if (isWordCode(first)) return hashWord(cell, start);
  const hash = hashOn(0, first);
  return start + 1 < cell.length ? hashOn(hash, codeAfter(cell, start)) : hash;
}

/** Where the word that was hashed last ends. */
let wordEnd = 0;

/** Hashes the word that begins at an offset, and sets `wordEnd`. */
function hashWord(text: string, start: number): number {
  let hash = 0;
  let at = start;
  for (; at < text.length; at++) {
    const raw = text.charCodeAt(at);
    const code = raw < 128 ? (asciiWord[raw] as number) : foldCode(raw);
    if (raw >= 128 && code === invisible) continue;
    if (code === 0 || !(raw < 128 || isWordCode(code))) break;
    hash = hashOn(hash, code);
  }
  wordEnd = at;
  return hash;
}

/** A sign for each character that shows: two texts that fold to the same differ only in this, a line break for a space set aside. */
function capitalsOf(text: string): string {
  let capitals = '';
  for (let at = 0; at < text.length; at++) {
    const code = foldCode(text.charCodeAt(at));
    if (code !== invisible && code !== space) capitals += isCapital(text.charAt(at)) ? '^' : '.';
  }
  return capitals;
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
