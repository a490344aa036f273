import { describe, expect, it } from 'vitest';
import { largestSize, measureLook, readLook, smallestSize } from '../../core/reader-look';
import { readPlaces, takeStep } from '../../core/reading-places';

describe('readLook', () => {
  it('makes whatever lies in storage whole, each field for itself', () => {
    expect(readLook('broken')).toEqual(readLook(undefined));
    expect(readLook({ size: 400, face: 'sans', ground: 7 })).toEqual({ ...readLook({}), face: 'sans' });
  });
});

describe('measureLook', () => {
  it('sets both languages on one line grid, Latin a sixteenth larger', () => {
    expect(measureLook(readLook({}))).toEqual({
      '--read-han': '1rem',
      '--read-latin': '1.063rem',
      '--read-lead': '1.75rem',
      '--read-measure': '32rem',
    });
  });

  it('has whole pixels a line at every size', () => {
    for (let size = smallestSize; size <= largestSize; size++)
      for (const lines of ['close', 'even', 'open'] as const) {
        const lead = Number.parseFloat(measureLook(readLook({ size, lines }))['--read-lead']) * 16;
        expect(Math.abs(lead - Math.round(lead))).toBeLessThan(0.01);
        expect(lead / size).toBeGreaterThan(1.4);
      }
  });
});

describe('takeStep', () => {
  const start = readPlaces({ chapter: 1, places: { 1: { paragraph: 'c1-a', seen: 0.5 }, 2: { paragraph: 'c2-a', seen: 1 } } });

  it('changes only the chapter that was read', () => {
    expect(takeStep(start, { chapter: 1, place: { paragraph: 'c1-b', seen: 0.7 } })).toEqual({
      chapter: 1,
      places: { 1: { paragraph: 'c1-b', seen: 0.7 }, 2: { paragraph: 'c2-a', seen: 1 } },
    });
  });

  it('leaves seen what was seen', () => {
    expect(takeStep(start, { chapter: 2, place: { paragraph: 'c2-b', seen: 0.2 } }).places['2']).toEqual({ paragraph: 'c2-b', seen: 1 });
  });

  it('only opens a chapter where no place is given', () => {
    expect(takeStep(start, { chapter: 3 })).toEqual({ ...start, chapter: 3 });
  });
});
