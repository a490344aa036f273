import { describe, expect, it } from 'vitest';
import type { KnownDate } from '../../core/dates';
import { findChapterSpans, placeChapters } from '../../core/place-chapters';
import type { EventOutline } from '../../core/timeline';
import { createScale, createStretches } from '../../core/timeline-scale';

const event = (date: string, chapter: string) => ({ date: date as KnownDate, chapter }) as EventOutline;
const events = [
  event('2013-03-15', '1'),
  event('2014', '1'),
  event('2014-06-09', '1'),
  event('2014-06-09', '2'),
  event('2015-02', '2'),
  event('1979', 'before'),
  event('2016-01-01', '4'),
  event('2016-03', '4'),
];

describe('findChapterSpans', () => {
  it('goes from the first event to the end of the one that ends last', () => {
    expect(findChapterSpans(events)).toEqual([
      { number: 1, first: '2013-03-15', last: '2014', count: 3 },
      { number: 2, first: '2014-06-09', last: '2015-02', count: 2 },
      { number: 4, first: '2016-01-01', last: '2016-03', count: 2 },
    ]);
  });
});

describe('placeChapters', () => {
  const spans = findChapterSpans(events);
  const scale = createScale({ stretches: createStretches({ first: 1979, today: 2026 }), view: 900, zoom: 0 });

  it('puts a bar where its years are, and what would touch it into a row of its own', () => {
    const bars = placeChapters(spans, scale, () => 40);
    expect(bars.map(({ number, row }) => [number, row])).toEqual([
      [1, 0],
      [2, 1],
      [4, 0],
    ]);
    expect(bars[0]?.x).toBeCloseTo(scale.at(2013 + 73 / 365));
    expect((bars[0]?.x ?? 0) + (bars[0]?.width ?? 0)).toBeCloseTo(scale.at(2015) - 3);
  });

  it('leaves room for words that are longer than their bar', () => {
    expect(placeChapters(spans, scale, (number) => (number === 1 ? 400 : 40)).map(({ row }) => row)).toEqual([0, 1, 1]);
    expect(placeChapters(spans, scale, () => 400).map(({ row }) => row)).toEqual([0, 1, 2]);
  });
});
