/** Which mentions are marked: the first of a term in a section, or all. */
export type Mentions = 'first' | 'every';
/** How a mark is drawn: a line below the word, dots, or a tint behind it. */
export type MarkStyle = 'line' | 'dots' | 'wash';

export interface Marking {
  mentions: Mentions;
  style: MarkStyle;
}

/** Reads what a page needs of the settings, without the schema of all: it would be a quarter of that script. Unknown values are the defaults. */
export function readMarking(stored: unknown): Marking {
  const { mentions, markStyle } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  return {
    mentions: mentions === 'every' ? 'every' : 'first',
    style: markStyle === 'dots' || markStyle === 'wash' ? markStyle : 'line',
  };
}
