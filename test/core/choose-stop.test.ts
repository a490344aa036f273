import { describe, expect, it } from 'vitest';
import { chooseStop, countTerms, type FrameStops, findFocused, type Stop } from '../../core/choose-stop';

const mark = (term: number, isPast = false): Stop => ({ kind: 'mark', term, isPast });
const frame = (number: number, isPast = false): Stop => ({ kind: 'frame', frame: number, isPast });
const stopsOf = (frameId: number, path: number[], stops: Stop[], more: Partial<FrameStops> = {}) => ({
  frameId,
  path,
  stops,
  hasFocus: false,
  isOpen: false,
  isCounted: false,
  ...more,
});

/** A mark, a frame that holds two and a frame of its own with one, another mark; and a frame in a shadow root. */
const page = (last?: { frameId: number; nth: number }) => {
  const lastOf = (frameId: number) => (last?.frameId === frameId ? { last: { nth: last.nth, time: 5 } } : {});
  return [
    stopsOf(4, [0, 0], [mark(3)], lastOf(4)),
    stopsOf(0, [], [mark(1), frame(0), mark(4)], lastOf(0)),
    stopsOf(9, [-1], [mark(5)], lastOf(9)),
    stopsOf(2, [0], [mark(2), frame(0), mark(1)], lastOf(2)),
  ];
};

describe('chooseStop', () => {
  it('reads frames where they stand, and what nobody can place after all else, around and back', () => {
    const way = [{ frameId: 0, nth: 0 }];
    for (let n = 0; n < 6; n++) way.push(chooseStop({ frames: page(way.at(-1)), by: 1 }) ?? { frameId: -1, nth: -1 });
    expect(way.map(({ frameId, nth }) => `${frameId}.${nth}`)).toEqual(['0.0', '2.0', '4.0', '2.1', '0.1', '9.0', '0.0']);
    expect(chooseStop({ frames: page({ frameId: 0, nth: 0 }), by: -1 })).toMatchObject({ frameId: 9, nth: 0 });
  });

  it('begins with the first mark in view; a frame above it is past with all that it holds', () => {
    const frames = [
      stopsOf(0, [], [mark(1, true), frame(0, true), frame(1), mark(4)]),
      stopsOf(1, [0], [mark(2)]),
      stopsOf(2, [1], [mark(3, true), mark(3)]),
    ];
    expect(chooseStop({ frames, by: 1 })).toMatchObject({ frameId: 2, nth: 1 });
    expect(chooseStop({ frames: [stopsOf(0, [], [mark(1, true)])], by: 1 })).toMatchObject({ frameId: 0, nth: 0 });
  });

  it('goes on from the mark that was opened last, in whichever frame; one that is gone is forgotten', () => {
    const frames = [
      stopsOf(0, [], [mark(1), frame(0), mark(4)], { last: { nth: 0, time: 3 } }),
      stopsOf(1, [0], [mark(2)], { last: { nth: 0, time: 8 } }),
    ];
    expect(chooseStop({ frames, by: 1 })).toMatchObject({ frameId: 0, nth: 1 });
    expect(chooseStop({ frames: [stopsOf(0, [], [mark(1)], { last: { nth: -1, time: 3 } })], by: 1 })).toMatchObject({ nth: 0 });
  });

  it('finds nothing where nothing is marked', () => {
    expect(chooseStop({ frames: [stopsOf(0, [], [frame(0)]), stopsOf(1, [0], [])], by: 1 })).toBeUndefined();
    expect(chooseStop({ frames: [], by: -1 })).toBeUndefined();
  });
});

it('counts a term once, in however many frames it stands', () => {
  expect(countTerms(page())).toBe(5);
});

it('finds the innermost frame with the focus', () => {
  const frames = [
    stopsOf(0, [], [], { hasFocus: true }),
    stopsOf(3, [1, 0], [], { hasFocus: true }),
    stopsOf(2, [1], [], { hasFocus: true }),
  ];
  expect(findFocused(frames)?.frameId).toBe(3);
  expect(findFocused(page())).toBeUndefined();
});
