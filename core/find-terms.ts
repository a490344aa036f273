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
}

/** Folded ASCII letters, digits and the underscore by their code; 0 for what is no part of a word. */
const asciiWord = Uint8Array.from({ length: 128 }, (_, code) => (isWordCode(foldCode(code)) ? foldCode(code) : 0));

/** A surface begins with a whole word, or with two characters of a script without spaces: by their hash it is looked up. */
function hashOn(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/**
 * Builds the look-up, once in a frame that has text: flat arrays of numbers beside the table itself, 8 kB for 450 surfaces. The text is then
 * read once, with one array look-up a word, however many surfaces there are (`npm run bench -- growing-terms`).
 */
export function createMatcher(table: SurfaceTable): Matcher {
  const cells = findCells(table);
  const Numbers = table.length < 0xffff ? Uint16Array : Uint32Array;
  const starts = Numbers.from(cells.starts);
  const terms = Numbers.from(cells.terms);
  const signs = Uint8Array.from(cells.signs);
  const mask = 2 ** Math.ceil(Math.log2(starts.length * 2 + 1)) - 1;
  // the first cell in each bucket, and the next one of the same bucket; both + 1
  const heads = new Numbers(mask + 1);
  const nexts = new Numbers(starts.length);
  for (let cell = 0; cell < starts.length; cell++) {
    const bucket = headHash(starts[cell] as number) & mask;
    nexts[cell] = heads[bucket] as number;
    heads[bucket] = cell + 1;
  }

  function headHash(start: number): number {
    const first = foldCode(table.charCodeAt(start));
    let hash = hashOn(0, first);
    if (!isWordCode(first)) return isCellEnd(start + 1) ? hash : hashOn(hash, codeAfter(table, start));
    for (let at = start + 1; !isCellEnd(at); at++) {
      const code = foldCode(table.charCodeAt(at));
      if (!isWordCode(code)) break;
      hash = hashOn(hash, code);
    }
    return hash;
  }

  function isCellEnd(at: number): boolean {
    return at >= table.length || table.charCodeAt(at) === tab || table.charCodeAt(at) === lineBreak;
  }

  /** Where the surface of a cell ends, if it stands in the text from `start` on; else -1. */
  function endOf(text: string, start: number, cell: number): number {
    let at = start;
    let last = 0;
    let from = starts[cell] as number;
    for (let wanted = 0; !isCellEnd(from); from++) {
      const code = nextCode(table, from, wanted);
      if (code === invisible) continue;
      wanted = code;
      let seen = invisible;
      while (at < text.length && seen === invisible) seen = nextCode(text, at++, last);
      if (seen !== wanted) return -1;
      last = seen;
    }
    if (isWordCode(last) && isWordCode(codeAfter(text, at - 1))) return -1;
    return isInCase(text.slice(start, at), cell, from) ? at : -1;
  }

  function isInCase(word: string, cell: number, end: number): boolean {
    const rule = signs[cell] as number;
    if (rule & capital && !isCapital(word.charAt(0))) return false;
    return !(rule & exact) || capitalsOf(word) === capitalsOf(table.slice(starts[cell], end));
  }

  function longestAt(text: string, start: number, hash: number): Found | undefined {
    let longest = start;
    let best = 0;
    for (let cell = heads[hash & mask] as number; cell; cell = nexts[cell - 1] as number) {
      const end = endOf(text, start, cell - 1);
      if (end <= longest) continue;
      longest = end;
      best = cell;
    }
    return best
      ? { term: terms[best - 1] as number, start, end: longest, unsure: ((signs[best - 1] as number) & unsure) !== 0 }
      : undefined;
  }

  /** One character of a script without spaces may be a surface by itself; two are the usual head of one. */
  function longestFrom(text: string, start: number, code: number): Found | undefined {
    const single = hashOn(0, code);
    let second = invisible;
    for (let at = start + 1; at < text.length && second === invisible; at++) second = nextCode(text, at, code);
    return longestAt(text, start, hashOn(single, second)) ?? longestAt(text, start, single);
  }

  function find(text: string): Found[] {
    const found: Found[] = [];
    for (let at = 0; at < text.length; ) {
      const raw = text.charCodeAt(at);
      let code = raw < 128 ? (asciiWord[raw] as number) : foldCode(raw);
      if (code === 0 || !(raw < 128 || isWordCode(code))) {
        const hit = isHanCode(code) ? longestFrom(text, at, code) : undefined;
        if (hit) found.push(hit);
        at = hit ? hit.end : at + 1;
        continue;
      }
      const start = at;
      let hash = 0;
      // to the end of the word: a surface begins at the head of one
      for (; at < text.length; at++) {
        const next = text.charCodeAt(at);
        code = next < 128 ? (asciiWord[next] as number) : foldCode(next);
        if (next >= 128 && code === invisible) continue;
        if (code === 0 || !(next < 128 || isWordCode(code))) break;
        hash = hashOn(hash, code);
      }
      const hit = heads[hash & mask] ? longestAt(text, start, hash) : undefined;
      if (!hit) continue;
      found.push(hit);
      at = hit.end;
    }
    return found;
  }

  return { find };
}

const tab = 9;
const lineBreak = 10;
const unsure = 1;
const capital = 2;
const exact = 4;
const signBits: Partial<Record<string, number>> = { [sign.unsure]: unsure, [sign.capital]: capital, [sign.exact]: exact };

/** Where each spelling begins in the table, its term and its signs. Empty cells (a pack without terms has one) are none. */
function findCells(table: SurfaceTable): { starts: number[]; terms: number[]; signs: number[] } {
  const cells = { starts: [] as number[], terms: [] as number[], signs: [] as number[] };
  let term = 0;
  let signs = 0;
  let isInside = false;
  for (let at = 0; at < table.length; at++) {
    const code = table.charCodeAt(at);
    if (code === tab || code === lineBreak) {
      if (code === lineBreak) term++;
      isInside = false;
      signs = 0;
    } else if (!isInside) {
      const bit = signBits[table.charAt(at)];
      if (bit) signs |= bit;
      else {
        cells.starts.push(at);
        cells.terms.push(term);
        cells.signs.push(signs);
        isInside = true;
      }
    }
  }
  return cells;
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
