import { askWorker } from '../../platform/ask-worker';

/** At most one look at what lies under a moving pointer in this many ms: a look costs up to 0.2 ms. */
const lookEvery = 50;

/** Waits for the first sign of a hover over a mark, then has the card's code put into this frame; that code takes over from there. */
export function awaitHover({
  isMark,
  pointer,
  signal,
}: {
  isMark: (x: number, y: number) => boolean;
  pointer: { x: number; y: number };
  signal: AbortSignal;
}): void {
  const done = new AbortController();
  let isPlanned = false;

  function look(): void {
    isPlanned = false;
    if (signal.aborted || done.signal.aborted || !isMark(pointer.x, pointer.y)) return;
    done.abort();
    void askWorker('loadCard').then((isLoaded) => isLoaded || resume(), resume);
  }

  /** the worker was not there: the next hover tries again */
  function resume(): void {
    if (!signal.aborted) awaitHover({ isMark, pointer, signal });
  }

  const follow = (event: PointerEvent) => {
    pointer.x = event.clientX;
    pointer.y = event.clientY;
    if (!event.isTrusted || event.buttons !== 0 || isPlanned) return;
    // looked at a little later, where the pointer is then: one that arrives fast and stops dead sends no further event
    isPlanned = true;
    setTimeout(look, lookEvery);
  };
  addEventListener('pointermove', follow, { capture: true, passive: true, signal: AbortSignal.any([signal, done.signal]) });
}
