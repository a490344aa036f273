import type { Found } from '../../core/find-terms';

/**
 * The same answers as `createMatcher`, the slow way: fold the whole text with a map back into it, try every surface at every place,
 * leftmost and longest. Shares no code with the matcher, so that the two are not wrong together.
 */
export function findTermsNaively(table: string, text: string): Found[] {
  const surfaces = table.split('\n').flatMap((line, term) => line.split('\t').map((cell) => readCell(cell, term)));
  const letters = foldNaively(text);
  const found: Found[] = [];
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at]?.folded ?? '';
    if (isWord(letter) ? isWord(letters[at - 1]?.folded ?? '') : !isHan(letter)) continue;
    const fits = surfaces.filter((surface) => isAt(surface, letters, at)).sort((a, b) => b.spelling.length - a.spelling.length);
    const [best] = fits;
    if (!best) continue;
    const [first, last] = [letters[at], letters[at + best.spelling.length - 1]];
    if (first && last) found.push({ term: best.term, start: first.at, end: last.at + 1, unsure: best.unsure });
    at += best.spelling.length - 1;
  }
  return found;
}

interface Letter {
  folded: string;
  written: string;
  at: number;
}

/** The code units that count, each with where it stands in the text. */
export function foldNaively(text: string): Letter[] {
  const units = text.split('').map((written, at) => ({ folded: foldUnit(written), written, at }));
  const seen = units.filter(({ folded }) => folded !== '');
  const single = seen.filter(({ folded }, n) => folded !== ' ' || seen[n + 1]?.folded !== ' ');
  const kept = single.filter(
    ({ folded }, n) => folded !== ' ' || !(isHan(single[n - 1]?.folded ?? '') || isHan(single[n + 1]?.folded ?? '')),
  );
  while (kept[0]?.folded === ' ') kept.shift();
  while (kept.at(-1)?.folded === ' ') kept.pop();
  return kept;
}

function foldUnit(unit: string): string {
  if (/[\u00ad\u200b-\u200d\u2060\ufeff]/.test(unit)) return '';
  if (/[\0-\x20\s]/.test(unit)) return ' ';
  if (/[‘’＇]/.test(unit)) return "'";
  if (/[‐‑–－]/.test(unit)) return '-';
  const narrow = /[\uff01-\uff5e]/.test(unit) ? unit.normalize('NFKC') : unit;
  return /[A-Z]/.test(narrow) ? narrow.toLowerCase() : narrow;
}

function isWord(folded: string): boolean {
  return /[a-z0-9_\u00c0-\u1fff]/.test(folded) && !/[×÷]/.test(folded);
}

function isHan(folded: string): boolean {
  return folded >= '\u2e80';
}

interface Cell {
  term: number;
  spelling: string;
  unsure: boolean;
  isRight(written: readonly Letter[]): boolean;
}

function readCell(cell: string, term: number): Cell {
  const signs = cell.slice(0, cell.search(/[^?^=]|$/));
  const letters = foldNaively(cell.slice(signs.length));
  const capitals = (list: readonly Letter[]) => list.map(({ written, folded }) => folded === ' ' || isCapital(written)).join();
  const isRight = (written: readonly Letter[]) =>
    (!signs.includes('^') || isCapital(written[0]?.written ?? '')) && (!signs.includes('=') || capitals(written) === capitals(letters));
  return { term, spelling: letters.map(({ folded }) => folded).join(''), unsure: signs.includes('?'), isRight };
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

function isAt({ spelling, isRight }: Cell, letters: readonly Letter[], at: number): boolean {
  const part = letters.slice(at, at + spelling.length);
  if (spelling === '' || part.map(({ folded }) => folded).join('') !== spelling) return false;
  const isCut = isWord(spelling.at(-1) ?? '') && isWord(letters[at + spelling.length]?.folded ?? '');
  return !isCut && isRight(part);
}
