import type { HoverEvent, Target } from '../core/hover';
import type { MarkSource } from '../core/mark-source';
import type { Ground } from './find-ground';

interface Point {
  x: number;
  y: number;
}

/** The reader's acts as the machine knows them. Events that a script dispatched are not the reader's. */
export function listenToReader({
  view,
  markAt,
  toGround,
  feed,
  signal,
  host,
  hasCard,
  isOpen,
  hasFocus,
  isHeld,
  pressed,
  peel,
  closeAll,
  follow,
  leaveByTab,
}: {
  /** whose events are heard, and how its places lie where the cards are drawn */
  view: Window;
  markAt: MarkSource['markAt'];
  toGround: Ground['toGround'];
  feed: (event: HoverEvent) => void;
  signal: AbortSignal;
  host: () => Element | undefined;
  /** one is shown, pinned or not */
  hasCard: () => boolean;
  /** one is shown that goes when it is left */
  isOpen: () => boolean;
  /** the focus is in that one: the pointer may go where it likes */
  hasFocus: () => boolean;
  /** the point is on the open card, or the focus is in it */
  isHeld: (point: Point) => boolean;
  /** a button or a finger went down, somewhere */
  pressed: (at: { isInHost: boolean; point: Point }) => void;
  /** Escape: false where nothing of ours was open */
  peel: () => boolean;
  closeAll: () => void;
  follow: () => void;
  leaveByTab: (by: 1 | -1) => boolean;
}): void {
  const passive = { capture: true, passive: true, signal };
  /** each window counts its time from its own beginning */
  const late = view.performance.timeOrigin - performance.timeOrigin;
  let isDragging = false;
  /** what moved last */
  let hand = '';
  let isMoved = false;

  function tellMove(event: PointerEvent, target: Target): void {
    if (event.buttons === 0) isDragging = false;
    if (event.type === 'pointermove') hand = event.pointerType;
    feed({
      kind: 'move',
      ...placeOf(event),
      time: event.timeStamp + late,
      target,
      isPressed: event.buttons !== 0,
      isSelecting: isDragging && view.getSelection()?.isCollapsed === false,
    });
  }

  function placeOf(event: PointerEvent): Point {
    const { x, y } = toGround({ x: event.clientX, y: event.clientY, width: 0, height: 0 });
    return { x, y };
  }

  function targetOf(event: PointerEvent): Target {
    if (isHeld(placeOf(event))) return { kind: 'card' };
    const mark = isInHost(event) ? undefined : markAt(event.clientX, event.clientY);
    return mark ? { kind: 'mark', mark } : { kind: 'none' };
  }

  function isInHost(event: Event): boolean {
    const element = host();
    return element !== undefined && event.composedPath().includes(element);
  }

  view.addEventListener('selectstart', () => (isDragging = true), passive);
  view.addEventListener('pointerup', () => (isDragging = false), passive);
  view.addEventListener(
    'pointermove',
    (event) => event.isTrusted && event.pointerType !== 'touch' && tellMove(event, targetOf(event)),
    passive,
  );
  // out of the window or into a frame: no move tells of it
  view.addEventListener(
    'pointerout',
    (event) => {
      const isGone = event.relatedTarget === null || (event.relatedTarget as Element).localName === 'iframe';
      if (!event.isTrusted || event.pointerType === 'touch' || !isGone) return;
      // a pen that is taken away has not gone elsewhere: its reader reads (Chromium also tells of it as of a mouse)
      const isLifted = hand === 'pen' && event.relatedTarget === null;
      if (!(isLifted && isOpen())) tellMove(event, hasFocus() ? { kind: 'card' } : { kind: 'none' });
    },
    passive,
  );
  view.addEventListener(
    'scroll',
    (event) => {
      if (!event.isTrusted) return;
      feed({ kind: 'scroll', time: event.timeStamp + late });
      followSoon();
    },
    passive,
  );
  view.addEventListener('resize', followSoon, passive);

  function followSoon(): void {
    if (isMoved || !hasCard()) return;
    isMoved = true;
    view.requestAnimationFrame(() => {
      isMoved = false;
      if (!signal.aborted) follow();
    });
  }

  view.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted) return;
      const inHost = isInHost(event);
      if (!inHost) tellMove(event, { kind: 'none' });
      pressed({ isInHost: inHost, point: placeOf(event) });
    },
    passive,
  );
  view.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted) return;
      if (event.key === 'Escape' && hasCard()) {
        if (event.shiftKey) closeAll();
        else if (!peel()) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      } else if (!isInHost(event)) feed({ kind: 'typing', time: event.timeStamp + late });
      else if (event.key === 'Tab' && leaveByTab(event.shiftKey ? -1 : 1)) event.preventDefault();
    },
    { capture: true, signal },
  );
}
