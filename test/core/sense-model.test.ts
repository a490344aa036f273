import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createScene } from '../../core/choose-sense';
import { createMatcher } from '../../core/find-terms';
import { tokenise } from '../../core/sense-features';
import { createSenseModel } from '../../core/sense-model';
import { packSenses } from '../../core/sense-table';
import { compileSurfaces } from '../../modules/pack/compile-surfaces';
import { readData } from '../../modules/pack/read-data';
import { readPassages } from '../../modules/senses/read-passages';
import { readWeights } from '../../modules/senses/read-weights';

const root = join(import.meta.dirname, '../..');
const { pack } = readData(join(root, 'data'));
const matcher = createMatcher(compileSurfaces(pack));
const model = createSenseModel(
  packSenses(
    readWeights(),
    pack.terms.map((term) => term.id),
  ),
);

it('a score is the sum of the evidence that explains it, on every everyday word of the labelled passages', () => {
  for (const { id, text, title } of readPassages(join(root, 'test/eval/detection-dev.jsonl'))) {
    const found = matcher.find(text);
    const scene = createScene({ text, found }, model);
    const page = { title: tokenise(title), sureTerms: new Set(found.flatMap((hit) => (hit.unsure ? [] : [hit.term]))) };
    for (const hit of found.filter(({ unsure }) => unsure)) {
      const sum = model.explain({ ...scene, ...page, found: hit }).reduce((all, { weight }) => all + weight, 0);
      expect(model.scoreText(scene, hit) + model.scorePage(page, hit), `${id} at ${hit.start}`).toBeCloseTo(sum, 9);
    }
  }
});
