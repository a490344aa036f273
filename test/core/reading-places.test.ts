import { describe, expect, it } from 'vitest';
import { arePlacesBroken, readPlaces, takeStep } from '../../core/reading-places';

const fig = { paragraph: 'c3-fig', seen: 0.3 };

describe('readPlaces', () => {
  it('loses no other place to one that is broken', () => {
    expect(readPlaces({ chapter: 'seven', places: { 2: 7, 3: fig, 4: { paragraph: 'c4-cncf', seen: 9 } } })).toEqual({
      chapter: undefined,
      places: { 3: fig },
    });
  });
  it.each([undefined, null, 'broken', 7, [], { places: 'none' }])('takes %j for no places', (stored) => {
    expect(readPlaces(stored).places).toEqual({});
  });
});

describe('arePlacesBroken', () => {
  it.each([undefined, null, { places: {} }, { chapter: 3, places: { 3: fig } }])('is quiet on %j', (stored) => {
    expect(arePlacesBroken(stored)).toBe(false);
  });
  it.each(['broken', { chapter: 'seven', places: {} }, { chapter: 3 }, { places: { 3: fig, 2: 7 } }])('tells of %j', (stored) => {
    expect(arePlacesBroken(stored)).toBe(true);
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
