import * as v from 'valibot';

/** Where the reader was in the chapters. A broken field falls back alone. */
const placesSchema = v.object({
  chapter: v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))), undefined),
  /** chapter number → the paragraph at the top, and how much of the chapter had been seen (0 to 1) */
  places: v.fallback(v.record(v.string(), v.object({ paragraph: v.string(), seen: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) })), {}),
});

export type ReadingPlaces = v.InferOutput<typeof placesSchema>;

/** Whatever lies in storage, made whole. */
export function readPlaces(stored: unknown): ReadingPlaces {
  return v.parse(placesSchema, typeof stored === 'object' && stored !== null ? stored : {});
}
