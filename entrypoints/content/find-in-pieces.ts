import type { Found } from '../../core/find-terms';

/** A text node may hold megabytes; this many characters are matched in well under one slice. */
const pieceLength = 16_384;
/** No surface is longer. */
const overlap = 128;

/** Finds in a text of any length, and yields between two pieces of it. */
export function* findInPieces(findTerms: (text: string) => Found[], text: string): Generator<void, Found[]> {
  if (text.length <= pieceLength) return findTerms(text);
  const found: Found[] = [];
  for (let from = 0; from < text.length; ) {
    const space = text.lastIndexOf(' ', from + pieceLength);
    let next = space > from ? space : from + pieceLength;
    for (const hit of findTerms(text.slice(from, next + overlap))) {
      const start = from + hit.start;
      if (start >= next) break;
      found.push({ ...hit, start, end: from + hit.end });
      next = Math.max(next, from + hit.end);
    }
    from = next;
    yield;
  }
  return found;
}
