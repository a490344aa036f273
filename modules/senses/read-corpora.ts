import { join } from 'node:path';
import { createMatcher, type Found } from '../../core/find-terms';
import { compileSurfaces } from '../pack/compile-surfaces';
import { readData } from '../pack/read-data';
import { examplesOf, readCounts, type SenseExample } from './examples';
import { ownPassages } from './own-passages';
import { type Passage, readPassages } from './read-passages';

interface DevPassage {
  passage: Passage;
  found: { found: Found; example: SenseExample }[];
  /** what can be learned from: the labelled everyday words */
  examples: SenseExample[];
}

export interface Corpora {
  dev: DevPassage[];
  counted: SenseExample[];
  /** our own history */
  own: SenseExample[];
}

/** The corpora of `test/eval/`, labelled passages and what was counted in other people's texts, and our own history. */
export function readCorpora(): Corpora {
  const root = join(import.meta.dirname, '../..');
  const { pack } = readData(join(root, 'data'));
  const matcher = createMatcher(compileSurfaces(pack));
  const ids = pack.terms.map((term) => term.id);
  const read = (passage: Passage) => {
    const found = examplesOf({ passage, matcher, ids });
    return { passage, found, examples: found.flatMap(({ example, isLabelled }) => (isLabelled ? [example] : [])) };
  };
  const dev = readPassages(join(root, 'test/eval/detection-dev.jsonl')).map(read);
  const own = ownPassages(pack, matcher).flatMap((passage) => read(passage).examples);
  return { dev, own, counted: readCounts(join(root, 'test/eval/sense-counts.jsonl.gz')) };
}
