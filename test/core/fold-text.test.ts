import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, isHanCode, isWordCode } from '../../core/fold-text';
import { foldNaively } from './find-terms-naively';

describe('foldText', () => {
  it.each([
    ['Docker', 'docker'],
    ['ＤＯＣＫＥＲ　ｉｎｃ．', 'docker inc.'],
    ['  Docker \n\t Inc. ', 'docker inc.'],
    ['Docker\u00a0Inc.', 'docker inc.'],
    ['Doc\u00adker\u200b', 'docker'],
    ['Docker \u00ad\u200b Inc.', 'docker inc.'],
    ['Docker\u2028Inc.', 'docker inc.'],
    ['Docker’s ‘engine’', "docker's 'engine'"],
    ['cri‑o, cri‐o, cri–o', 'cri-o, cri-o, cri-o'],
    ['Compose 项目', 'compose项目'],
    ['Compose  \n 项目', 'compose项目'],
    ['在 Docker 中', '在docker中'],
    ['容器 编排', '容器编排'],
    ['Docker ｉｎｃ', 'docker inc'],
    ['É 𝒟 🐳', 'É𝒟🐳'],
    ['雲', '雲'],
    [' \u00ad ', ''],
    ['', ''],
  ])('%j becomes %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  const texts = fc.string({
    unit: fc.constantFrom('a', 'B', 'ｃ', ' ', '\n', '\u00a0', '\u00ad', '\u200b', '中', '。', '-', '’', '🐳', '\0', '\u2029'),
    maxLength: 12,
  });

  it('folds as a slow and simple folding does', () => {
    const naive = (text: string) =>
      foldNaively(text)
        .map(({ folded }) => folded)
        .join('');
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldText(text)).toBe(naive(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('kinds of characters', () => {
  const codes = (text: string) => text.split('').map((letter) => letter.charCodeAt(0));

  it('a word is of letters, digits and underscores', () => {
    expect(codes('az09_éñßжωא').every(isWordCode)).toBe(true);
    expect(codes("-.'’/@# ×÷中の。🐳").some(isWordCode)).toBe(false);
  });

  it('Han and its punctuation ask for no spaces', () => {
    expect(codes('中のカ。，').every(isHanCode)).toBe(true);
    expect(codes('aé1-’☸ж').some(isHanCode)).toBe(false);
  });
});
