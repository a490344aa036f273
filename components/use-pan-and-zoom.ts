import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Scale } from '../core/timeline-scale';

export interface PanAndZoom {
  scroller: RefObject<HTMLElement | null>;
  scale: Scale | undefined;
  zoom: number;
  /** the year that a zoom by key or button keeps in place: the chosen event's */
  anchorYear: number | undefined;
  onZoom: (level: number) => void;
  onView?: ((years: { from: number; to: number }) => void) | undefined;
}

/** A pinch sends many small steps, a wheel one of about 100: a level is taken after this much of either. */
const wheelPerLevel = 60;
/** Below this a press that moves is still a click. */
const dragFrom = 4;

/** Keeps the view of a scrolling picture: the year under the pointer (or of the chosen event) stays where it was over a zoom; the mouse drags. */
export function usePanAndZoom({ scroller, scale, zoom, anchorYear, onZoom, onView }: PanAndZoom): void {
  const anchor = useRef<{ year: number; x: number } | undefined>(undefined);
  const centre = useRef<number | undefined>(undefined);
  const latest = useRef({ scale, zoom, onZoom, onView });
  latest.current = { scale, zoom, onZoom, onView };
  const lastZoom = useRef(zoom);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !scale) return;
    const middle = element.clientWidth / 2;
    const isZooming = lastZoom.current !== zoom;
    lastZoom.current = zoom;
    const fixed = anchor.current ?? { year: (isZooming ? anchorYear : undefined) ?? centre.current ?? scale.yearAt(middle), x: middle };
    anchor.current = undefined;
    element.scrollLeft = scale.at(fixed.year) - fixed.x;
    centre.current = scale.yearAt(element.scrollLeft + middle);
    latest.current.onView?.({ from: scale.yearAt(element.scrollLeft), to: scale.yearAt(element.scrollLeft + element.clientWidth) });
  }, [scale]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const ending = new AbortController();
    const { signal } = ending;
    let turned = 0;
    element.addEventListener(
      'scroll',
      () => {
        const { scale, onView } = latest.current;
        if (!scale) return;
        centre.current = scale.yearAt(element.scrollLeft + element.clientWidth / 2);
        onView?.({ from: scale.yearAt(element.scrollLeft), to: scale.yearAt(element.scrollLeft + element.clientWidth) });
      },
      { signal, passive: true },
    );
    element.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        turned += event.deltaY;
        if (Math.abs(turned) < wheelPerLevel) return;
        const { scale, zoom, onZoom } = latest.current;
        const x = event.clientX - element.getBoundingClientRect().left;
        if (scale) anchor.current = { year: scale.yearAt(element.scrollLeft + x), x };
        onZoom(zoom - Math.sign(turned));
        turned = 0;
      },
      { signal, passive: false },
    );
    watchDrag(element, signal);
    return () => ending.abort();
  }, [scroller]);
}

/** Touch pans by itself. */
function watchDrag(element: HTMLElement, signal: AbortSignal): void {
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
