import { isInCorridor } from './is-in-corridor';
import type { Box } from './place-card';

/** When a reader means a mark, and when they have left it. Times in ms, distances in CSS px; every delay says where it comes from. */
export const delays = {
  /** between 10ten (0) and Page Previews (500): resting, not reading */
  dwell: 350,
  /** a second look soon after a first is meant */
  dwellAgain: 150,
  againWithin: 1000,
  /** as Page Previews: long enough to come back, WCAG 1.4.13 hoverable */
  abandon: 300,
  /** no opening this long after a scroll moved the text under the pointer, or a key was typed */
  afterScroll: 200,
  afterTyping: 500,
  /** a hand on the wheel or the button trembles on whatever lies under it then */
  putDown: 3000,
  /** the way from mark to card may take this long while it comes nearer */
  corridor: 600,
} as const;

/** Faster than this (px a ms, mean of the last 80 ms) is crossing, not resting. */
const restingSpeed = 0.25;
const speedWindow = 80;

/** A pointer under which a scroll or a click put a word means it only when it has moved on by this, in px, or when this time is over. */
const pickUpAfter = 8;

/** Further than this (px) from where the pointer came to rest is following the text: a reader's hand drifts at 0.1 to 0.25 px a ms. */
const restingRadius = 16;

/** Identifies a mark or a card for the machine; it compares them and knows nothing else of them. */
export type Target = { kind: 'mark'; mark: unknown } | { kind: 'card' } | { kind: 'none' };

export type HoverEvent =
  | { kind: 'move'; x: number; y: number; time: number; target: Target; isPressed: boolean; isSelecting: boolean }
  | { kind: 'timer'; time: number }
  | { kind: 'scroll'; time: number }
  | { kind: 'typing'; time: number }
  /** a card is drawn now, or was moved: where it is, and the boxes of its word */
  | { kind: 'opened'; card: Box; words: readonly Box[]; time: number }
  | { kind: 'closed'; time: number };

interface Point {
  x: number;
  y: number;
}

type Phase =
  | { kind: 'idle' }
  | { kind: 'dwelling'; mark: unknown; since: number; at: Point }
  | {
      kind: 'open';
      mark: unknown;
      card?: Box;
      words?: readonly Box[];
      leftAt?: number;
      nearedAt?: number;
      distance?: number;
      other?: { mark: unknown; since: number; at: Point };
    };

export interface HoverState {
  phase: Phase;
  /** the last samples of the pointer, oldest first */
  trail: readonly { x: number; y: number; time: number }[];
  quietUntil: number;
  /** the reader's own, in ms */
  dwell: number;
  /** where the pointer was when the text moved under it or a button was let go: what lies there now was not chosen by it */
  putDown?: (Point & { until: number }) | undefined;
  lastClosed: number;
  /** the reader closed the card of this mark and has not left it yet: a tremor of the hand must not bring it back */
  dismissed?: { mark: unknown } | undefined;
}

export type Effect = { kind: 'lookUp'; mark: unknown } | { kind: 'open'; mark: unknown } | { kind: 'close' } | { kind: 'wake'; at: number };

export const idleHover: HoverState = {
  phase: { kind: 'idle' },
  trail: [],
  quietUntil: 0,
  dwell: delays.dwell,
  lastClosed: Number.NEGATIVE_INFINITY,
};

/** State and event in, state and effects out; it asks no clock and touches nothing. */
export function stepHover(state: HoverState, event: HoverEvent): { state: HoverState; effects: Effect[] } {
  switch (event.kind) {
    case 'move':
      return onMove(pickUp(forgive(addToTrail(state, event), event.target), event), event);
    case 'timer':
      return onTimer(state, event.time);
    case 'scroll':
      return {
        state: putDown(quieten(state, event.time + delays.afterScroll), restingPlace(state.trail, event.time), event.time),
        effects: [],
      };
    case 'typing':
      return { state: quieten(state, event.time + delays.afterTyping), effects: [] };
    case 'opened':
      return state.phase.kind === 'open'
        ? { state: { ...state, phase: { ...state.phase, card: event.card, words: event.words } }, effects: [] }
        : { state, effects: [] };
    case 'closed':
      return {
        state: {
          ...state,
          phase: { kind: 'idle' },
          lastClosed: event.time,
          dismissed: state.phase.kind === 'open' ? { mark: state.phase.mark } : undefined,
        },
        effects: [],
      };
  }
}

/** No mark is meant before `until`; a card that is open stays. */
function quieten(state: HoverState, until: number): HoverState {
  const { phase } = state;
  const { other: _, ...open } = phase.kind === 'open' ? phase : { kind: 'idle' as const };
  return { ...state, phase: open, quietUntil: Math.max(state.quietUntil, until) };
}

/** Leaving a mark whose card was closed makes it a mark like any other. */
function forgive(state: HoverState, target: Target): HoverState {
  const isLeft = state.dismissed && !(target.kind === 'mark' && target.mark === state.dismissed.mark);
  return isLeft ? { ...state, dismissed: undefined } : state;
}

/** Where the pointer has been for the last 80 ms; undefined for a hand on its way somewhere. */
function restingPlace(trail: HoverState['trail'], now: number): Point | undefined {
  const last = trail.at(-1);
  const isStill = ({ x, y, time }: Point & { time: number }) =>
    !last || now - time > speedWindow || Math.hypot(x - last.x, y - last.y) <= pickUpAfter;
  return trail.every(isStill) ? last : undefined;
}

function putDown(state: HoverState, at: Point | undefined, time: number): HoverState {
  return { ...state, putDown: at && { x: at.x, y: at.y, until: time + delays.putDown } };
}

function pickUp(state: HoverState, event: Extract<HoverEvent, { kind: 'move' }>): HoverState {
  if (event.isPressed) return putDown(state, event, event.time);
  const { putDown: down } = state;
  const isOver = down && (event.time >= down.until || Math.hypot(event.x - down.x, event.y - down.y) > pickUpAfter);
  return isOver ? { ...state, putDown: undefined } : state;
}

/** The mark that the reader may mean by this event: not with a button down, a selection growing or the text having just moved. */
function meantMark(
  { quietUntil, dismissed, putDown }: HoverState,
  { target, isPressed, isSelecting, time }: Extract<HoverEvent, { kind: 'move' }>,
): { mark: unknown } | undefined {
  const isFree = !isPressed && !isSelecting && !putDown && time >= quietUntil;
  return target.kind === 'mark' && dismissed?.mark !== target.mark && isFree ? { mark: target.mark } : undefined;
}

function onMove(state: HoverState, event: Extract<HoverEvent, { kind: 'move' }>): { state: HoverState; effects: Effect[] } {
  const { phase } = state;
  if (phase.kind === 'open') return moveWhileOpen(state, phase, event);
  const meant = meantMark(state, event);
  if (!meant) return { state: { ...state, phase: { kind: 'idle' } }, effects: [] };
  const { mark } = meant;
  const isSame = phase.kind === 'dwelling' && phase.mark === mark;
  if (isSame && isResting(state, phase.at, event)) return { state, effects: [] };
  const next: HoverState = { ...state, phase: { kind: 'dwelling', mark, since: event.time, at: { x: event.x, y: event.y } } };
  const effects: Effect[] = [{ kind: 'wake', at: event.time + dwellOf(state, event.time) }];
  return { state: next, effects: isSame ? effects : [{ kind: 'lookUp', mark }, ...effects] };
}

function moveWhileOpen(
  state: HoverState,
  phase: Extract<Phase, { kind: 'open' }>,
  event: Extract<HoverEvent, { kind: 'move' }>,
): { state: HoverState; effects: Effect[] } {
  const { target, time } = event;
  const stay = {
    kind: 'open' as const,
    mark: phase.mark,
    ...(phase.card && { card: phase.card }),
    ...(phase.words && { words: phase.words }),
  };
  if (target.kind === 'card' || (target.kind === 'mark' && target.mark === phase.mark))
    return { state: { ...state, phase: stay }, effects: [] };
  const leftAt = phase.leftAt ?? time;
  const distance = phase.card ? distanceTo(phase.card, event) : Number.POSITIVE_INFINITY;
  // on the way to the card: the wait begins anew while the pointer comes nearer, for as long as a slow hand may take
  const isNearing =
    phase.distance !== undefined && distance < phase.distance && time - leftAt < delays.corridor && isOnTheWay(phase, event);
  const nearedAt = isNearing ? time : phase.nearedAt;
  const meant = isNearing ? undefined : meantMark(state, event);
  const isSame = meant !== undefined && phase.other?.mark === meant.mark;
  // on another mark too the wait begins anew while the pointer is only crossing it
  const isStill = isSame && phase.other !== undefined && isResting(state, phase.other.at, event);
  const other = meant && {
    mark: meant.mark,
    ...(isStill && phase.other ? { since: phase.other.since, at: phase.other.at } : { since: time, at: { x: event.x, y: event.y } }),
  };
  const left = { ...stay, leftAt, distance, ...(nearedAt !== undefined && { nearedAt }), ...(other && { other }) };
  const effects: Effect[] = [{ kind: 'wake', at: dueOf(left) }];
  if (other && !isSame) effects.push({ kind: 'lookUp', mark: other.mark });
  return { state: { ...state, phase: left }, effects };
}

/** When an open card gives way: to the other mark that the pointer rests on or, failing one, to nothing. */
function dueOf({ leftAt, nearedAt, other }: { leftAt: number; nearedAt?: number; other?: { since: number } }): number {
  return other ? other.since + delays.dwellAgain : (nearedAt ?? leftAt) + delays.abandon;
}

function onTimer(state: HoverState, time: number): { state: HoverState; effects: Effect[] } {
  const { phase } = state;
  if (phase.kind === 'dwelling') {
    const due = phase.since + dwellOf(state, phase.since);
    // timers fire up to a millisecond early
    if (time < due) return { state, effects: [{ kind: 'wake', at: due }] };
    return { state: { ...state, phase: { kind: 'open', mark: phase.mark } }, effects: [{ kind: 'open', mark: phase.mark }] };
  }
  if (phase.kind !== 'open' || phase.leftAt === undefined) return { state, effects: [] };
  const due = dueOf({ ...phase, leftAt: phase.leftAt });
  if (time < due) return { state, effects: [{ kind: 'wake', at: due }] };
  const { other } = phase;
  if (other) return { state: { ...state, phase: { kind: 'open', mark: other.mark } }, effects: [{ kind: 'open', mark: other.mark }] };
  return { state: { ...state, phase: { kind: 'idle' }, lastClosed: time }, effects: [{ kind: 'close' }] };
}

function dwellOf(state: HoverState, time: number): number {
  return time - state.lastClosed < delays.againWithin ? Math.min(delays.dwellAgain, state.dwell) : state.dwell;
}

function addToTrail(state: HoverState, { x, y, time }: { x: number; y: number; time: number }): HoverState {
  return { ...state, trail: [...state.trail.filter((sample) => time - sample.time <= speedWindow), { x, y, time }] };
}

/** Neither crossing the text nor following it: slow, and still where it came to rest. */
function isResting({ trail }: HoverState, at: Point, { x, y }: Point): boolean {
  return speedOf(trail) < restingSpeed && Math.hypot(x - at.x, y - at.y) <= restingRadius;
}

/** The mean speed over the trail, in px a ms; a single sample is at rest. */
function speedOf(trail: HoverState['trail']): number {
  let path = 0;
  for (let n = 1; n < trail.length; n++) {
    const [a, b] = [trail[n - 1], trail[n]];
    if (a && b) path += Math.hypot(b.x - a.x, b.y - a.y);
  }
  const [first, last] = [trail[0], trail[trail.length - 1]];
  const duration = first && last ? last.time - first.time : 0;
  return duration === 0 ? 0 : path / duration;
}

function distanceTo(box: Box, { x, y }: { x: number; y: number }): number {
  return Math.hypot(Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height));
}

function isOnTheWay({ card, words }: { card?: Box; words?: readonly Box[] }, point: Point): boolean {
  return card !== undefined && words !== undefined && words.length > 0 && isInCorridor({ words, card, point });
}
