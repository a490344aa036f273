import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SenseTable } from '../../core/sense-table';

/** The learned weights of everyday words: made by `npm run train`, kept beside this file. */
export const weightsFile = join(import.meta.dirname, 'weights.tsv');

export function readWeights(): SenseTable {
  return readFileSync(weightsFile, 'utf8').trimEnd();
}
