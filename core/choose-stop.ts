/** A mark, or a frame with what stands in it, in the reading order of one document. `isPast`: it lies above what is in view. */
export type Stop = { kind: 'mark'; term: number; isPast: boolean } | { kind: 'frame'; frame: number; isPast: boolean };

/** What one document of a page says of itself to those who go from term to term by keys. */
export interface FrameStops {
  /** the way to it from the top document: the number of each frame among its siblings; -1 where nobody can tell (in a shadow root) */
  path: readonly number[];
  stops: readonly Stop[];
  /** the mark whose card was opened last by hand, by its number among the marks, and when, in ms since 1970 */
  last?: { nth: number; time: number } | undefined;
  hasFocus: boolean;
  /** a card that comes and goes is open */
  isOpen: boolean;
  /** the number of terms was said already */
  isCounted: boolean;
}

/** A mark of a page: the nth (from 0) of one of its frames. */
export interface Place {
  frameId: number;
  nth: number;
}

type Frame = FrameStops & { frameId: number };

/**
 * The mark after (1) or before (-1) the last one opened, in reading order through all frames and around; the first one in view where none
 * was opened yet. Undefined on a page without marks.
 */
export function chooseStop({ frames, by }: { frames: readonly Frame[]; by: 1 | -1 }): Place | undefined {
  const places = listPlaces(frames);
  const [latest] = frames.filter((frame) => frame.last).sort((a, b) => (b.last?.time ?? 0) - (a.last?.time ?? 0));
  const at = places.findIndex(({ frameId, nth }) => frameId === latest?.frameId && nth === latest.last?.nth);
  if (at >= 0) return places[(at + by + places.length) % places.length];
  return places.find(({ isPast }) => !isPast) ?? places[0];
}

/** How many different terms stand in a page. */
export function countTerms(frames: readonly FrameStops[]): number {
  return new Set(frames.flatMap(({ stops }) => stops.flatMap((stop) => (stop.kind === 'mark' ? [stop.term] : [])))).size;
}

/** The innermost frame that has the focus; its parents say that they have it too. */
export function findFocused<F extends FrameStops>(frames: readonly F[]): F | undefined {
  return frames.filter(({ hasFocus }) => hasFocus).sort((a, b) => b.path.length - a.path.length)[0];
}

function listPlaces(frames: readonly Frame[]): (Place & { isPast: boolean })[] {
  const places: (Place & { isPast: boolean })[] = [];
  const left = new Map([...frames].sort((a, b) => a.path.length - b.path.length).map((frame) => [frame.frameId, frame]));

  function walk({ frameId, path, stops }: Frame, isAbove: boolean): void {
    left.delete(frameId);
    let nth = 0;
    for (const stop of stops) {
      const isPast = isAbove || stop.isPast;
      if (stop.kind === 'mark') places.push({ frameId, nth: nth++, isPast });
      else {
        const way = [...path, stop.frame].join();
        const frame = [...left.values()].find((candidate) => candidate.path.join() === way);
        if (frame) walk(frame, isPast);
      }
    }
  }

  // those that no document names come after all that is in order
  for (const frame of left.values()) walk(frame, false);
  return places;
}
