import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../core/find-terms';
import type { Surface } from '../../../core/pack-schema';
import { compileSurfaces, spellingsOf } from '../../../modules/pack/compile-surfaces';
import { smallPack } from '../../fixtures/small-pack';

/** The small pack with these surfaces for its first terms. */
function withSurfaces(...surfaces: Surface[][]) {
  const pack = structuredClone(smallPack);
  pack.terms.splice(surfaces.length);
  pack.terms.forEach((term, n) => {
    term.surfaces = surfaces[n] ?? [];
  });
  return pack;
}

function find(surfaces: Surface[][], text: string): [term: number, word: string, unsure: boolean][] {
  const found = createMatcher(compileSurfaces(withSurfaces(...surfaces))).find(text);
  return found.map(({ term, start, end, unsure }) => [term, text.slice(start, end), unsure]);
}

describe('compileSurfaces', () => {
  it('keeps the order of the terms, one line each', () => {
    expect(compileSurfaces(smallPack).split('\n')).toHaveLength(smallPack.terms.length);
    expect(find([[{ text: 'clay' }], [{ text: 'kiln' }]], 'kiln and clay')).toEqual([
      [1, 'kiln', false],
      [0, 'clay', false],
    ]);
  });

  it.each([
    ['容器编排', '容器編排'],
    ['虚拟机', '虛擬機'],
    ['云计算', '雲計算'],
    ['镜像', '鏡像'],
    ['红帽', '紅帽'],
    ['构建包', '構建包'],
  ])('adds the traditional spelling of %s', (text, traditional) => {
    expect(find([[{ text }]], `見${traditional}。`)).toEqual([[0, traditional, false]]);
    expect(find([[{ text }]], `见${text}。`)).toEqual([[0, text, false]]);
  });

  it('adds every regional form', () => {
    expect(spellingsOf('为')).toEqual(expect.arrayContaining(['为', '為', '爲']));
    expect(spellingsOf('Docker')).toEqual(['Docker']);
  });

  it('finds full-width letters', () => {
    expect(find([[{ text: 'Docker' }]], 'Ｄｏｃｋｅｒ')).toEqual([[0, 'Ｄｏｃｋｅｒ', false]]);
  });

  it('tells apart the same letters in two cases', () => {
    const surfaces: Surface[][] = [
      [
        { text: 'Clay', case: 'capital' },
        { text: 'clay', case: 'exact', unsure: true },
      ],
    ];
    for (const order of [surfaces, surfaces.map((list) => [...list].reverse())])
      expect(find(order, 'clay Clay CLAY')).toEqual([
        [0, 'clay', true],
        [0, 'Clay', false],
        [0, 'CLAY', false],
      ]);
  });

  it('carries what is unsure, and where case counts', () => {
    const surfaces: Surface[][] = [
      [{ text: 'clay', unsure: true }],
      [{ text: 'Oven', case: 'capital' }],
      [{ text: 'KiLn', case: 'exact' }],
    ];
    expect(find(surfaces, 'clay oven Oven OVEN kiln KiLn')).toEqual([
      [0, 'clay', true],
      [1, 'Oven', false],
      [1, 'OVEN', false],
      [2, 'KiLn', false],
    ]);
  });

  it('writes a spelling of a term once', () => {
    expect(compileSurfaces(withSurfaces([{ text: 'Kiln' }, { text: '窑炉' }, { text: '窯爐' }])).split('\t')).toEqual([
      'kiln',
      '窑炉',
      '窯爐',
    ]);
  });

  it('throws when two terms meet in one spelling, also a traditional one', () => {
    expect(() => compileSurfaces(withSurfaces([{ text: 'Kiln' }], [{ text: 'ＫＩＬＮ' }]))).toThrow(
      /“ＫＩＬＮ” belongs to clay and to kiln/,
    );
    expect(() => compileSurfaces(withSurfaces([{ text: '窑炉' }], [{ text: '窯爐' }]))).toThrow(/belongs to clay and to kiln/);
  });
});
