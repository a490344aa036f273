import { describe, expect, it } from 'vitest';
import { isInCorridor } from '../../core/is-in-corridor';

const word = { x: 400, y: 300, width: 60, height: 20 };
const isIn = (card: { x: number; y: number }, point: { x: number; y: number }) =>
  isInCorridor({ words: [word], card: { ...card, width: 300, height: 200 }, point });

describe('isInCorridor', () => {
  it.each([
    ['below', { x: 408, y: 360 }, { x: 500, y: 340 }],
    ['above', { x: 408, y: 60 }, { x: 500, y: 290 }],
    ['at the right', { x: 500, y: 280 }, { x: 480, y: 330 }],
    ['at the left', { x: 60, y: 280 }, { x: 380, y: 330 }],
  ])('goes straight to a card %s', (_, card, point) => {
    expect(isIn(card, point)).toBe(true);
  });

  it('is the hull of the word and the near edge, not the box around both', () => {
    const card = { x: 408, y: 460 };
    expect(isIn(card, { x: 640, y: 440 })).toBe(true);
    expect(isIn(card, { x: 690, y: 340 }), 'in the box, far off the way').toBe(false);
  });

  it('is 12 px wider on all sides', () => {
    const card = { x: 408, y: 360 };
    expect(isIn(card, { x: 389, y: 310 })).toBe(true);
    expect(isIn(card, { x: 387, y: 310 })).toBe(false);
    expect(isIn(card, { x: 430, y: 289 })).toBe(true);
    expect(isIn(card, { x: 430, y: 287 })).toBe(false);
  });

  it('takes in both lines of a word that breaks', () => {
    const words = [
      { x: 900, y: 300, width: 60, height: 20 },
      { x: 100, y: 328, width: 40, height: 20 },
    ];
    expect(isInCorridor({ words, card: { x: 96, y: 356, width: 300, height: 200 }, point: { x: 500, y: 325 } })).toBe(true);
  });
});
