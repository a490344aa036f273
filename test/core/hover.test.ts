import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delays } from '../../core/hover';
import { createHand, type Hand } from './create-hand';

const onDocker = { x: 130, y: 110 };
const onSwarm = { x: 330, y: 110 };
const onCard = { x: 200, y: 200 };
const nowhere = { x: 130, y: 50 };

/** A hand that has opened the card of docker. */
function handAtCard(options?: { early: number }): Hand {
  const hand = createHand(options);
  hand.glide({ ...onDocker, ms: 100 });
  hand.wait(1000);
  expect(hand.log).toEqual(['open docker']);
  return hand;
}

describe('opening', () => {
  it('opens when the pointer has rested for the dwell, and not before', () => {
    const hand = createHand();
    hand.glide({ ...onDocker, ms: 0 });
    hand.wait(delays.dwell - 1);
    expect(hand.log).toEqual([]);
    hand.wait(1);
    expect(hand.log).toEqual(['open docker']);
  });

  it('looks the word up at the first sign, once', () => {
    const hand = createHand();
    hand.glide({ ...onDocker, ms: 0 });
    hand.glide({ x: 132, y: 110, ms: 100 });
    expect(hand.lookUps).toEqual(['docker']);
    hand.wait(1000);
    expect(hand.lookUps).toEqual(['docker']);
  });

  it('opens under a hand that trembles', () => {
    const hand = createHand();
    hand.glide({ ...onDocker, ms: 0 });
    for (let n = 0; n < 15; n++) hand.glide({ x: 130 + (n % 2), y: 110, ms: 32 });
    expect(hand.log).toEqual(['open docker']);
  });

  it('never opens for a pointer that crosses, however long the word', () => {
    const hand = createHand();
    hand.glide({ x: 90, y: 510, ms: 0 });
    hand.glide({ x: 510, y: 510, ms: 420 / 0.3 });
    hand.wait(2000);
    expect(hand.log).toEqual([]);
    expect(hand.lookUps).toEqual(['long']);
  });

  it('never opens for a hand that follows the text at the pace of reading', () => {
    const hand = createHand();
    hand.glide({ x: 90, y: 510, ms: 0 });
    hand.glide({ x: 510, y: 510, ms: 420 / 0.15 });
    hand.glide({ x: 510, y: 600, ms: 100 });
    hand.wait(2000);
    expect(hand.log).toEqual([]);
  });

  it('opens when a fast pointer comes to rest', () => {
    const hand = createHand();
    hand.glide({ x: 90, y: 510, ms: 0 });
    hand.glide({ x: 400, y: 510, ms: 150 });
    hand.wait(delays.dwell - 1);
    expect(hand.log).toEqual([]);
    hand.wait(1);
    expect(hand.log).toEqual(['open long']);
  });

  it('forgets a word that is left before the dwell is over', () => {
    const hand = createHand();
    hand.glide({ ...onDocker, ms: 0 });
    hand.wait(delays.dwell - 50);
    hand.glide({ ...nowhere, ms: 16 });
    hand.wait(2000);
    expect(hand.log).toEqual([]);
  });

  it('counts the dwell anew on the next word', () => {
    const hand = createHand();
    hand.glide({ ...onDocker, ms: 0 });
    hand.wait(delays.dwell - 50);
    hand.glide({ ...onSwarm, ms: 16 });
    hand.wait(delays.dwell - 1);
    expect(hand.log).toEqual([]);
    hand.wait(1);
    expect(hand.log).toEqual(['open swarm']);
  });

  it.each([{ isPressed: true }, { isSelecting: true }])('does not open with %j', (buttons) => {
    const hand = createHand();
    hand.glide({ ...onDocker, ms: 0 });
    hand.wait(100);
    hand.hold(buttons);
    hand.wait(2000);
    expect(hand.log).toEqual([]);
  });

  it.each([
    ['scroll', delays.afterScroll],
    ['typing', delays.afterTyping],
  ] as const)('does not open soon after %s, nor for a word that came under a still pointer', (kind, quiet) => {
    const hand = createHand();
    hand.glide({ ...onDocker, ms: 0 });
    hand.wait(100);
    hand.tell({ kind });
    hand.wait(2000);
    expect(hand.log).toEqual([]);
    hand.tell({ kind });
    hand.wait(quiet - 1);
    hand.glide({ x: 131, y: 110, ms: 0 });
    hand.wait(2000);
    expect(hand.log).toEqual([]);
    hand.glide({ x: 141, y: 110, ms: 0 });
    hand.wait(delays.dwell);
    expect(hand.log).toEqual(['open docker']);
  });

  it('does not open for a word that a scroll brought under the pointer until the hand moves on', () => {
    const hand = createHand();
    hand.glide({ x: 130, y: 117, ms: 0 });
    hand.tell({ kind: 'scroll' });
    hand.wait(delays.putDown - 100);
    hand.glide({ x: 130, y: 110, ms: 50 });
    hand.wait(2000);
    expect(hand.log).toEqual([]);
    hand.glide({ x: 130, y: 108, ms: 50 });
    hand.wait(delays.dwell);
    expect(hand.log).toEqual(['open docker']);
  });

  it('does not open for a word that was clicked', () => {
    const hand = createHand();
    hand.glide({ ...onDocker, ms: 0 });
    hand.hold({ isPressed: true });
    hand.hold({ isPressed: false });
    hand.glide({ x: 131, y: 111, ms: 50 });
    hand.wait(2000);
    expect(hand.log).toEqual([]);
  });

  it('a scroll does not shorten the quiet after typing', () => {
    const hand = createHand();
    hand.tell({ kind: 'typing' });
    hand.tell({ kind: 'scroll' });
    hand.wait(delays.afterTyping - 1);
    hand.glide({ ...onDocker, ms: 0 });
    hand.wait(2000);
    expect(hand.log).toEqual([]);
  });

  it('a second look soon after a first needs less', () => {
    const hand = handAtCard();
    hand.glide({ ...nowhere, ms: 16 });
    hand.wait(delays.abandon);
    expect(hand.log).toEqual(['open docker', 'close']);
    hand.wait(delays.againWithin - 100);
    hand.glide({ ...onSwarm, ms: 0 });
    hand.wait(delays.dwellAgain);
    expect(hand.log).toEqual(['open docker', 'close', 'open swarm']);
  });

  it('a second look much later needs the whole dwell', () => {
    const hand = handAtCard();
    hand.glide({ ...nowhere, ms: 16 });
    hand.wait(delays.abandon + delays.againWithin);
    hand.glide({ ...onSwarm, ms: 0 });
    hand.wait(delays.dwell - 1);
    expect(hand.log).toEqual(['open docker', 'close']);
    hand.wait(1);
    expect(hand.log).toEqual(['open docker', 'close', 'open swarm']);
  });
});

describe('closing', () => {
  it('closes when the word has been left for the time of abandon, and not before', () => {
    const hand = handAtCard();
    hand.glide({ ...nowhere, ms: 0 });
    hand.wait(delays.abandon - 1);
    expect(hand.open).toBe('docker');
    hand.wait(1);
    expect(hand.log).toEqual(['open docker', 'close']);
  });

  it('stays when the pointer comes back in time, and on the card for ever', () => {
    const hand = handAtCard();
    hand.glide({ ...nowhere, ms: 0 });
    hand.wait(delays.abandon - 50);
    hand.glide({ ...onDocker, ms: 16 });
    hand.wait(5000);
    hand.glide({ ...onCard, ms: 200 });
    hand.wait(60_000);
    expect(hand.log).toEqual(['open docker']);
  });

  it('stays while a slow hand comes nearer to the card', () => {
    const hand = handAtCard();
    hand.glide({ x: 130, y: 96, ms: 16 });
    // round the word, as a hand in an arc: 500 ms off it, but nearing
    hand.glide({ x: 92, y: 99, ms: 16 });
    hand.glide({ x: 92, y: 119, ms: 480 });
    expect(hand.open).toBe('docker');
    hand.glide({ x: 110, y: 140, ms: 100 });
    hand.wait(5000);
    expect(hand.log).toEqual(['open docker']);
  });

  it('a hand that hardly moves does not hold the card open for ever by coming nearer', () => {
    const hand = handAtCard();
    hand.glide({ x: 92, y: 99, ms: 0 });
    for (let n = 1; n <= 12; n++) {
      hand.wait(100);
      hand.glide({ x: 92, y: 99 + n, ms: 0 });
    }
    expect(hand.log).toEqual(['open docker', 'close']);
  });

  it('closes on time for a hand that goes straight away from the card', () => {
    const hand = handAtCard();
    hand.glide({ x: 130, y: 99, ms: 0 });
    hand.glide({ x: 130, y: 20, ms: delays.abandon - 1 });
    expect(hand.open).toBe('docker');
    hand.wait(1);
    expect(hand.open).toBeUndefined();
  });

  it('closes on time for a hand that comes nearer from far outside the way', () => {
    const hand = handAtCard();
    hand.glide({ x: 700, y: 20, ms: 0 });
    hand.glide({ x: 420, y: 60, ms: delays.abandon });
    expect(hand.open).toBeUndefined();
  });

  it('stays open while the page is scrolled and typed in', () => {
    const hand = handAtCard();
    hand.tell({ kind: 'scroll' });
    hand.tell({ kind: 'typing' });
    hand.wait(5000);
    expect(hand.log).toEqual(['open docker']);
  });

  it('is idle again when the reader has closed it', () => {
    const hand = handAtCard();
    hand.tell({ kind: 'closed' });
    hand.wait(5000);
    expect(hand.log).toEqual(['open docker', 'close']);
    hand.glide({ x: 131, y: 110, ms: 0 });
    hand.wait(delays.dwell);
    expect(hand.log, 'a tremor on the same word brings nothing back').toEqual(['open docker', 'close']);
    hand.glide({ x: 131, y: 300, ms: 100 });
    hand.glide({ x: 131, y: 110, ms: 300 });
    hand.wait(delays.dwell);
    expect(hand.log).toEqual(['open docker', 'close', 'open docker']);
  });
});

describe('switching to another word', () => {
  it('switches without closing when the pointer rests on it', () => {
    const hand = handAtCard();
    hand.glide({ ...onSwarm, ms: 50 });
    hand.wait(delays.dwellAgain);
    expect(hand.log).toEqual(['open docker', 'open swarm']);
    expect(hand.lookUps).toEqual(['docker', 'swarm']);
  });

  it('switches too when the way took most of the time of abandon', () => {
    const hand = handAtCard();
    hand.glide({ ...onSwarm, ms: delays.abandon - 20 });
    hand.wait(5000);
    expect(hand.open).toBe('swarm');
  });

  it('does not switch for a word that is only crossed', () => {
    const hand = handAtCard();
    hand.glide({ x: 90, y: 510, ms: 50 });
    hand.glide({ x: 510, y: 510, ms: 420 / 0.5 });
    hand.wait(2000);
    expect(hand.log).toEqual(['open docker', 'close']);
  });

  it('does not switch to a word under the open card', () => {
    const hand = handAtCard();
    hand.glide({ x: 130, y: 150, ms: 100 });
    hand.wait(5000);
    expect(hand.log).toEqual(['open docker']);
  });

  it.each([{ isPressed: true }, { isSelecting: true }])('does not switch with %j', (buttons) => {
    const hand = handAtCard();
    hand.glide({ ...onSwarm, ms: 16 });
    hand.hold(buttons);
    hand.wait(5000);
    expect(hand.log).toEqual(['open docker', 'close']);
  });

  it.each(['scroll', 'typing'] as const)('does not switch soon after %s, whether the hand stirs or not', (kind) => {
    for (const stir of [0, 1]) {
      const hand = handAtCard();
      hand.glide({ ...onSwarm, ms: 16 });
      hand.tell({ kind });
      if (stir) hand.glide({ x: 331, y: 110, ms: 16 });
      hand.wait(5000);
      expect(hand.log).toEqual(['open docker', 'close']);
    }
  });
});

describe('timers that fire early', () => {
  it('are asked for again, and change nothing that the reader sees', () => {
    const hand = handAtCard({ early: 1 });
    hand.glide({ ...onSwarm, ms: 50 });
    hand.wait(1000);
    hand.glide({ ...nowhere, ms: 16 });
    hand.wait(1000);
    expect(hand.log).toEqual(['open docker', 'open swarm', 'close']);
  });

  it('never open before the dwell is over', () => {
    const hand = createHand({ early: 40 });
    hand.glide({ ...onDocker, ms: 0 });
    hand.wait(delays.dwell - 1);
    expect(hand.log).toEqual([]);
    hand.wait(1);
    expect(hand.log).toEqual(['open docker']);
  });
});

const places = fc.constantFrom(
  onDocker,
  onSwarm,
  onCard,
  nowhere,
  { x: 130, y: 150 },
  { x: 101, y: 124 },
  { x: 300, y: 510 },
  { x: 90, y: 130 },
  { x: 700, y: 700 },
);
const acts = fc.oneof(
  {
    arbitrary: fc.record({ to: places, ms: fc.nat(900) }).map(
      ({ to, ms }) =>
        (hand: Hand) =>
          hand.glide({ ...to, ms }),
    ),
    weight: 5,
  },
  { arbitrary: fc.nat(800).map((ms) => (hand: Hand) => hand.wait(ms)), weight: 4 },
  fc.constantFrom('scroll' as const, 'typing' as const, 'closed' as const).map((kind) => (hand: Hand) => hand.tell({ kind })),
  fc.record({ isPressed: fc.boolean(), isSelecting: fc.boolean() }).map((buttons) => (hand: Hand) => hand.hold(buttons)),
);

describe('whatever the hand does', () => {
  // what holds at each step stands in createHand: a card opens only where the pointer is, never twice, never with a button down
  it('never opens two without a close or a switch, closes when left, and opens again when meant', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 25 }), fc.constantFrom(0, 1), (list, early) => {
        const hand = createHand({ early });
        for (const act of list) act(hand);
        hand.hold({ isPressed: false, isSelecting: false });
        hand.glide({ x: 900, y: 900, ms: 50 });
        hand.wait(delays.corridor + delays.abandon + delays.afterTyping);
        expect(hand.open, 'left').toBeUndefined();
        hand.glide({ ...onDocker, ms: 50 });
        hand.wait(delays.dwell);
        expect(hand.open, 'meant').toBe('docker');
      }),
      { numRuns: 1000 },
    );
  });
});
