import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLanguage, defaultSettings, findBroken, mergeSettings, readChange, readSettings } from '../../core/settings';

const defaults = { language: 'auto', mentions: 'first', markStyle: 'line', dwell: 350, theme: 'auto' };

describe('readSettings', () => {
  it.each([undefined, null, 'every', 7, true, [], {}, Symbol.iterator])('%s is all defaults', (stored) => {
    expect(readSettings(stored)).toEqual(defaults);
  });

  it('keeps what is sound', () => {
    const kept = { language: 'zh-CN', mentions: 'every', markStyle: 'wash', dwell: 500, theme: 'dark' };
    expect(readSettings(kept)).toEqual(kept);
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
    [{ dwell: 149, theme: 'dark' }, { theme: 'dark' }],
    [{ dwell: 1001, markStyle: 'dots' }, { markStyle: 'dots' }],
    [{ dwell: '350', markStyle: 'bold', theme: 'sepia' }, {}],
    [{ language: 'EN', mentions: ['every'] }, defaults],
  ])('a broken field falls back alone: %j', (stored, expected) => {
    expect(readSettings(stored)).toEqual({ ...defaults, ...expected });
  });

  it('leaves out fields that it does not know', () => {
    expect(readSettings({ language: 'en', later: 1 })).toEqual({ ...defaults, language: 'en' });
  });

  it('makes whole settings of anything', () => {
    const field = fc.oneof(fc.constantFrom('auto', 'en', 'zh-CN', 'first', 'every'), fc.anything());
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ language: field, mentions: field }, { requiredKeys: [] })), (stored) => {
        const settings = readSettings(stored);
        expect(Object.keys(settings).sort()).toEqual(Object.keys(defaults).sort());
        expect(findBroken(settings)).toEqual([]);
      }),
    );
  });
});

describe('findBroken', () => {
  it.each([
    [undefined, []],
    [null, []],
    [{}, []],
    [{ later: 1, language: 'en' }, []],
    [{ language: 'klingon', dwell: 350 }, ['language']],
    [{ dwell: Number.NaN, theme: null }, ['dwell', 'theme']],
    ['every', Object.keys(defaults)],
    [[], Object.keys(defaults)],
  ])('%j: %j', (stored, expected) => {
    expect(findBroken(stored)).toEqual(expected);
  });
});

describe('mergeSettings', () => {
  it('changes one field and loses nothing else: not what is broken, not what a later version keeps', () => {
    const stored = { language: 'klingon', mentions: 'every', later: { deep: 1 } };
    expect(mergeSettings(stored, { theme: 'dark' })).toEqual({ ...stored, theme: 'dark' });
  });

  it.each([undefined, null, 'every', 7, ['first']])('makes settings where there were none: %j', (stored) => {
    expect(mergeSettings(stored, { dwell: 500 })).toEqual({ dwell: 500 });
  });

  it('stays under 2 kB, whatever lay there', () => {
    const merged = mergeSettings({ mentions: 'every', later: '鲸'.repeat(700) }, { theme: 'dark' });
    expect(merged).toEqual({ ...defaultSettings, mentions: 'every', theme: 'dark' });
    expect(new TextEncoder().encode(JSON.stringify(merged)).length).toBeLessThan(2000);
  });
});

describe('readChange', () => {
  it('takes the fields that are there', () => {
    expect(readChange({ theme: 'dark', dwell: 500 })).toEqual({ theme: 'dark', dwell: 500 });
    expect(readChange({ later: 1 })).toEqual({});
  });

  it.each([{ theme: 'pink' }, { dwell: 10 }, { mentions: null }, 'dark', undefined])('refuses what is none: %j', (change) => {
    expect(() => readChange(change)).toThrow();
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
