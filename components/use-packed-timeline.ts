import { useEffect, useRef, useState } from 'preact/hooks';
import { type PackedTimeline, packInSteps, type TimelineRequest } from '../core/lay-out-timeline';

/** How long packing may hold up a frame, in ms: less than half of one at 60 a second, so that drawing has the rest. */
const slice = 8;

interface Packing {
  /** a slice of what is no longer asked for may still come before its timer is taken away */
  make: (zoom: number) => TimelineRequest;
  zoom: number;
  steps: Generator<void, PackedTimeline>;
}

export interface Packed {
  zoom: number;
  packed: PackedTimeline;
}

/**
 * The events in their rows for the zoom that is asked for, or for the last one until that is ready: a large history is packed in
 * slices between frames. Kept for each zoom, and the neighbouring ones are made ready while nothing else is to be done.
 * `make` must be the same function as long as what it makes is the same.
 */
export function usePackedTimeline(make: ((zoom: number) => TimelineRequest) | undefined, zoom: number, levels: number): Packed | undefined {
  const known = useRef<{ make: typeof make; byZoom: Map<number, PackedTimeline> }>({ make, byZoom: new Map() });
  const last = useRef<Packed | undefined>(undefined);
  const packing = useRef<Packing | undefined>(undefined);
  const [, redraw] = useState(0);

  if (known.current.make !== make) {
    known.current = { make, byZoom: new Map() };
    packing.current = undefined;
  }
  const { byZoom } = known.current;
  const advance = (level: number, until: number): boolean => {
    if (!make || byZoom.has(level)) return true;
    if (packing.current?.make !== make || packing.current.zoom !== level)
      packing.current = { make, zoom: level, steps: packInSteps(make(level)) };
    while (performance.now() < until) {
      const step = packing.current.steps.next();
      if (!step.done) continue;
      byZoom.set(level, step.value);
      packing.current = undefined;
      return true;
    }
    return false;
  };
  // beside a picture that stands nothing is packed while it is drawn
  if (make && !last.current && !byZoom.has(zoom)) advance(zoom, performance.now() + slice);
  const packed = byZoom.get(zoom);
  if (packed) last.current = { zoom, packed };

  useEffect(() => {
    if (!make) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let idle: number | undefined;
    const goOn = () => {
      if (advance(zoom, performance.now() + slice)) redraw((count) => count + 1);
      else timer = setTimeout(goOn);
    };
    const prepare = () => {
      const next = [zoom + 1, zoom - 1].find((level) => level >= 0 && level <= levels && !byZoom.has(level));
      if (next === undefined) return;
      advance(next, performance.now() + slice);
      idle = requestIdleCallback(prepare);
    };
    if (byZoom.has(zoom)) idle = requestIdleCallback(prepare);
    else timer = setTimeout(goOn);
    return () => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, [make, zoom, packed]);
  return last.current;
}
