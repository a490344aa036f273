import { join } from 'node:path';
import { createDetector } from '../../core/detect-terms';
import { createMatcher } from '../../core/find-terms';
import { compileSurfaces } from '../pack/compile-surfaces';
import { readData } from '../pack/read-data';

/** How many terms the texts marked in an article stand for: `containers` and `container` are one. */
export function countTerms({ texts, article }: { texts: string[]; article: string }): number {
  const { pack } = readData(join(import.meta.dirname, '../../data'));
  const matches = createDetector(createMatcher(compileSurfaces(pack)))({ text: article });
  const terms = matches.filter(({ start, end }) => texts.includes(article.slice(start, end))).map(({ term }) => term);
  return new Set(terms).size;
}
