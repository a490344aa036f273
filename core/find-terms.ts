import { codeAfter, foldCode, foldText, invisible, isHanCode, isWordCode, nextCode, space } from './fold-text';

/**
 * What the build makes of all surfaces: a line a term, in the pack's order; the folded spellings on it parted by tabs, each with a sign
 * before it where a rule holds. It is text, not a table of numbers: a term's number costs nothing, and likeness side by side gzips well.
 */
export type SurfaceTable = string;

/** The signs before a spelling: an everyday word too; a capital must lead; capitals exactly as written (then not folded). */
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

interface Entry {
  term: number;
  spelling: string;
  /** see `capitalsOf`; undefined where any case will do */
  capitals: string | undefined;
  unsure: boolean;
  capital: boolean;
  next: Entry | undefined;
}

const buckets = 4096;

/** The first characters decide in which bucket a word is looked up; most words meet an empty one. */
function bucketOf(first: number, second: number, third: number): number {
  return ((first * 31 + second) * 31 + third) & (buckets - 1);
}

/** Builds the look-up, once in a frame that has text. The text is then read once, with one array look-up a word. */
export function createMatcher(table: SurfaceTable): Matcher {
  const heads: (Entry | undefined)[] = new Array(buckets);
  table.split('\n').forEach((line, term) => {
    for (const cell of line.split('\t')) {
      const [, signs = '', text = ''] = /^([?^=]*)(.*)$/.exec(cell) as RegExpExecArray;
      const isExact = signs.includes(sign.exact);
      const spelling = isExact ? foldText(text) : text;
      // a pack without terms has one empty line; an empty spelling would be found everywhere, for ever
      if (!spelling) continue;
      const bucket = bucketOf(spelling.charCodeAt(0), spelling.charCodeAt(1) || 0, spelling.charCodeAt(2) || 0);
      heads[bucket] = {
        term,
        spelling,
        capitals: isExact ? capitalsOf(text) : undefined,
        unsure: signs.includes(sign.unsure),
        capital: signs.includes(sign.capital),
        next: heads[bucket],
      };
    }
  });

  // the first three code units of the word at hand, kept here so that a look-up allocates nothing
  let first = 0;
  let second = 0;
  let third = 0;
  function readHead(text: string, start: number, code: number): void {
    first = code;
    second = third = 0;
    let last = code;
    for (let at = start + 1; at < text.length; at++) {
      const next = nextCode(text, at, last);
      if (next === invisible) continue;
      if (second) {
        third = next;
        return;
      }
      second = last = next;
    }
  }

  function longestAt(text: string, start: number, code: number): Found | undefined {
    readHead(text, start, code);
    const long = heads[bucketOf(first, second, third)];
    const short = heads[bucketOf(first, second, 0)];
    const single = heads[bucketOf(first, 0, 0)];
    let best: Found | undefined;
    for (let entry = long; entry; entry = entry.next) best = longer(best, compare(text, start, entry));
    for (let entry = short; entry && short !== long; entry = entry.next) best = longer(best, compare(text, start, entry));
    for (let entry = single; entry && single !== short; entry = entry.next) best = longer(best, compare(text, start, entry));
    return best;
  }

  function find(text: string): Found[] {
    const found: Found[] = [];
    let inWord = false;
    for (let at = 0; at < text.length; at++) {
      const code = foldCode(text.charCodeAt(at));
      if (code === invisible) continue;
      const word = isWordCode(code);
      // a surface begins at the head of a word, or at any character of a script without spaces
      if (word ? !inWord : isHanCode(code)) {
        const hit = longestAt(text, at, code);
        if (hit) {
          found.push(hit);
          at = hit.end - 1;
          inWord = isWordCode(foldCode(text.charCodeAt(at)));
          continue;
        }
      }
      inWord = word;
    }
    return found;
  }

  return { find };
}

function compare(text: string, start: number, { term, spelling, capitals, unsure, capital }: Entry): Found | undefined {
  let at = start;
  let last = 0;
  for (let n = 0; n < spelling.length; at++) {
    if (at >= text.length) return undefined;
    const code = nextCode(text, at, last);
    if (code === invisible) continue;
    if (code !== spelling.charCodeAt(n)) return undefined;
    last = code;
    n++;
  }
  if (isWordCode(last) && isWordCode(codeAfter(text, at - 1))) return undefined;
  if (capital && !isCapital(text.charAt(start))) return undefined;
  if (capitals !== undefined && capitalsOf(text.slice(start, at)) !== capitals) return undefined;
  return { term, start, end: at, unsure };
}

function longer(a: Found | undefined, b: Found | undefined): Found | undefined {
  return a && (!b || a.end >= b.end) ? a : b;
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
