import type { Language } from '../core/dates';
import type { CardContent } from '../core/explain-term';
import type { FirstLook } from '../core/first-look';
import type { Why } from '../core/tell-why';
import type { Verdict } from '../core/verdicts';

export type Answer = { kind: 'card'; card: CardContent; doubt?: Doubt | undefined } | { kind: 'unknown'; text: string; nearest: string[] };

/** What was asked for already: a card that finds its answer here is drawn once, with all it says. */
export interface Answers {
  ask(term: string): Promise<Answer>;
  known(term: string): Answer | undefined;
}

/** What the cards ask of the world around them; a rejection becomes a sentence on the card. */
export interface CardTransport {
  explain(question: { term: string } | { text: string }): Promise<Answer>;
  openChapter(place: { chapter: number; paragraph: string }): Promise<'panel' | 'tab'>;
  /** a term by its id, or by its place in the pack's order */
  firstLook(term: string | number): FirstLook | undefined;
  language(): Language;
  /** how long a reader wants to rest before a card opens, in ms, where that is known */
  dwell?(): number;
  /** Keeps what the reader says of a term on this site, or takes it back; undefined where nothing decides what a word means. */
  remember?: ((said: { term: string; verdict: Verdict | undefined }) => Promise<void>) | undefined;
  /** what is said here is forgotten with the page */
  isPrivate?: boolean | undefined;
  /** the reader closed a row of cards that began in another frame: focus and scroll go back there, or are forgotten */
  giveBack?(then: 'restore' | 'forget'): void;
  /** A card is open, or no longer, in a frame whose surroundings cannot be reached: keys that are pressed there are not heard here. */
  hearEscape?(isOpen: boolean): void;
  /** light or dark where the reader wants all cards so; else the ground behind the word decides */
  tone?(): 'light' | 'dark' | undefined;
}

/** The text that was asked for is an everyday word too, and these terms could be meant beside the first. */
interface Doubt {
  others: readonly string[];
}

/** A doubtful word, and why it is not marked where it stands. */
export interface WordInDoubt extends Doubt {
  word: string;
  why: Why | undefined;
}
