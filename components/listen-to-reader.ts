import type { HoverEvent, Target } from '../core/hover';
import type { MarkSource } from '../core/mark-source';

interface Point {
  x: number;
  y: number;
}

/** The reader's acts as the machine knows them. Events that a script dispatched are not the reader's. */
export function listenToReader({
  feed,
  signal,
  marks,
  host,
  hasCard,
  isHeld,
  pressedOutside,
  peel,
  closeAll,
  follow,
  leaveByTab,
}: {
  feed: (event: HoverEvent) => void;
  signal: AbortSignal;
  marks: MarkSource;
  host: () => Element | undefined;
  hasCard: () => boolean;
  /** the point is on the open card, or the focus is in it and the pointer may go where it likes */
  isHeld: (point: Point) => boolean;
  pressedOutside: (isInHost: boolean) => void;
  /** Escape: false where nothing of ours was open */
  peel: () => boolean;
  closeAll: () => void;
  follow: () => void;
  leaveByTab: (by: 1 | -1) => boolean;
}): void {
  const passive = { capture: true, passive: true, signal };
  let isDragging = false;
  let isMoved = false;

  function tellMove(event: PointerEvent, target: Target): void {
    if (event.buttons === 0) isDragging = false;
    feed({
      kind: 'move',
      x: event.clientX,
      y: event.clientY,
      time: event.timeStamp,
      target,
      isPressed: event.buttons !== 0,
      isSelecting: isDragging && getSelection()?.isCollapsed === false,
    });
  }

  function targetOf(event: PointerEvent): Target {
    const point = { x: event.clientX, y: event.clientY };
    if (isHeld(point)) return { kind: 'card' };
    const mark = isInHost(event) ? undefined : marks.markAt(point.x, point.y);
    return mark ? { kind: 'mark', mark } : { kind: 'none' };
  }

  function isInHost(event: Event): boolean {
    const element = host();
    return element !== undefined && event.composedPath().includes(element);
  }

  addEventListener('selectstart', () => (isDragging = true), passive);
  addEventListener('pointerup', () => (isDragging = false), passive);
  addEventListener('pointermove', (event) => event.isTrusted && event.pointerType !== 'touch' && tellMove(event, targetOf(event)), passive);
  // out of the window or into a frame: no move tells of it
  addEventListener(
    'pointerout',
    (event) => {
      const isGone = event.relatedTarget === null || event.relatedTarget instanceof HTMLIFrameElement;
      if (event.isTrusted && event.pointerType !== 'touch' && isGone) tellMove(event, { kind: 'none' });
    },
    passive,
  );
  addEventListener(
    'scroll',
    (event) => {
      if (!event.isTrusted) return;
      feed({ kind: 'scroll', time: event.timeStamp });
      followSoon();
    },
    passive,
  );
  addEventListener('resize', followSoon, passive);

  function followSoon(): void {
    if (isMoved || !hasCard()) return;
    isMoved = true;
    requestAnimationFrame(() => {
      isMoved = false;
      if (!signal.aborted) follow();
    });
  }

  addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted) return;
      const inHost = isInHost(event);
      if (!inHost) tellMove(event, { kind: 'none' });
      pressedOutside(inHost);
    },
    passive,
  );
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted) return;
      if (event.key === 'Escape' && hasCard()) {
        if (event.shiftKey) closeAll();
        else if (!peel()) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      } else if (!isInHost(event)) feed({ kind: 'typing', time: event.timeStamp });
      else if (event.key === 'Tab' && leaveByTab(event.shiftKey ? -1 : 1)) event.preventDefault();
    },
    { capture: true, signal },
  );
}
