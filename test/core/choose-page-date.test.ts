import { expect, it } from 'vitest';
import { choosePageDate, type PageDateClues } from '../../core/choose-page-date';
import type { KnownDate } from '../../core/dates';

const none: PageDateClues = { published: [], linkedData: [], times: [], url: 'https://example.com/post' };
const choose = (clues: Partial<PageDateClues>) => choosePageDate({ ...none, ...clues }, '2026-11-23' as KnownDate);

it('takes the first kind of clue that is there', () => {
  expect(choose({ published: ['2015-11-18T10:00:00Z'], times: ['2020-01-01'] })).toBe('2015-11-18');
  expect(choose({ linkedData: ['2014-08'], url: 'https://example.com/2019/01/02/post' })).toBe('2014-08');
  expect(choose({ times: ['2016-06-20'] })).toBe('2016-06-20');
  expect(choose({ url: 'https://example.com/2014/08/15/kubernetes' })).toBe('2014-08-15');
  expect(choose({ url: 'https://example.com/2014/08/kubernetes' })).toBe('2014-08');
  expect(choose({ url: 'https://example.com/2014-08-15-kubernetes' })).toBe('2014-08-15');
});

it('never guesses between two', () => {
  expect(choose({ published: ['2015-11-18', '2015-11-19'] })).toBeUndefined();
  expect(choose({ published: ['2015-11-18T08:00', '2015-11-18'] })).toBe('2015-11-18');
});

it('does not believe in days that are none, or still to come, or before the web', () => {
  for (const date of ['2014-13-40', '2031-01-01', '1969-12-31', 'yesterday', '20151118', ''])
    expect(choose({ published: [date] }), date).toBeUndefined();
  expect(choose({ published: ['2031-01-01'], times: ['2016-06-20'] })).toBe('2016-06-20');
});
