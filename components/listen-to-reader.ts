import type { HoverEvent, Target } from '../core/hover';
import type { MarkSource } from '../core/mark-source';

/** The reader's acts as the machine knows them. Events that a script dispatched are not the reader's. */
export function listenToReader({
  feed,
  close,
  back,
  isOpen,
  host,
  marks,
  signal,
}: {
  feed: (event: HoverEvent) => void;
  close: () => void;
  back: () => void;
  isOpen: () => boolean;
  host: () => Element | undefined;
  marks: MarkSource;
  signal: AbortSignal;
}): void {
  const passive = { capture: true, passive: true, signal };
  let isDragging = false;
  addEventListener('selectstart', () => (isDragging = true), passive);
  addEventListener('pointerup', () => (isDragging = false), passive);
  addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch') return;
      feed({
        kind: 'move',
        x: event.clientX,
        y: event.clientY,
        time: event.timeStamp,
        target: targetOf(event),
        isPressed: event.buttons !== 0,
        isSelecting: isDragging && getSelection()?.isCollapsed === false,
      });
    },
    passive,
  );
  function targetOf(event: PointerEvent): Target {
    const card = host();
    // while the focus is in the card, the pointer may go where it likes
    if (card && (event.composedPath().includes(card) || document.activeElement === card)) return { kind: 'card' };
    const mark = marks.markAt(event.clientX, event.clientY);
    return mark ? { kind: 'mark', mark } : { kind: 'none' };
  }
  addEventListener('scroll', (event) => event.isTrusted && feed({ kind: 'scroll', time: event.timeStamp }), passive);
  addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted) return;
      if (!isOpen())
        feed({
          kind: 'move',
          x: event.clientX,
          y: event.clientY,
          time: event.timeStamp,
          target: { kind: 'none' },
          isPressed: true,
          isSelecting: false,
        });
      else if (!event.composedPath().includes(host() as Element)) close();
    },
    passive,
  );
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted) return;
      if (event.key === 'Escape' && isOpen()) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return event.shiftKey ? close() : back();
      }
      if (!isOpen() || !event.composedPath().includes(host() as Element)) feed({ kind: 'typing', time: event.timeStamp });
    },
    { capture: true, signal },
  );
}
