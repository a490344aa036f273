import { describe, expect, it } from 'vitest';
import { isLookBroken, largestSize, measureLook, readLook, smallestSize } from '../../core/reader-look';

describe('readLook', () => {
  it('makes whatever lies in storage whole, each field for itself', () => {
    expect(readLook('broken')).toEqual(readLook(undefined));
    expect(readLook({ size: 400, face: 'sans', ground: 7 })).toEqual({ ...readLook({}), face: 'sans' });
  });
});

describe('isLookBroken', () => {
  it.each([undefined, {}, { face: 'sans' }, { face: 'sans', later: true }])('is quiet on %j', (stored) => {
    expect(isLookBroken(stored)).toBe(false);
  });
  it.each(['broken', { size: 400 }, { face: 'sans', ground: 7 }])('tells of %j', (stored) => {
    expect(isLookBroken(stored)).toBe(true);
  });
});

describe('measureLook', () => {
  it('sets both languages on one line grid, Latin a sixteenth larger', () => {
    expect(measureLook(readLook({}))).toEqual({
      '--read-han': '1rem',
      '--read-latin': '1.0625rem',
      '--read-lead': '1.75rem',
      '--read-measure': '32rem',
    });
  });

  it('has whole pixels a line at every size', () => {
    for (let size = smallestSize; size <= largestSize; size++)
      for (const lines of ['close', 'even', 'open'] as const) {
        const lead = Number.parseFloat(measureLook(readLook({ size, lines }))['--read-lead']) * 16;
        expect(lead).toBe(Math.round(lead));
        expect(lead / size).toBeGreaterThan(1.4);
      }
  });
});
