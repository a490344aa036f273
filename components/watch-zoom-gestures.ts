/** A level nearer (1) or farther (-1), about the place of the pointer. */
type ZoomBy = (step: 1 | -1, clientX: number) => void;

/** A pinch on a touchpad sends many small steps, a wheel one of about 100: a level is taken after this much of either. */
const wheelPerLevel = 60;
/** A wheel that runs on by itself takes one level, not all of them. In ms. */
const rest = 200;
/** Two fingers that are this much farther apart, or nearer, take a level. */
const pinchPerLevel = 1.5;
/** Below this a press that moves is still a click. */
const dragFrom = 4;

/** The wheel zooms where there is nothing to scroll up or down, and with Ctrl always; sideways it pans by itself. */
export function watchWheel(element: HTMLElement, zoomBy: ZoomBy, signal: AbortSignal): void {
  let turned = 0;
  let last = Number.NEGATIVE_INFINITY;
  element.addEventListener(
    'wheel',
    (event) => {
      const outer = element.parentElement;
      const isFree = !outer || outer.scrollHeight <= outer.clientHeight;
      if (!event.ctrlKey && (!isFree || event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))) return;
      event.preventDefault();
      if (event.timeStamp - last < rest) return;
      turned += event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1);
      if (Math.abs(turned) < wheelPerLevel) return;
      zoomBy(turned < 0 ? 1 : -1, event.clientX);
      last = event.timeStamp;
      turned = 0;
    },
    { signal, passive: false },
  );
}

/** Two fingers; one pans by itself. */
export function watchPinch(element: HTMLElement, zoomBy: ZoomBy, signal: AbortSignal): void {
  const fingers = new Map<number, PointerEvent>();
  let begun = 0;
  const apart = () => {
    const [a, b] = [...fingers.values()];
    return a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
  };
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType !== 'touch') return;
      fingers.set(event.pointerId, event);
      begun = apart();
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (!fingers.has(event.pointerId)) return;
      fingers.set(event.pointerId, event);
      const ratio = apart() / begun;
      if (fingers.size !== 2 || (ratio < pinchPerLevel && ratio > 1 / pinchPerLevel)) return;
      const [a, b] = [...fingers.values()];
      if (a && b) zoomBy(ratio > 1 ? 1 : -1, (a.clientX + b.clientX) / 2);
      begun = apart();
    },
    { signal },
  );
  // a browser that takes the fingers for a pan or for its own zoom takes them from us
  const hold = (event: TouchEvent) => event.touches.length > 1 && event.cancelable && event.preventDefault();
  for (const type of ['touchstart', 'touchmove'] as const) element.addEventListener(type, hold, { signal, passive: false });
  const lift = ({ pointerId }: PointerEvent) => void fingers.delete(pointerId);
  for (const type of ['pointerup', 'pointercancel'] as const) element.addEventListener(type, lift, { signal });
}

/** The mouse drags; touch pans by itself. */
export function watchDrag(element: HTMLElement, signal: AbortSignal): void {
  let from: { x: number; left: number; isDragging: boolean } | undefined;
  element.addEventListener(
    'pointerdown',
    ({ button, pointerType, clientX }) => {
      const canPan = element.scrollWidth > element.clientWidth;
      from = canPan && button === 0 && pointerType === 'mouse' ? { x: clientX, left: element.scrollLeft, isDragging: false } : undefined;
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    ({ clientX, pointerId }) => {
      if (!from || (!from.isDragging && Math.abs(clientX - from.x) < dragFrom)) return;
      if (!from.isDragging) element.setPointerCapture(pointerId);
      from.isDragging = true;
      element.scrollLeft = from.left - (clientX - from.x);
    },
    { signal },
  );
  element.addEventListener('pointerup', () => setTimeout(() => (from = undefined)), { signal });
  element.addEventListener('pointercancel', () => (from = undefined), { signal });
  element.addEventListener('click', (event) => from?.isDragging && event.stopPropagation(), { signal, capture: true });
}
