import type { Box } from './place-card';
import type { Why } from './tell-why';

/** A marked word, wherever it stands: in a foreign page or in our own chapters. */
export interface MarkedWord {
  /** the place of the term in the pack's order */
  readonly term: number;
  readonly word: string;
}

/** A pointer that opened a card lies on its word already; the keys' word must be found at a glance. */
export type OpenedBy = 'pointer' | 'keys';

/** The marks that a reader can come to, in reading order. */
export function listDrawn(marks: Pick<MarkSource, 'inOrder' | 'rectsOf'>): MarkedWord[] {
  return marks.inOrder().filter((mark) => marks.rectsOf(mark).length > 0);
}

/** What a hover card asks of the place whose words it explains. Lengths are CSS px of the viewport. */
export interface MarkSource {
  markAt(x: number, y: number): MarkedWord | undefined;
  /** where the word is drawn now, a box a line; empty when its text is gone */
  rectsOf(mark: MarkedWord): Box[];
  /** light or dark ground behind the word: the card follows it */
  toneOf(mark: MarkedWord): 'light' | 'dark';
  /** all marks in reading order */
  inOrder(): MarkedWord[];
  /** the DOM node in which the word begins */
  nodeOf(mark: MarkedWord): object;
  /** draws the word as the one whose card is open; undefined: none is */
  setOpen(mark: MarkedWord | undefined, by?: OpenedBy): void;
  /** why the word is taken for its term, or not; undefined where nothing decides that: in our own text */
  why?: ((mark: MarkedWord) => Why | undefined) | undefined;
  /** the words drawn there that were weighed and are not marked; undefined where nothing was weighed: the page names no term for certain */
  doubtsAt?: ((at: Box) => MarkedWord[] | undefined) | undefined;
}
