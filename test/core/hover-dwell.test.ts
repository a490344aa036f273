import { expect, it } from 'vitest';
import { type HoverState, idleHover, stepHover } from '../../core/hover';

/** When the card of a mark that the pointer has come to rest on is due, in ms from then. */
function dueAfter(state: HoverState): number | undefined {
  const target = { kind: 'mark', mark: 1 } as const;
  const { effects } = stepHover(state, { kind: 'move', x: 5, y: 5, time: 1000, target, isPressed: false, isSelecting: false });
  const wake = effects.find((effect) => effect.kind === 'wake');
  return wake && wake.at - 1000;
}

it.each([150, 350, 1000])('rests as long as the reader wants: %i ms', (dwell) => {
  expect(dueAfter({ ...idleHover, dwell })).toBe(dwell);
});

it('a second look is short, and never longer than a first', () => {
  expect(dueAfter({ ...idleHover, dwell: 1000, lastClosed: 900 })).toBe(150);
});
