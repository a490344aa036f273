import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tokenise } from '../../core/sense-features';

/** The same by the tables of Unicode alone. */
function tokeniseBySlowTables(text: string): string[] {
  const words = text.match(/\p{Script=Han}+|[\p{L}\p{N}_](?:(?!\p{Script=Han})[\p{L}\p{N}_+#])*/gu) ?? [];
  return words.flatMap((word) => {
    if (!/^\p{Script=Han}/u.test(word)) return [word.toLowerCase()];
    return word.length === 1 ? [word] : Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
  });
}

const wordsOf = (text: string) => tokenise(text).map(({ word }) => word);

it('cuts a text as the tables of Unicode do, each character by itself', () => {
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code);
    for (const text of [character, `a${character}b`]) if (wordsOf(text).join() !== tokeniseBySlowTables(text).join()) expect(text).toBe('');
  }
});

it('cuts mixed text as the tables of Unicode do', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'docker',
      'C++',
      'C#',
      '_',
      ' ',
      '“',
      '”',
      '—',
      '·',
      '。',
      '，',
      '容器',
      '编排',
      'é',
      'ß',
      '々',
      '〇',
      '⑤',
      '４',
      'が',
      '한',
      '𠮷',
      '🐳',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      expect(wordsOf(text)).toEqual(tokeniseBySlowTables(text));
    }),
    { numRuns: 2000 },
  );
});
