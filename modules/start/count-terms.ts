import { join } from 'node:path';
import { readData } from '../pack/read-data';
import { createPackDetector } from '../senses/create-detector';

/** How many terms the texts marked in an article stand for: `containers` and `container` are one. */
export function countTerms({ texts, article }: { texts: string[]; article: string }): number {
  const { pack } = readData(join(import.meta.dirname, '../../data'));
  const matches = createPackDetector(pack)({ text: article });
  const terms = matches.filter(({ start, end }) => texts.includes(article.slice(start, end))).map(({ term }) => term);
  return new Set(terms).size;
}
