import { deepStrictEqual } from 'node:assert';
import { expect } from 'vitest';
import { type Effect, type HoverEvent, type HoverState, idleHover, stepHover, type Target } from '../../core/hover';
import type { Box } from '../../core/place-card';

/** Two words in a line, one below the first where its card hangs, and one that is long. */
const words = {
  docker: { x: 100, y: 100, width: 60, height: 20 },
  swarm: { x: 300, y: 100, width: 60, height: 20 },
  hidden: { x: 100, y: 140, width: 60, height: 20 },
  long: { x: 100, y: 500, width: 400, height: 20 },
} satisfies Record<string, Box>;
type Word = keyof typeof words;

const frame = 16;
const gap = 8;

export interface Hand {
  /** `open docker`, `close`: what the reader sees, in order */
  readonly log: string[];
  readonly lookUps: string[];
  readonly open: string | undefined;
  /** moves in a straight line, a sample a frame, and stays there */
  glide(to: { x: number; y: number; ms: number }): void;
  wait(ms: number): void;
  tell(event: { kind: 'scroll' } | { kind: 'typing' } | { kind: 'closed' }): void;
  hold(buttons: { isPressed?: boolean; isSelecting?: boolean }): void;
}

/**
 * A reader's hand on a page with a clock of its own: makes the events, keeps the one timer, and puts a card under the open word, as
 * the page does. Each state is stored and read back between two events. `early` is how much too soon a timer fires, in ms.
 */
export function createHand({ early = 0 }: { early?: number } = {}): Hand {
  let state: HoverState = idleHover;
  let now = 10_000;
  let pointer = { x: 900, y: 900 };
  let target: Target = { kind: 'none' };
  let held = { isPressed: false, isSelecting: false };
  let wake: { at: number; fires: number } | undefined;
  let open: string | undefined;
  const log: string[] = [];
  const lookUps: string[] = [];

  function feed(event: HoverEvent): void {
    const copy = structuredClone(state);
    deepStrictEqual(copy, state);
    const step = stepHover(copy, event);
    state = step.state;
    for (const effect of step.effects) run(effect);
  }

  function run(effect: Effect): void {
    if (effect.kind === 'wake') setWake(effect.at);
    else if (effect.kind === 'lookUp') lookUps.push(String(effect.mark));
    else if (effect.kind === 'close') close();
    else show(String(effect.mark) as Word);
  }

  function show(mark: Word): void {
    expect(open, 'a card does not open over itself').not.toBe(mark);
    expect(target, 'the pointer is on the word whose card opens').toEqual({ kind: 'mark', mark });
    expect(held, 'no button is down').toEqual({ isPressed: false, isSelecting: false });
    expect(now, 'the page is quiet').toBeGreaterThanOrEqual(state.quietUntil);
    expect(lookUps, 'it was looked up before').toContain(mark);
    open = mark;
    log.push(`open ${mark}`);
    const card = cardOf(mark);
    feed({ kind: 'opened', card: { ...card, y: card.y - gap, height: card.height + 2 * gap }, words: [words[mark]], time: now });
  }

  function close(): void {
    expect(open, 'only an open card closes').toBeDefined();
    open = undefined;
    log.push('close');
    feed({ kind: 'closed', time: now });
  }

  function setWake(at: number): void {
    const isAgain = wake?.at === at;
    wake = { at, fires: Math.max(now, isAgain ? at : at - early) };
  }

  function runUntil(time: number): void {
    for (let fires = 0; wake && wake.fires <= time; fires++) {
      expect(fires, 'the timer comes to rest').toBeLessThan(100);
      now = wake.fires;
      const fired = wake;
      feed({ kind: 'timer', time: now });
      if (wake === fired) wake = undefined;
    }
    now = time;
  }

  function move(): void {
    target = targetAt(pointer, open);
    feed({ kind: 'move', ...pointer, time: now, target, ...held });
  }

  return {
    log,
    lookUps,
    get open() {
      return open;
    },
    glide({ x, y, ms }) {
      const from = pointer;
      const begin = now;
      for (let passed = Math.min(frame, ms); ; passed = Math.min(passed + frame, ms)) {
        runUntil(begin + passed);
        const share = ms === 0 ? 1 : passed / ms;
        pointer = { x: from.x + (x - from.x) * share, y: from.y + (y - from.y) * share };
        move();
        if (passed >= ms) return;
      }
    },
    wait(ms) {
      runUntil(now + ms);
    },
    tell(event) {
      if (event.kind === 'closed' && open !== undefined) close();
      else feed({ ...event, time: now });
    },
    hold(buttons) {
      held = { ...held, ...buttons };
      move();
    },
  };
}

function cardOf(word: Word): Box {
  const { x, y, height } = words[word];
  return { x, y: y + height + gap, width: 300, height: 200 };
}

function targetAt(point: { x: number; y: number }, open: string | undefined): Target {
  if (open !== undefined && isIn(cardOf(open as Word), point)) return { kind: 'card' };
  const mark = Object.entries(words).find(([, box]) => isIn(box, point))?.[0];
  return mark === undefined ? { kind: 'none' } : { kind: 'mark', mark };
}

function isIn({ x, y, width, height }: Box, point: { x: number; y: number }): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}
