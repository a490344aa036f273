/**
 * One code unit as the matcher sees it: case, full-width letters and kinds of space are one, invisible joiners vanish.
 * Traditional characters are not folded here: the build writes the traditional spelling of each Chinese surface beside it.
 */

/** Code units that are not there for a reader: soft hyphen, zero-width space/joiners, word joiner, byte-order mark. */
export const invisible = 0;
export const space = 32;

const anySpace = /\s/;

/** Folds one UTF-16 code unit; returns `invisible` for one that a reader does not see. */
export function foldCode(code: number): number {
  if (code < 128) {
    if (code >= 65 && code <= 90) return code + 32;
    return Math.max(code, space);
  }
  if (code >= 0xff01 && code <= 0xff5e) return foldCode(code - 0xfee0);
  if (code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff) return invisible;
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x3000 && anySpace.test(String.fromCharCode(code)))) return space;
  if (code === 0x2019 || code === 0x2018) return 39;
  if (code === 0x2010 || code === 0x2011 || code === 0x2013) return 45;
  return code;
}

/** Han, kana and their punctuation: a space beside one is a matter of taste, `Compose 项目` is `Compose项目`. */
export function isHanCode(code: number): boolean {
  return code > 0x2e7f;
}

/** A whole string folded: what two spellings have in common when they are the same surface. */
export function foldText(text: string): string {
  return join(text, (code) => String.fromCharCode(code));
}

/** Folded but for its capitals: width, kinds of space and what nobody sees are gone. */
export function tidyText(text: string): string {
  return join(text, (code, letter) =>
    letter === letter.toLowerCase() ? String.fromCharCode(code) : String.fromCharCode(code).toUpperCase(),
  );
}

function join(text: string, write: (code: number, letter: string) => string): string {
  let joined = '';
  for (let at = 0, last = space; at < text.length; at++) {
    const code = nextCode(text, at, last);
    if (code === invisible) continue;
    joined += write(code, text.charAt(at));
    last = code;
  }
  return joined.trimEnd();
}

/** The code unit at an offset as it counts after `last`: `invisible` too for a space that is not the last of several, or that touches Han. */
export function nextCode(text: string, at: number, last: number): number {
  const code = foldCode(text.charCodeAt(at));
  if (code !== space) return code;
  const after = codeAfter(text, at);
  return last === space || isHanCode(last) || after === space || isHanCode(after) ? invisible : space;
}

/** The folded code unit that a reader sees after an offset; `invisible` at the end of the text. */
export function codeAfter(text: string, at: number): number {
  for (let next = at + 1; next < text.length; next++) {
    const code = foldCode(text.charCodeAt(next));
    if (code !== invisible) return code;
  }
  return invisible;
}

/** A letter, digit or underscore of a script that writes spaces between words; Han and kana are not. */
export function isWordCode(folded: number): boolean {
  if (folded < 128) return (folded >= 97 && folded <= 122) || (folded >= 48 && folded <= 57) || folded === 95;
  return folded >= 0xc0 && folded < 0x2000 && folded !== 0xd7 && folded !== 0xf7;
}
