import * as v from 'valibot';

const place = v.object({ paragraph: v.string(), seen: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) });

/** Where the reader was in the chapters. A broken field falls back alone. */
const placesSchema = v.object({
  chapter: v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))), undefined),
  /** chapter number → the paragraph at the top, and how much of the chapter had been seen (0 to 1) */
  places: v.fallback(v.record(v.string(), place), {}),
});

export type ReadingPlaces = v.InferOutput<typeof placesSchema>;

/** One step of the reader: a chapter opened, or a place in it. */
export interface ReadingStep {
  chapter: number;
  place?: { paragraph: string; seen: number } | undefined;
}

/** Whatever lies in storage, made whole. */
export function readPlaces(stored: unknown): ReadingPlaces {
  return v.parse(placesSchema, typeof stored === 'object' && stored !== null ? stored : {});
}

/** Changes only the chapter that was read: another window may be in another one. What was once seen stays seen. */
export function takeStep({ places }: ReadingPlaces, { chapter, place }: ReadingStep): ReadingPlaces {
  if (!place) return { chapter, places };
  const seen = Math.max(place.seen, places[chapter]?.seen ?? 0);
  return { chapter, places: { ...places, [chapter]: { paragraph: place.paragraph, seen } } };
}
