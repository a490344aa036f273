import { askWorker } from '../../platform/ask-worker';
import type { PagePointer } from '../../platform/page-bridge';

/** At most one look at what lies under a moving pointer in this many ms: a look costs up to 0.2 ms. */
const lookEvery = 50;
/** So far, in px, a finger or a pen may roll in a tap. */
const rollBy = 10;

/** Waits for the first sign of a hover over a mark, or a finger on it, then has the card's code put into this frame; that code takes over. */
export function awaitHover({
  isMark,
  pointer,
  signal,
}: {
  isMark: (x: number, y: number) => boolean;
  pointer: PagePointer;
  signal: AbortSignal;
}): void {
  let isPlanned = false;
  let isLoaded = false;

  async function look(): Promise<void> {
    isPlanned = false;
    if (signal.aborted || isLoaded || !isMark(pointer.x, pointer.y)) return;
    isLoaded = true;
    // where the worker was not there, the next hover tries again
    isLoaded = await askWorker('loadCard').catch(() => false);
  }

  const listening = { capture: true, passive: true, signal };
  addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch') return;
      const { clientX: x, clientY: y, timeStamp: since, buttons } = event;
      // a pen trembles while it taps, and hovers on when it has
      const isTapping = pointer.touch && Math.hypot(x - pointer.touch.x, y - pointer.touch.y) <= rollBy;
      // followed while the card's code is on its way, too: it begins where the pointer is then
      Object.assign(pointer, { x, y, since, touch: isTapping ? pointer.touch : undefined });
      if (buttons !== 0) pointer.pressed = { x, y, time: since };
      if (isLoaded || buttons !== 0 || isPlanned) return;
      // looked at a little later, where the pointer is then: one that arrives fast and stops dead sends no further event
      isPlanned = true;
      setTimeout(look, lookEvery);
    },
    listening,
  );
  const follow = (event: PointerEvent) => {
    if (!event.isTrusted) return;
    const { clientX: x, clientY: y, timeStamp, type, pointerType } = event;
    if (type === 'pointerdown') pointer.pressed = { x, y, time: timeStamp };
    if (pointerType === 'mouse') return;
    if (type === 'pointerdown') {
      Object.assign(pointer, { x, y, touch: { x, y, downAt: timeStamp, phase: 'down' } });
      void look();
    } else if (pointer.touch) pointer.touch.phase = type === 'click' ? 'tapped' : 'lifted';
  };
  for (const type of ['pointerdown', 'pointerup', 'pointercancel', 'click'] as const)
    addEventListener(type, (event) => follow(event as PointerEvent), listening);
}
