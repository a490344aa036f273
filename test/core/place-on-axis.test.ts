import { describe, expect, it } from 'vitest';
import type { KnownDate } from '../../core/dates';
import { placeOnAxis } from '../../core/place-on-axis';

const dates = (...texts: string[]) => texts as KnownDate[];

describe('placeOnAxis', () => {
  it('holds all dates between whole years, in their order', () => {
    const list = dates('2013-06-27', '2013-12', '2014', '2014-12-04', '2015-11-30');
    const { ticks, at } = placeOnAxis(list);
    expect(ticks.map(({ year }) => year)).toEqual([2013, 2014, 2015]);
    const places = list.map(at);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(3);
    expect(Math.max(...places)).toBeLessThan(97);
  });

  it('marks no more than six years of a long time', () => {
    expect(placeOnAxis(dates('1979', '2026-01-01')).ticks.length).toBeLessThanOrEqual(6);
  });

  it('is empty without dates', () => {
    expect(placeOnAxis([]).ticks).toEqual([]);
  });
});
