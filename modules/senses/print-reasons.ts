import { join } from 'node:path';
import { chooseSense, createScene, scoreMentions } from '../../core/choose-sense';
import { createMatcher } from '../../core/find-terms';
import { tokenise } from '../../core/sense-features';
import { createSenseModel } from '../../core/sense-model';
import { packSenses } from '../../core/sense-table';
import { spellWhy } from '../../core/spell-why';
import { en } from '../../core/strings/en';
import { tellWhy, tellWhyNot } from '../../core/tell-why';
import { compileSurfaces } from '../pack/compile-surfaces';
import { readData } from '../pack/read-data';
import { createRandom } from './random';
import { findIn, readPassages } from './read-passages';
import { readWeights } from './read-weights';

const shown = 50;
const seed = 50;
const around = 60;

/** `npm run eval -- --reasons`: decisions on everyday words of the labelled passages, always the same ones, as a card would explain them. */
export function printReasons(): void {
  const root = join(import.meta.dirname, '../..');
  const { pack } = readData(join(root, 'data'));
  const ids = pack.terms.map((term) => term.id);
  const matcher = createMatcher(compileSurfaces(pack));
  const model = createSenseModel(packSenses(readWeights(), ids));
  const nameOf = (term: number) => pack.terms[term]?.name.en ?? '';
  const random = createRandom(seed);
  const doubts = readPassages(join(root, 'test/eval/detection-dev.jsonl')).flatMap((passage) => {
    const { found, surePage } = findIn({ matcher, passage, ids });
    return found.filter(({ unsure }) => unsure).map((hit) => ({ passage, found, hit, surePage, order: random() }));
  });
  for (const { passage, found, hit, surePage } of doubts.sort((a, b) => a.order - b.order).slice(0, shown)) {
    const { text, title } = passage;
    const scene = createScene({ text, found }, model);
    const page = { title: tokenise(title), sureTerms: surePage };
    const { isTerm, confidence } = chooseSense({
      found: hit,
      textScore: scoreMentions({ text, found }, model)[found.indexOf(hit)] ?? 0,
      page,
      model,
    });
    const reasons = model.explain({ ...scene, ...page, found: hit });
    const terms = [...surePage].filter((term) => term !== hit.term);
    const why = isTerm ? tellWhy({ reasons, text, title, terms }) : tellWhyNot({ reasons, text });
    const excerpt = `${text.slice(Math.max(0, hit.start - around), hit.start)}[${text.slice(hit.start, hit.end)}]${text.slice(hit.end, hit.end + around)}`;
    console.log(`${isTerm ? 'marked' : 'not   '} ${confidence.toFixed(2)}  …${excerpt.replaceAll('\n', ' ')}…`);
    console.log(`             ${spellWhy({ why, nameOf, words: en })}`);
  }
}
