import { useEffect } from 'preact/hooks';
import type { TimelineModel } from './timeline-model';

/** Keys that work wherever the focus is, but for a field: / to search, + - 0 to zoom, [ and ] to walk to a cause or an effect. */
export function useTimelineKeys(model: TimelineModel): void {
  useEffect(() => {
    const acts: Record<string, () => void> = {
      '/': () => document.getElementById('search')?.focus(),
      '+': () => model.setZoom(model.zoom.value + 1),
      '=': () => model.setZoom(model.zoom.value + 1),
      '-': () => model.setZoom(model.zoom.value - 1),
      '0': () => model.setZoom(0),
      '[': () => model.walkLink('because'),
      ']': () => model.walkLink('ledTo'),
    };
    const press = (event: KeyboardEvent) => {
      const act = acts[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [model]);
}
