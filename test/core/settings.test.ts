import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLanguage, readSettings } from '../../core/settings';

const defaults = { language: 'auto', mentions: 'first' };

describe('readSettings', () => {
  it.each([undefined, null, 'every', 7, true, [], {}, Symbol.iterator])('%s is all defaults', (stored) => {
    expect(readSettings(stored)).toEqual(defaults);
  });

  it('keeps what is sound', () => {
    expect(readSettings({ language: 'zh-CN', mentions: 'every' })).toEqual({ language: 'zh-CN', mentions: 'every' });
  });

  it.each([
    [
      { language: 'klingon', mentions: 'every' },
      { language: 'auto', mentions: 'every' },
    ],
    [
      { language: null, mentions: 'every' },
      { language: 'auto', mentions: 'every' },
    ],
    [
      { language: 'en', mentions: { deep: 1 } },
      { language: 'en', mentions: 'first' },
    ],
    [{ language: 'en' }, { language: 'en', mentions: 'first' }],
    [{ language: 'EN', mentions: ['every'] }, defaults],
  ])('a broken field falls back alone: %j', (stored, expected) => {
    expect(readSettings(stored)).toEqual(expected);
  });

  it('leaves out fields that it does not know', () => {
    expect(readSettings({ language: 'en', later: 1 })).toEqual({ language: 'en', mentions: 'first' });
  });

  it('makes whole settings of anything', () => {
    const field = fc.oneof(fc.constantFrom('auto', 'en', 'zh-CN', 'first', 'every'), fc.anything());
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ language: field, mentions: field }, { requiredKeys: [] })), (stored) => {
        const { language, mentions, ...rest } = readSettings(stored);
        expect(['auto', 'en', 'zh-CN']).toContain(language);
        expect(['first', 'every']).toContain(mentions);
        expect(rest).toEqual({});
      }),
    );
  });
});

describe('chooseLanguage', () => {
  it.each([
    ['auto', 'zh', 'zh'],
    ['auto', 'zh-CN', 'zh'],
    ['auto', 'ZH-Hant-TW', 'zh'],
    ['auto', 'en-GB', 'en'],
    ['auto', 'de', 'en'],
    ['auto', 'zha', 'en'],
    ['auto', '', 'en'],
    ['en', 'zh-CN', 'en'],
    ['zh-CN', 'en-US', 'zh'],
  ] as const)('setting %s in a browser that speaks %s: %s', (setting, browser, language) => {
    expect(chooseLanguage(setting, browser)).toBe(language);
  });
});
