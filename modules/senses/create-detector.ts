import { createDetector } from '../../core/detect-terms';
import { createMatcher } from '../../core/find-terms';
import type { Pack } from '../../core/pack-schema';
import { createSenseModel } from '../../core/sense-model';
import { packSenses } from '../../core/sense-table';
import { compileSurfaces } from '../pack/compile-surfaces';
import { readWeights } from './read-weights';

/** The very code, surfaces and weights that pages get, for use in Node. */
export function createPackDetector(pack: Pack): ReturnType<typeof createDetector> {
  return createDetector(
    createMatcher(compileSurfaces(pack)),
    createSenseModel(
      packSenses(
        readWeights(),
        pack.terms.map((term) => term.id),
      ),
    ),
  );
}
