import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareDates,
  formatDate,
  isKnownDate,
  isSurelyAfter,
  type KnownDate,
  lengthInYears,
  precisionOf,
  spanOf,
  toYears,
} from '../../core/dates';

const two = (n: number) => String(n).padStart(2, '0');

/** Any date in any precision, written by JavaScript's own calendar. */
const knownDate = fc
  .tuple(fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), fc.constantFrom(4, 7, 10))
  .map(([date, length]) => date.toISOString().slice(0, length) as KnownDate);

describe('isKnownDate', () => {
  it.each(['1979', '2014-12', '2014-12-04', '2016-02-29', '2000-02-29'])('%s is one', (text) => {
    expect(isKnownDate(text)).toBe(true);
  });

  it.each([
    '2014-13-40',
    '2014-13',
    '2014-00',
    '2014-12-00',
    '2015-02-29',
    '1900-02-29',
    '2014-04-31',
    '14',
    '2014-1',
    '2014-12-4',
    '2014/12/04',
    ' 2014',
    '2014-12-04T00:00',
    '',
  ])('%j is none', (text) => {
    expect(isKnownDate(text)).toBe(false);
  });

  it('knows the days that the calendar knows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 2999 }),
        fc.integer({ min: 0, max: 15 }),
        fc.integer({ min: 0, max: 35 }),
        (year, month, day) => {
          const date = new Date(Date.UTC(year, month - 1, day));
          const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
          expect(isKnownDate(`${year}-${two(month)}-${two(day)}`)).toBe(isReal);
        },
      ),
    );
  });

  it('refuses any text that is not digits and hyphens', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => /[^\d-]/.test(text)),
        (text) => {
          expect(isKnownDate(text)).toBe(false);
        },
      ),
    );
  });
});

describe('spanOf', () => {
  it.each([
    ['2014', '2014-01-01', '2014-12-31'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2015-02', '2015-02-01', '2015-02-28'],
    ['2014-12-04', '2014-12-04', '2014-12-04'],
  ])('%s is from %s to %s', (date, first, last) => {
    expect(spanOf(date as KnownDate)).toEqual({ first, last });
  });

  it('begins and ends on days that exist, in the date itself', () => {
    fc.assert(
      fc.property(knownDate, (date) => {
        const { first, last } = spanOf(date);
        expect([first, last].every(isKnownDate)).toBe(true);
        expect(first <= last).toBe(true);
        expect([first, last].every((day) => day.startsWith(date))).toBe(true);
        const after = new Date(Date.parse(last) + 86_400_000).toISOString();
        expect(after.startsWith(date)).toBe(false);
      }),
    );
  });
});

describe('isSurelyAfter', () => {
  it.each([
    ['2014-12-05', '2014-12-04', true],
    ['2015', '2014', true],
    ['2015', '2014-12-31', true],
    ['2014-12', '2014-12-04', false],
    ['2014-12-04', '2014', false],
    ['2014', '2014', false],
  ])('%s after %s: %s', (a, b, expected) => {
    expect(isSurelyAfter(a as KnownDate, b as KnownDate)).toBe(expected);
  });

  it('is never true both ways, nor of a date that holds the other', () => {
    fc.assert(
      fc.property(knownDate, knownDate, (a, b) => {
        expect(isSurelyAfter(a, b) && isSurelyAfter(b, a)).toBe(false);
        if (a.startsWith(b) || b.startsWith(a)) expect(isSurelyAfter(a, b)).toBe(false);
      }),
    );
  });

  it('agrees with the order in which dates are sorted', () => {
    fc.assert(
      fc.property(knownDate, knownDate, (a, b) => {
        if (isSurelyAfter(a, b)) expect(compareDates(a, b)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('compareDates', () => {
  it('puts the more precise of two that begin on one day first', () => {
    const dates = ['2014', '2014-01', '2014-01-01', '2013-12-31', '2014-01-02'] as KnownDate[];
    expect(dates.sort(compareDates)).toEqual(['2013-12-31', '2014-01-01', '2014-01', '2014', '2014-01-02']);
  });

  it('is an order: the same whichever way round, and equal only to itself', () => {
    fc.assert(
      fc.property(knownDate, knownDate, knownDate, (a, b, c) => {
        expect(Math.sign(compareDates(a, b))).toBe(-Math.sign(compareDates(b, a)) + 0);
        expect(compareDates(a, b) === 0).toBe(a === b);
        if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) expect(compareDates(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('toYears and lengthInYears', () => {
  it('place a date on a line of years', () => {
    expect(toYears('2014' as KnownDate)).toBe(2014);
    expect(toYears('2014-07-02' as KnownDate)).toBeCloseTo(2014.4986, 4);
    expect(toYears('2016-12-31' as KnownDate)).toBeCloseTo(2016 + 365 / 366, 10);
    expect(lengthInYears('2014' as KnownDate)).toBe(1);
    expect(lengthInYears('2014-02' as KnownDate)).toBeCloseTo(28 / 365, 10);
    expect(lengthInYears('2014-02-03' as KnownDate)).toBe(0);
  });

  it('stay inside the year and keep the order of days', () => {
    fc.assert(
      fc.property(knownDate, knownDate, (a, b) => {
        expect(Math.floor(toYears(a))).toBe(Number(a.slice(0, 4)));
        expect(toYears(a) + lengthInYears(a)).toBeLessThanOrEqual(Number(a.slice(0, 4)) + 1 + 1e-9);
        if (isSurelyAfter(a, b)) expect(toYears(a)).toBeGreaterThan(toYears(b));
      }),
    );
  });
});

describe('precisionOf and formatDate', () => {
  it.each([
    ['2014-12-04', 'day', '4 Dec 2014', '2014 年 12 月 4 日'],
    ['2014-12', 'month', 'Dec 2014', '2014 年 12 月'],
    ['2014', 'year', '2014', '2014 年'],
  ])('%s is known to the %s', (date, precision, en, zh) => {
    expect(precisionOf(date as KnownDate)).toBe(precision);
    expect(formatDate(date as KnownDate, 'en')).toBe(en);
    expect(formatDate(date as KnownDate, 'zh')).toBe(zh);
  });
});
