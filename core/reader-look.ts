import * as v from 'valibot';

/** How the chapters are set. Kept beside the reading places: it fits this screen, and the next one may be another. */
const lookSchema = v.object({
  /** one language, or both by paragraph */
  languages: v.fallback(v.picklist(['one', 'both']), 'one'),
  /** of a Han character, in px at the browser's own 16 */
  size: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(13), v.maxValue(26)), 16),
  lines: v.fallback(v.picklist(['close', 'even', 'open']), 'even'),
  measure: v.fallback(v.picklist(['narrow', 'even', 'wide']), 'even'),
  face: v.fallback(v.picklist(['serif', 'sans']), 'serif'),
  ground: v.fallback(v.picklist(['auto', 'light', 'sepia', 'dark']), 'auto'),
  /** the terms of the paragraph in view glow on the page beside it */
  glow: v.fallback(v.boolean(), true),
});

export type ReaderLook = v.InferOutput<typeof lookSchema>;

/** Whether something was kept there that cannot be read. */
export function isLookBroken(stored: unknown): boolean {
  if (stored === undefined || stored === null) return false;
  const look: Record<string, unknown> = { ...readLook(stored) };
  return typeof stored !== 'object' || Object.entries(stored).some(([name, value]) => name in look && look[name] !== value);
}

export const smallestSize = 13;
export const largestSize = 26;

/** Whatever lies in storage, made whole; a broken field falls back alone, one that is missing is no fault. */
export function readLook(stored: unknown): ReaderLook {
  return v.parse(lookSchema, typeof stored === 'object' && stored !== null ? stored : {});
}

const leads = { close: 1.5, even: 1.75, open: 2.0625 };
/** Han characters a line; the Latin measure is in their width too, about 2.1 letters each */
const measures = { narrow: 26, even: 32, wide: 42 };

/**
 * The look as CSS lengths. Both languages stand on one line grid, so the lead is a length and not a factor; Latin is set a sixteenth
 * larger than Han, which makes them look alike.
 */
export function measureLook({
  size,
  lines,
  measure,
}: ReaderLook): Record<'--read-han' | '--read-latin' | '--read-lead' | '--read-measure', string> {
  const rem = (px: number) => `${Math.round((px / 16) * 10_000) / 10_000}rem`;
  return {
    '--read-han': rem(size),
    '--read-latin': rem((size * 17) / 16),
    '--read-lead': rem(Math.round(size * leads[lines])),
    '--read-measure': rem(size * measures[measure]),
  };
}
