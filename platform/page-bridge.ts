import type { MarkSource } from '../core/mark-source';

/**
 * What the injected script hands to the card's code, which comes later into the same isolated world of the same frame.
 * The page cannot see this world's globals.
 */
export interface PageMarks extends MarkSource {
  /** aborted when this copy of the extension is gone: remove everything then */
  signal: AbortSignal;
  /** ends this copy, for a newer one that takes its place */
  end(): void;
  /** the pointer's last known place, for a card that is loaded because of it */
  pointer: { x: number; y: number };
}

const key = Symbol.for('little-whale');
const cardKey = Symbol.for('little-whale card');
type World = { [key]?: PageMarks | undefined; [cardKey]?: AbortSignal | undefined };

export function offerMarks(marks: PageMarks): void {
  (globalThis as World)[key] = marks;
}

export function findMarks(): PageMarks | undefined {
  return (globalThis as World)[key];
}

/** True for the first card that serves these marks; its code may be put into a frame more than once. */
export function claimCard(marks: PageMarks): boolean {
  const world = globalThis as World;
  if (world[cardKey] === marks.signal) return false;
  world[cardKey] = marks.signal;
  return true;
}
