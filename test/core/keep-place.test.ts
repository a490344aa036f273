import { describe, expect, it } from 'vitest';
import { distanceToPlace, findPlace, measureSeen } from '../../core/keep-place';

const text = (heights: readonly number[], scrolled: number) => {
  let top = -scrolled;
  return heights.map((height, n) => {
    const box = { id: `p${n}`, top, bottom: top + height };
    top += height + 14;
    return box;
  });
};

describe('findPlace', () => {
  it('is the paragraph at the edge, and how far into it', () => {
    expect(findPlace(text([100, 200], 50))).toEqual({ paragraph: 'p0', into: 0.5, below: 0 });
  });

  it('is the next paragraph where only a sliver of one is left', () => {
    expect(findPlace(text([100, 200], 90))).toEqual({ paragraph: 'p1', into: 0, below: 24 });
  });

  it('is the end of the last paragraph beyond the end of the text', () => {
    expect(findPlace(text([100, 200], 900))).toEqual({ paragraph: 'p1', into: 1, below: 0 });
  });

  it('is nothing without a text', () => {
    expect(findPlace([])).toBeUndefined();
  });
});

describe('distanceToPlace', () => {
  it('brings a paragraph that begins at the edge back to the edge, however long the others have become', () => {
    const place = findPlace(text([100, 200, 300], 114));
    const anew = text([340, 90, 500], 114)[1];
    expect(place).toMatchObject({ paragraph: 'p1', into: 0 });
    expect(distanceToPlace(place as NonNullable<typeof place>, anew as NonNullable<typeof anew>)).toBe(340 + 14 - 114);
  });

  it('keeps the share of a paragraph that is above the edge', () => {
    const box = { id: 'p0', top: 0, bottom: 400 };
    expect(distanceToPlace({ paragraph: 'p0', into: 0.25, below: 0 }, box)).toBe(100);
  });

  it('comes back to where it began after any row of changes', () => {
    const long = [310, 120, 480, 96];
    const short = [140, 60, 230, 44];
    for (let scrolled = 0; scrolled < 900; scrolled += 7) {
      const place = findPlace(text(long, scrolled));
      if (!place) continue;
      const at = Number(place.paragraph.slice(1));
      const there = scrolled + distanceToPlace(place, text(short, scrolled)[at] as never);
      const back = there + distanceToPlace(place, text(long, there)[at] as never);
      expect(back, `at ${scrolled}`).toBeCloseTo(scrolled, 6);
    }
  });
});

describe('measureSeen', () => {
  it.each([
    [{ end: 1000, height: 400, scrolled: 0 }, 0.4],
    [{ end: 1000, height: 400, scrolled: 600 }, 1],
    [{ end: 1000, height: 400, scrolled: 5000 }, 1],
    [{ end: 300, height: 400, scrolled: 0 }, 1],
  ])('%o', (given, seen) => {
    expect(measureSeen(given)).toBe(seen);
  });
});
