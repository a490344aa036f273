/** Which mentions are marked: the first of a term in a section, or all. */
export type Mentions = 'first' | 'every';

/** Reads this one setting without the schema of all: the injected script has no room for it. Anything unknown is `first`. */
export function readMentions(stored: unknown): Mentions {
  return typeof stored === 'object' && stored !== null && (stored as { mentions?: unknown }).mentions === 'every' ? 'every' : 'first';
}
