import type { Found } from '../../core/find-terms';
import type { MarkedWord } from '../../core/mark-source';
import type { TextRun } from '../../platform/page-bridge';
import { compareNodes } from './composed-tree';

/** A surface in the text of a page, lit or not. Offsets are into its text nodes. */
export interface Mark extends MarkedWord {
  readonly found: Found;
  readonly block: Element;
  readonly start: Text;
  readonly startOffset: number;
  readonly end: Text;
  readonly endOffset: number;
  /** the text that an everyday word was decided in */
  readonly text: string;
  /** what the text around it says for the term, in log-odds */
  textScore: number;
  /** it means the term here, as far as the page has shown */
  isTerm: boolean;
}

export function createMark({ run, found, textScore }: { run: TextRun; found: Found; textScore: number }): Mark {
  const first = nodeAt(run, found.start);
  const last = nodeAt(run, found.end - 1);
  return {
    found,
    term: found.term,
    word: run.text.slice(found.start, found.end),
    block: run.block,
    start: run.nodes[first] as Text,
    startOffset: found.start - (run.starts[first] as number),
    end: run.nodes[last] as Text,
    endOffset: found.end - (run.starts[last] as number),
    text: found.unsure ? run.text : '',
    textScore,
    isTerm: false,
  };
}

export function isSameMark(a: Mark, b: Mark): boolean {
  return (
    a.start === b.start &&
    a.startOffset === b.startOffset &&
    a.end === b.end &&
    a.endOffset === b.endOffset &&
    a.term === b.term &&
    a.block === b.block &&
    a.word === b.word
  );
}

export function isStanding({ start, end }: Mark): boolean {
  return start.isConnected && end.isConnected;
}

/** In reading order. */
export function compareMarks(a: Mark, b: Mark): number {
  return a.start === b.start ? a.startOffset - b.startOffset : compareNodes(a.start, b.start);
}

/** The number of the text node that holds the character at an offset of the run. */
function nodeAt({ starts }: TextRun, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) > offset) high = middle;
    else low = middle;
  }
  return low;
}
