import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gap, lineInset, placeCard } from '../../core/place-card';

const viewport = { width: 1000, height: 700 };
const card = { width: 340, height: 200 };
const margin = 8;

describe('placeCard', () => {
  it('hangs the card below its word, the drop under the middle of the word', () => {
    expect(placeCard({ word: { x: 400, y: 100, width: 60, height: 20 }, card, viewport })).toEqual({
      x: 430 - lineInset,
      y: 120 + gap,
      side: 'below',
      height: 200,
    });
  });

  it('stands above where there is no room below', () => {
    expect(placeCard({ word: { x: 400, y: 600, width: 60, height: 20 }, card, viewport })).toEqual({
      x: 430 - lineInset,
      y: 600 - gap - 200,
      side: 'above',
      height: 200,
    });
  });

  it('stands beside a word that it would cover', () => {
    const tall = { width: 340, height: 500 };
    const word = { x: 400, y: 300, width: 60, height: 20 };
    expect(placeCard({ word, card: tall, viewport })).toMatchObject({ side: 'beside', x: 460 + gap });
    expect(placeCard({ word: { ...word, x: 800 }, card: tall, viewport })).toMatchObject({ side: 'beside', x: 800 - gap - 340 });
  });

  it('takes the roomier side where there is room on none', () => {
    const tall = { width: 700, height: 500 };
    expect(placeCard({ word: { x: 400, y: 300, width: 60, height: 20 }, card: tall, viewport }).side).toBe('below');
    expect(placeCard({ word: { x: 400, y: 400, width: 60, height: 20 }, card: tall, viewport }).side).toBe('above');
  });

  it('keeps off the edges', () => {
    expect(placeCard({ word: { x: 0, y: 100, width: 30, height: 20 }, card, viewport }).x).toBe(margin);
    expect(placeCard({ word: { x: 970, y: 100, width: 30, height: 20 }, card, viewport }).x).toBe(1000 - 340 - margin);
  });

  it('begins at the top left where a card is larger than all there is', () => {
    expect(placeCard({ word: { x: 100, y: 100, width: 30, height: 20 }, card: { width: 2000, height: 2000 }, viewport })).toMatchObject({
      x: margin,
      y: margin,
    });
  });
});

const length = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const scenes = fc
  .record({
    viewport: fc.record({ width: fc.integer({ min: 320, max: 2600 }), height: fc.integer({ min: 200, max: 1600 }) }),
    at: fc.tuple(length(0, 1), length(0, 1)),
    word: fc.record({ width: length(1, 300), height: length(8, 60) }),
    card: fc.tuple(length(0.05, 1), length(0.05, 1)),
  })
  .map(({ viewport, at, word, card }) => ({
    viewport,
    word: { ...word, x: at[0] * (viewport.width - word.width), y: at[1] * (viewport.height - word.height) },
    card: { width: card[0] * (viewport.width - 2 * margin), height: card[1] * (viewport.height - 2 * margin) },
  }));
/** places are whole pixels */
const rounding = 0.5;

describe('any word, any card that fits the viewport', () => {
  it('is inside the viewport, a margin from every edge', () => {
    fc.assert(
      fc.property(scenes, ({ viewport, word, card }) => {
        const { x, y } = placeCard({ viewport, word, card });
        expect(x).toBeGreaterThanOrEqual(margin);
        expect(y).toBeGreaterThanOrEqual(margin);
        expect(x + card.width).toBeLessThanOrEqual(viewport.width - margin + rounding);
        expect(y + card.height).toBeLessThanOrEqual(viewport.height - margin + rounding);
      }),
    );
  });

  it('leaves its word free where one of the sides has room', () => {
    fc.assert(
      fc.property(scenes, ({ viewport, word, card }) => {
        const roomBelow = viewport.height - margin - (word.y + word.height + gap);
        const roomAbove = word.y - gap - margin;
        fc.pre(Math.max(roomBelow, roomAbove) >= card.height);
        const { y, side } = placeCard({ viewport, word, card });
        expect(side).toBe(roomBelow >= card.height ? 'below' : 'above');
        const space = side === 'below' ? y - (word.y + word.height) : word.y - (y + card.height);
        expect(Math.abs(space - gap)).toBeLessThanOrEqual(rounding);
      }),
    );
  });

  it('has its drop under the middle of the word, as near as the edges allow', () => {
    fc.assert(
      fc.property(scenes, ({ viewport, word, card }) => {
        const { x, side } = placeCard({ viewport, word, card });
        if (side === 'beside') {
          expect(x >= word.x + word.width || x + card.width <= word.x, 'the word stays in sight').toBe(true);
          return;
        }
        const wanted = word.x + word.width / 2 - lineInset;
        const rightmost = viewport.width - margin - card.width;
        if (wanted < margin) expect(x).toBe(margin);
        else expect(Math.abs(x - Math.min(wanted, rightmost))).toBeLessThanOrEqual(rounding);
      }),
    );
  });
});

describe('with pinned cards on the page', () => {
  const pinned = { x: 380, y: 110, width: 340, height: 300 };
  const word = { x: 400, y: 80, width: 60, height: 20 };
  const covers = (place: { x: number; y: number; height: number }, box: typeof pinned) =>
    place.x < box.x + box.width && place.x + card.width > box.x && place.y < box.y + box.height && place.y + place.height > box.y;

  it('goes to the nearest free place, and draws no line when that is not under the word', () => {
    const place = placeCard({ word, card, viewport, avoid: [pinned] });
    expect(covers(place, pinned)).toBe(false);
    expect(place).toMatchObject({ side: 'beside', height: 200 });
  });

  it('is as low as the room that they leave', () => {
    const wall = [0, 330, 660].map((x) => ({ x, y: 0, width: 340, height: 500 }));
    const place = placeCard({ word, card: { width: 340, height: 400 }, viewport, avoid: wall });
    expect(place.height).toBeLessThan(200);
    expect(wall.some((box) => covers(place, box))).toBe(false);
  });

  it('never covers one while there is room for a small card anywhere', () => {
    const spots = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 600 }) });
    fc.assert(
      fc.property(fc.array(spots, { maxLength: 3 }), spots, (list, at) => {
        const avoid = list.map((spot) => ({ ...spot, width: 340, height: 300 }));
        const big = { width: 1600, height: 1100 };
        const place = placeCard({ word: { ...at, width: 60, height: 20 }, card: { width: 340, height: 480 }, viewport: big, avoid });
        expect(avoid.some((box) => covers(place, box))).toBe(false);
      }),
    );
  });
});
