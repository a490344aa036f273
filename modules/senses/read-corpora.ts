import { join } from 'node:path';
import { createMatcher, type Found } from '../../core/find-terms';
import { compileSurfaces } from '../pack/compile-surfaces';
import { readData } from '../pack/read-data';
import { examplesOf, readCounts, type SenseExample } from './examples';
import { ownPassages } from './own-passages';
import { type Passage, readPassages } from './read-passages';

export interface DevPassage {
  passage: Passage;
  found: { found: Found; example: SenseExample }[];
  /** the labelled everyday words: what can be learned from */
  examples: SenseExample[];
}

export interface Corpora {
  dev: DevPassage[];
  /** the everyday words of other people's texts, with the surfaces that are sure beside them */
  counted: SenseExample[];
  countedSure: SenseExample[];
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
    return { passage, found, examples: found.flatMap(({ example, isLabelled }) => (isLabelled && !example.isSure ? [example] : [])) };
  };
  const dev = readPassages(join(root, 'test/eval/detection-dev.jsonl')).map(read);
  const own = ownPassages(pack, matcher).flatMap((passage) => read(passage).examples);
  const counts = readCounts(join(root, 'test/eval/sense-counts.jsonl.gz'));
  return { dev, own, counted: counts.filter(({ isSure }) => !isSure), countedSure: counts.filter(({ isSure }) => isSure) };
}
