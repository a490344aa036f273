import type { KnownDate } from './dates';
import type { Pack } from './pack-schema';

/**
 * Relations by which one thing goes on as another: which end is the older, and how close the kin on a card's way back and on. A thing that
 * lives on has no heirs among those it merely inspired, so those count only on the way back; what was built in is on no card's line.
 */
export const descent = {
  'renamed-to': { elder: 'subject', back: 4, on: 4 },
  'merged-into': { elder: 'subject', back: 3, on: 3 },
  'derived-from': { elder: 'object', back: 3, on: 0 },
  'inspired-by': { elder: 'object', back: 2, on: 0 },
  'succeeded-by': { elder: 'subject', back: 1, on: 3 },
  'integrated-into': { elder: 'subject', back: 0, on: 0 },
} as const;

export type Descent = keyof typeof descent;

/** One thing that came from another, by their ids. */
export interface Kin {
  elder: string;
  younger: string;
  how: Descent;
  date?: KnownDate | undefined;
}

/** Who came from whom, in the whole pack. */
export function findKin({ terms }: Pick<Pack, 'terms'>): Kin[] {
  return terms.flatMap(({ id, relations }) =>
    relations.flatMap(({ type, to, date }) => {
      if (!isDescent(type)) return [];
      const [elder, younger] = descent[type].elder === 'subject' ? [id, to] : [to, id];
      return [{ elder, younger, how: type, date }];
    }),
  );
}

export function isDescent(type: string): type is Descent {
  return Object.hasOwn(descent, type);
}
