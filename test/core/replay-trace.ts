import { type Effect, type HoverEvent, type HoverState, idleHover, stepHover, type Target } from '../../core/hover';
import { type Box, gap, placeCard } from '../../core/place-card';
import { cardSize, type Recording, type Trace } from '../fixtures/pointer-traces/read-traces';

export interface Replay {
  /** words whose card opened while the hand was at work, in order: one that is left on a word for good means it */
  opened: number[];
  /** words that the pointer came to, each time it did so */
  visited: number[];
  /** whether a card is open when the hand comes to its end, and 3 seconds after that */
  isOpenAtEnd: boolean;
  isOpenLater: boolean;
  /** what the pointer is left on */
  endsOn: Target['kind'];
}

const slack = 3;

/** Feeds a recorded trace to the machine, on its own clock, with a card where the page would have put one. */
export function replayTrace({ words, viewport }: Recording, { samples }: Trace): Replay {
  let state: HoverState = idleHover;
  let now = 0;
  let wake: number | undefined;
  let open: number | undefined;
  let card: Box | undefined;
  let scrolled = samples[0]?.[5] ?? 0;
  let last: number | undefined;
  let endsOn: Target['kind'] = 'none';
  const opened: number[] = [];
  const visited: number[] = [];

  const boxesOf = (word: number) => (words[word] ?? []).map(([x, y, width, height]) => ({ x, y: y - scrolled, width, height }));

  function feed(event: HoverEvent): void {
    const step = stepHover(state, event);
    state = step.state;
    for (const effect of step.effects) run(effect);
  }

  function run(effect: Effect): void {
    if (effect.kind === 'wake') wake = effect.at;
    else if (effect.kind === 'open') show(effect.mark as number);
    else if (effect.kind === 'close') {
      open = card = undefined;
      feed({ kind: 'closed', time: now });
    }
  }

  function show(word: number): void {
    open = word;
    opened.push(word);
    const boxes = boxesOf(word);
    const pointer = state.trail.at(-1);
    const at = boxes.find((box) => pointer && pointer.y >= box.y - 4 && pointer.y <= box.y + box.height + 4) ?? boxes[0];
    if (!at) throw new Error(`word ${word} is not drawn`);
    const { x, y } = placeCard({ word: at, card: cardSize, viewport });
    card = { x, y: y - gap, width: cardSize.width, height: cardSize.height + 2 * gap };
    feed({ kind: 'opened', card, words: boxes, time: now });
  }

  function runUntil(time: number): void {
    while (wake !== undefined && wake <= time) {
      now = wake;
      wake = undefined;
      feed({ kind: 'timer', time: now });
    }
    now = time;
  }

  function targetAt(x: number, y: number): Target {
    if (card && isIn(card, x, y, 0)) return { kind: 'card' };
    const mark = words.findIndex((_, word) => boxesOf(word).some((box) => isIn(box, x, y, slack)));
    return mark < 0 ? { kind: 'none' } : { kind: 'mark', mark };
  }

  for (const [kind, dt, x, y, buttons, scrollY] of samples) {
    runUntil(now + dt);
    scrolled = scrollY;
    if (kind === 's') feed({ kind: 'scroll', time: now });
    else if (kind === 'k') feed({ kind: 'typing', time: now });
    else {
      const target = targetAt(x, y);
      endsOn = target.kind;
      const mark = target.kind === 'mark' ? (target.mark as number) : undefined;
      if (mark !== undefined && mark !== last) visited.push(mark);
      last = mark;
      // a press closes what is open, and dragging selects
      if (buttons !== 0 && card && target.kind !== 'card') run({ kind: 'close' });
      feed({ kind: 'move', x, y, time: now, target, isPressed: buttons !== 0, isSelecting: buttons !== 0 });
    }
  }
  const isOpenAtEnd = open !== undefined;
  const openedAtWork = [...opened];
  runUntil(now + 3000);
  return { opened: openedAtWork, visited, isOpenAtEnd, isOpenLater: open !== undefined, endsOn };
}

function isIn({ x, y, width, height }: Box, px: number, py: number, below: number): boolean {
  return px >= x - 1 && px <= x + width + 1 && py >= y - 1 && py <= y + height + below;
}
