import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Scale } from '../core/timeline-scale';
import type { ShownYears } from './timeline-model';
import { watchDrag, watchPinch, watchWheel } from './watch-zoom-gestures';

export interface PanAndZoom {
  scroller: RefObject<HTMLElement | null>;
  scale: Scale | undefined;
  /** the zoom that is asked for */
  zoom: number;
  /** the year that a zoom by key or button keeps in the middle: the chosen event's */
  anchorYear: number | undefined;
  /** a year to go to; each request is an object of its own */
  target: { year: number } | undefined;
  onZoom: (level: number) => void;
  onShown: (years: ShownYears) => void;
}

/** Zooming lets the picture come nearer or go, in ms as long as `--lw-glide` says. */
export const glideTime = 240;

/**
 * Keeps the view of a scrolling picture: the year under the pointer (or of the chosen event) stays where it was over a zoom; mouse,
 * wheel and two fingers move it. Returns where the view begins, in pixels, already while the picture for a new scale is being drawn.
 */
export function usePanAndZoom({ scroller, scale, zoom, anchorYear, target, onZoom, onShown }: PanAndZoom): number {
  const anchor = useRef<{ year: number; x: number } | undefined>(undefined);
  const view = useRef<{ scale: Scale; zoom: number; left: number; centre: number } | undefined>(undefined);
  const reached = useRef<{ year: number } | undefined>(undefined);
  const latest = useRef({ scale, zoom, onZoom, onShown });
  latest.current = { scale, zoom, onZoom, onShown };
  const width = scroller.current?.clientWidth ?? 0;
  const before = view.current;

  if (scale && before?.scale !== scale) {
    const wanted = target !== reached.current ? target?.year : undefined;
    const kept = before && before.zoom !== zoom ? anchorYear : undefined;
    const fixed = anchor.current ?? { year: wanted ?? kept ?? before?.centre ?? scale.yearAt(width / 2), x: width / 2 };
    anchor.current = undefined;
    reached.current = target;
    const left = Math.max(0, Math.min(scale.width - width, scale.at(fixed.year) - fixed.x));
    view.current = { scale, zoom, left, centre: wanted ?? scale.yearAt(left + width / 2) };
  }

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !scale || !view.current) return;
    element.scrollLeft = view.current.left;
    tell(element, scale, view.current.centre);
    if (before && before.scale !== scale && before.zoom !== zoom) comeNearer(element, before.zoom < zoom);
  }, [scale]);

  useEffect(() => {
    const element = scroller.current;
    if (!element || !scale || !target || reached.current === target) return;
    reached.current = target;
    element.scrollLeft = scale.at(target.year) - element.clientWidth / 2;
  }, [target]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const ending = new AbortController();
    const { signal } = ending;
    const zoomBy = (step: number, clientX: number) => {
      const { scale, zoom, onZoom } = latest.current;
      const x = clientX - element.getBoundingClientRect().left;
      if (scale) anchor.current = { year: scale.yearAt(element.scrollLeft + x), x };
      onZoom(zoom + step);
    };
    element.addEventListener(
      'scroll',
      () => {
        const { scale } = latest.current;
        if (!scale || !view.current || Math.abs(element.scrollLeft - view.current.left) < 1) return;
        view.current = { ...view.current, left: element.scrollLeft, centre: scale.yearAt(element.scrollLeft + element.clientWidth / 2) };
        tell(element, scale, view.current.centre);
      },
      { signal, passive: true },
    );
    watchWheel(element, zoomBy, signal);
    watchPinch(element, zoomBy, signal);
    watchDrag(element, signal);
    return () => ending.abort();
  }, [scroller]);

  const tell = (element: HTMLElement, scale: Scale, centre: number) =>
    latest.current.onShown({ from: scale.yearAt(element.scrollLeft), to: scale.yearAt(element.scrollLeft + element.clientWidth), centre });
  return view.current?.left ?? 0;
}

/** On the compositor: the frames go on while the next picture is laid out. */
function comeNearer(element: HTMLElement, isNearer: boolean): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const origin = `${element.scrollLeft + element.clientWidth / 2}px 50%`;
  for (const part of element.querySelectorAll('.ribbon, .sheet'))
    part.animate(
      [
        { opacity: 0.3, transform: `scaleX(${isNearer ? 0.86 : 1.14})`, transformOrigin: origin },
        { opacity: 1, transform: 'none', transformOrigin: origin },
      ],
      { duration: glideTime, easing: 'cubic-bezier(.2, 0, 0, 1)' },
    );
}
