import { describe, expect, it } from 'vitest';
import type { KnownDate } from '../../core/dates';
import { drawLineage } from '../../core/draw-lineage';
import { findKin, type Kin } from '../../core/find-kin';
import type { Pack } from '../../core/pack-schema';

const began = new Map(
  Object.entries({
    borg: '2003',
    omega: '2013-04',
    kubernetes: '2014-06-06',
    fleet: '2013-10-11',
    fig: '2013-12-09',
    compose: '2015-02-25',
    k3s: '2019-02',
  }) as [string, KnownDate][],
);
const day = (date: string) => date as KnownDate;
const kin: Kin[] = [
  { elder: 'fig', younger: 'compose', how: 'renamed-to', date: day('2015-02-25') },
  { elder: 'borg', younger: 'omega', how: 'inspired-by' },
  { elder: 'omega', younger: 'kubernetes', how: 'inspired-by' },
  { elder: 'borg', younger: 'kubernetes', how: 'inspired-by' },
  { elder: 'fleet', younger: 'kubernetes', how: 'succeeded-by', date: day('2018-02-01') },
  { elder: 'kubernetes', younger: 'k3s', how: 'derived-from' },
];
const draw = (...told: string[]) => drawLineage({ kin, began, told: new Set(told) });

describe('drawLineage', () => {
  it('draws nothing where none of the told came from another', () => {
    expect(draw('mesos')).toBeUndefined();
  });

  it('puts families one below the other, each in order of time, whoever of them is told', () => {
    expect(draw('kubernetes', 'compose')?.rows.map(({ term, family }) => `${family} ${term}`)).toEqual([
      '0 borg',
      '0 omega',
      '0 fleet',
      '0 kubernetes',
      '0 k3s',
      '1 fig',
      '1 compose',
    ]);
  });

  it('gives each year that matters one column and says where years are left out', () => {
    expect(draw('fig')?.columns).toEqual([
      { year: 2013, x: 1.5, isAfterGap: false },
      { year: 2015, x: 50, isAfterGap: true },
    ]);
  });

  it('lets a line go over on its day, not before either end has begun', () => {
    const drawn = draw('kubernetes');
    const xOf = (term: string) => drawn?.rows.find((row) => row.term === term)?.x;
    const join = (from: string, to: string) =>
      drawn?.joins.find((one) => drawn.rows[one.from]?.term === from && drawn.rows[one.to]?.term === to)?.x;
    expect(join('borg', 'kubernetes')).toBe(xOf('kubernetes'));
    expect(join('fleet', 'kubernetes')).toBeGreaterThan(xOf('kubernetes') ?? 100);
    expect(drawn?.rows.find(({ term }) => term === 'fleet')).toMatchObject({ endX: join('fleet', 'kubernetes'), isHandedOver: true });
    expect(drawn?.rows.find(({ term }) => term === 'k3s')?.isHandedOver).toBe(false);
  });

  it('stays inside the picture and says of each whom it came from', () => {
    const drawn = draw('kubernetes', 'fig');
    for (const { x, endX } of drawn?.rows ?? []) expect(x >= 0 && endX > x && endX <= 100, `${x} ${endX}`).toBe(true);
    expect(drawn?.rows.find(({ term }) => term === 'kubernetes')?.from).toEqual([
      { term: 'omega', how: 'inspired-by' },
      { term: 'borg', how: 'inspired-by' },
      { term: 'fleet', how: 'succeeded-by' },
    ]);
  });
});

it('findKin reads both directions and leaves out what is no descent', () => {
  const relation = (type: string, to: string) => ({ type, to, source: ['s'] });
  const terms = [
    { id: 'fig', relations: [relation('renamed-to', 'compose'), relation('uses', 'docker')] },
    { id: 'kubernetes', relations: [relation('inspired-by', 'borg')] },
  ] as unknown as Pack['terms'];
  expect(findKin({ terms }).map(({ elder, younger }) => `${elder} ${younger}`)).toEqual(['fig compose', 'borg kubernetes']);
});
