import type { Found } from '../core/find-terms';
import type { MarkedWord, MarkSource } from '../core/mark-source';
import type { Verdict } from '../core/verdicts';

/**
 * Three scripts share the isolated world of a frame, each brought in by the one before: `content` reads every page, `annotator` comes
 * where a term was found, `card` on the first sign of a hover. They meet here. The page cannot see this world's globals.
 */
interface World {
  reading?: PageReading | undefined;
  marks?: PageMarks | undefined;
  cards?: PageCards | undefined;
  /** the runs that an annotator and a card already serve: their code may be put into a frame more than once */
  annotated?: AbortSignal | undefined;
  explained?: AbortSignal | undefined;
}

/** The text of one block as a reader reads it: inline text nodes joined, with where each begins. */
export interface TextRun {
  block: Element;
  text: string;
  nodes: Text[];
  starts: number[];
}

/** What takes the findings. Nothing is kept for it: what a run holds now stands in place of all that its nodes held before. */
export interface FindingsConsumer {
  take(run: TextRun, found: readonly Found[]): void;
  /** a slice of reading is over */
  settle(): void;
  /** The document changed; what came with it is read next. No records: so much changed that nobody kept count. */
  changed(records: readonly MutationRecord[]): void;
  /** the reader moved, scrolled, pressed a key or came back */
  sign(): void;
}

/** The reading of one document, for as long as this copy of the extension lives. */
export interface PageReading {
  /** aborted when this copy is gone: remove everything then */
  signal: AbortSignal;
  /** ends this copy, for a newer one that takes its place */
  end(): void;
  /** Reads the document from here on for a consumer, what stands in it already first. */
  connect(consumer: FindingsConsumer): void;
  /** Reads a part of the document again, in idle slices. */
  readAgain(node: Node): void;
  /** Runs a job in the idle slices of the reading; it is left at any `yield`. */
  run(job: Iterator<unknown>): void;
  findTerms(text: string): Found[];
  findShadowRoot(element: Element): ShadowRoot | null;
}

interface PageMarks extends MarkSource {
  /** The reader says what holds for a term on this page, or takes it back. */
  heed(term: number, verdict: Verdict | undefined): void;
  /** whether a node is read before a mark */
  isBefore(node: Node, mark: MarkedWord): boolean;
  signal: AbortSignal;
  /** the pointer's last known place, for a card that is loaded because of it */
  pointer: PagePointer;
}

/** How far the cards of a frame have come. */
interface PageCards {
  /** one that comes and goes is open */
  readonly isOpen: boolean;
  /** the mark whose card was opened last by hand, and when, in ms since 1970 */
  readonly lastByHand: { mark: MarkedWord; time: number } | undefined;
  /** the number of terms was said */
  readonly isCounted: boolean;
}

export interface PagePointer {
  x: number;
  y: number;
  /** since when it rests there, in ms, on the clock of events */
  since: number;
  /** where and when a button was down last: what lies there was not chosen by resting */
  pressed?: { x: number; y: number; time: number } | undefined;
  /** when the pointer is a finger or a pen: what it has done so far */
  touch?: { x: number; y: number; downAt: number; phase: 'down' | 'lifted' | 'tapped' } | undefined;
}

const key = Symbol.for('little-whale');

/** The one object of ours in this world. */
export function pageWorld(): World {
  const global = globalThis as { [key]?: World };
  global[key] ??= {};
  return global[key];
}
