import { expect, it } from 'vitest';
import type { KnownDate } from '../../core/dates';
import { measureTime } from '../../core/measure-time';

it.each([
  ['2014-06-10', '2014-06-10', 0, 'day'],
  ['2014-06-10', '2014-06-23', 13, 'day'],
  ['2015-11-03', '2015-11-18', 2, 'week'],
  ['2014-06-10', '2014-08-15', 2, 'month'],
  ['2014-06', '2014-08-15', 2, 'month'],
  ['2014', '2014-08-15', 0, 'year'],
  ['2013', '2016-08', 3, 'year'],
  ['2014-06-10', '2017-06-10', 3, 'year'],
  ['2014-06-24', '2014-06-10', -2, 'week'],
] as const)('%s to %s is %i %s', (from, to, count, unit) => {
  expect(measureTime(from as KnownDate, to as KnownDate)).toEqual({ count, unit });
});
