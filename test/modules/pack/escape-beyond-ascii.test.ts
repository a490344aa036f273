import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeBeyondAscii, unescapeBeyondAscii } from '../../../modules/pack/escape-beyond-ascii';

describe('escapeBeyondAscii', () => {
  it('spells Chinese, marks and what takes two code units by four digits each', () => {
    expect(escapeBeyondAscii('容器 é 🐳')).toBe('\\u5bb9\\u5668 \\u00e9 \\ud83d\\udc33');
  });

  it('means the same in a string and in a regular expression', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeBeyondAscii(JSON.stringify(text));
        expect(escaped).toMatch(/^[\0-\x7f]*$/);
        expect(JSON.parse(escaped)).toBe(text);
        expect(unescapeBeyondAscii(escapeBeyondAscii(text.replaceAll('\\', '')))).toBe(text.replaceAll('\\', ''));
      }),
    );
    expect(new RegExp(escapeBeyondAscii('^[，。]$')).test('。')).toBe(true);
  });
});
