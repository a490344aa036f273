import * as v from 'valibot';

const place = v.object({ paragraph: v.string(), seen: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) });

/** Where the reader was in the chapters. */
const placesSchema = v.object({
  chapter: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** chapter number → the paragraph at the top, and how much of the chapter had been seen (0 to 1) */
  places: v.record(v.string(), place),
});

export type ReadingPlaces = v.InferOutput<typeof placesSchema>;

/** One step of the reader: a chapter opened, or a place in it. */
export interface ReadingStep {
  chapter: number;
  place?: { paragraph: string; seen: number } | undefined;
}

/** Whatever lies in storage, made whole: what is broken goes, the place in every other chapter stays. */
export function readPlaces(stored: unknown): ReadingPlaces {
  const { chapter, places } = isRecord(stored) ? stored : {};
  const whole = Object.entries(isRecord(places) ? places : {}).filter(([, kept]) => v.is(place, kept));
  return {
    chapter: v.is(placesSchema.entries.chapter, chapter) ? chapter : undefined,
    places: Object.fromEntries(whole) as ReadingPlaces['places'],
  };
}

/** Whether something was kept there that cannot be read. */
export const arePlacesBroken = (stored: unknown): boolean => stored !== undefined && stored !== null && !v.is(placesSchema, stored);

/** Changes only the chapter that was read: another window may be in another one. What was once seen stays seen. */
export function takeStep({ places }: ReadingPlaces, { chapter, place }: ReadingStep): ReadingPlaces {
  if (!place) return { chapter, places };
  const seen = Math.max(place.seen, places[chapter]?.seen ?? 0);
  return { chapter, places: { ...places, [chapter]: { paragraph: place.paragraph, seen } } };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
