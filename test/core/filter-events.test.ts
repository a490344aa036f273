import { describe, expect, it } from 'vitest';
import type { KnownDate } from '../../core/dates';
import { betweenYears, type Filters, listFilters, noFilters, passes, toggleFilter } from '../../core/filter-events';
import type { EventOutline } from '../../core/timeline';

const event: EventOutline = {
  id: 'e',
  date: '2014-06' as KnownDate,
  title: { en: 'E', zh: 'E' },
  label: { en: 'E', zh: 'E' },
  terms: [],
  chapter: '2',
  lane: 'docker',
  kind: 'release',
  importance: 2,
  because: [],
};
const lets = (some: Partial<Filters>) => passes({ ...noFilters, ...some }, event);

describe('a filter', () => {
  it('lets all pass where it says nothing', () => {
    expect(lets({})).toBe(true);
  });

  it.each<[Partial<Filters>, Partial<Filters>]>([
    [{ chapters: [1, 2] }, { chapters: [1, 3] }],
    [{ lanes: ['cncf', 'docker'] }, { lanes: ['cncf'] }],
    [{ kinds: ['release'] }, { kinds: ['paper'] }],
    [{ least: 2 }, { least: 3 }],
    [{ from: 2014 }, { from: 2015 }],
    [{ to: 2014 }, { to: 2013 }],
  ])('lets pass %o, and not %o', (yes, no) => {
    expect(lets(yes)).toBe(true);
    expect(lets(no)).toBe(false);
    expect(lets({ ...yes, ...no })).toBe(false);
  });
});

describe('the chips', () => {
  const all: Filters = { chapters: [1, 3], lanes: ['docker'], kinds: ['paper', 'release'], least: 3, from: 2013, to: 2016 };

  it('each take off their own filter, until nothing is left', () => {
    const left = listFilters(all).map((one) => listFilters(toggleFilter(all, one)).length);
    expect(left).toEqual(listFilters(all).map(() => listFilters(all).length - 1));
    expect(listFilters(listFilters(all).reduce(toggleFilter, all))).toEqual([]);
  });

  it('keep chapters in their order', () => {
    expect(toggleFilter(all, { by: 'chapter', number: 2 }).chapters).toEqual([1, 2, 3]);
  });
});

it('turns years that are the wrong way round', () => {
  expect(betweenYears(noFilters, { from: 2016, to: 2013 })).toMatchObject({ from: 2013, to: 2016 });
  expect(betweenYears(noFilters, { to: 2013 })).toMatchObject({ from: undefined, to: 2013 });
});
