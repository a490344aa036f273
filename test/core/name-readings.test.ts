import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSimplifier, foldPinyin, scoreReading } from '../../core/name-readings';

describe('foldPinyin', () => {
  it.each([
    ['rongqi', 'rongqi'],
    ['rong qi', 'rongqi'],
    ["rong'qi", 'rongqi'],
    ['rong-qi', 'rongqi'],
    ['róngqì', 'rongqi'],
    ['ro\u0301ngqi\u0300', 'rongqi'],
    ['lǜse', 'lvse'],
    ['lüse', 'lvse'],
    ['k8s', 'k8s'],
  ])('%s is typed as %s', (text, typed) => {
    expect(foldPinyin(text)).toBe(typed);
  });

  it.each(['r', '', ' ', '容器', 'rong容', 'a.b', 'naïve?', 'docker/compose'])('%j is no pinyin', (text) => {
    expect(foldPinyin(text)).toBeUndefined();
  });

  it('gives letters and digits only, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const typed = foldPinyin(text.toLowerCase());
        if (typed === undefined) return;
        expect(typed).toMatch(/^[a-z0-9]{2,}$/);
        expect(foldPinyin(typed)).toBe(typed);
      }),
    );
  });
});

describe('scoreReading', () => {
  const reading = { pinyin: ['rongqibianpai'], initials: ['rqbp'] };

  it.each([
    ['rongqibianpai', 0],
    ['rqbp', 0],
    ['rongqi', 0.1],
    ['rq', 0.1],
    ['bianpai', 0.25],
    // three letters in the middle would be in half the titles: pai in bianpai
    ['pai', undefined],
    ['qbp', undefined],
    ['xuniji', undefined],
  ])('%s scores %s', (typed, score) => {
    expect(scoreReading(reading, typed)).toBe(score);
  });
});

describe('createSimplifier', () => {
  it('turns the characters it knows, and no others', () => {
    expect(createSimplifier('雲云計计')('雲端計算 Cloud')).toBe('云端计算 Cloud');
  });

  it('leaves all as it is without pairs', () => {
    expect(createSimplifier('')('雲')).toBe('雲');
  });
});
