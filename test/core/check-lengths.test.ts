import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { budgets, checkLengths, lengthOf } from '../../core/check-lengths';
import { smallPack } from '../fixtures/small-pack';

describe('lengthOf', () => {
  it.each([
    ['Docker', 'en', 6],
    ['容器', 'zh', 2],
    ['Docker 镜像。', 'zh', 6.5],
    ['“镜像”', 'zh', 4],
    ['Ｄ', 'zh', 1],
    ['', 'zh', 0],
  ] as const)('%j in %s takes %d', (text, language, length) => {
    expect(lengthOf(text, language)).toBe(length);
  });
});

describe('checkLengths', () => {
  it('has nothing against what fits', () => {
    expect(checkLengths(smallPack)).toEqual([]);
  });

  it.each(['identity', 'then', 'now'] as const)('lets %s of a term fill its room and no more', (field) => {
    for (const language of ['en', 'zh'] as const) {
      const pack = structuredClone(smallPack);
      const term = pack.terms[0];
      if (!term) throw new Error('no term');
      const letter = language === 'en' ? 'x' : '字';
      const write = (length: number) =>
        Object.assign(term[field], { [language]: field === 'identity' ? letter.repeat(length) : [letter.repeat(length)] });
      write(budgets[field][language]);
      expect(checkLengths(pack)).toEqual([]);
      write(budgets[field][language] + 1);
      expect(checkLengths(pack).map(({ of, field }) => `${of} ${field}`)).toEqual([`term ${term.id} ${field}.${language}`]);
    }
  });

  it.each(['title', 'label', 'significance'] as const)('lets the %s of an event fill its room and no more', (field) => {
    for (const language of ['en', 'zh'] as const) {
      const pack = structuredClone(smallPack);
      const event = pack.events[0];
      if (!event) throw new Error('no event');
      // all three are one object in the small pack
      const texts = { ...event[field] };
      event[field] = texts;
      texts[language] = (language === 'en' ? 'x' : '字').repeat(budgets[field][language] + 1);
      expect(checkLengths(pack).map(({ of, field }) => `${of} ${field}`)).toEqual([`event ${event.id} ${field}.${language}`]);
    }
  });

  it('counts the words of a link and not its address', () => {
    const pack = structuredClone(smallPack);
    const term = pack.terms[0];
    if (!term) throw new Error('no term');
    term.now.en = [{ text: 'x'.repeat(budgets.now.en), url: `https://example.com/${'y'.repeat(300)}` }];
    expect(checkLengths(pack)).toEqual([]);
  });
});

it('is what CONTRIBUTING.md says', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../CONTRIBUTING.md'), 'utf8');
  for (const [field, { en, zh }] of Object.entries(budgets)) {
    const row = guide.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${field}\``));
    expect(row, field).toMatch(new RegExp(`\\|\\s*${en}\\s*\\|\\s*${zh}\\s*\\|$`));
  }
});
