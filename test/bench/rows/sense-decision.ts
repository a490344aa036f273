import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { agree, chooseSense, createScene } from '../../../core/choose-sense';
import { createMatcher } from '../../../core/find-terms';
import { tokenise } from '../../../core/sense-features';
import { createSenseModel } from '../../../core/sense-model';
import { packSenses } from '../../../core/sense-table';
import { compileSurfaces } from '../../../modules/pack/compile-surfaces';
import { readData } from '../../../modules/pack/read-data';
import { readPassages } from '../../../modules/senses/read-passages';
import { readWeights } from '../../../modules/senses/read-weights';
import { type Row, spell, spellSpread } from '../row';
import { measureInRounds, medianOf, spreadOf } from '../statistics';

const root = join(import.meta.dirname, '../../..');

/** Once through takes a few ms, in which the waste of the cutting before would be collected. */
const times = 30;

/** Every everyday word of the labelled passages is decided, in Node; cutting their texts into words is measured beside it. */
export const senseDecision: Row = {
  name: 'sense-decision',
  what: 'deciding what one everyday word means',
  aim: '≤ 2 µs; weights ≤ 40 kB gzip',
  run: async ({ rounds = 25 }) => {
    const { pack } = readData(join(root, 'data'));
    const matcher = createMatcher(compileSurfaces(pack));
    const ids = pack.terms.map((term) => term.id);
    const senses = packSenses(readWeights(), ids);
    const model = createSenseModel(senses);
    const texts = readPassages(join(root, 'test/eval/detection-dev.jsonl')).map(({ text, title }) => {
      const found = matcher.find(text);
      const page = { title: tokenise(title), sureTerms: new Set(found.flatMap((hit) => (hit.unsure ? [] : [hit.term]))) };
      return { text, found, page, scene: createScene({ text, found }, model), doubts: found.filter((hit) => hit.unsure) };
    });
    const words = texts.reduce((sum, { doubts }) => sum + doubts.length, 0);
    const work = {
      decide() {
        for (let time = 0; time < times; time++)
          for (const { doubts, scene, page } of texts) {
            const scores = agree(doubts.map((found) => ({ term: found.term, score: model.scoreText(scene, found) })));
            for (const [n, found] of doubts.entries()) chooseSense({ found, textScore: scores[n] as number, page, model });
          }
      },
      cut() {
        for (const { text, found } of texts) createScene({ text, found }, model);
      },
      read() {
        createSenseModel(senses);
      },
    };
    const measure = async (part: keyof typeof work) => readCpu(work[part]);
    await measureInRounds({ variants: ['decide', 'cut', 'read'], rounds: 5, measure });
    const measured = await measureInRounds({ variants: ['decide', 'cut', 'read'], rounds, measure });
    const decision = spreadOf(measured.map(({ decide }) => decide / words / times));
    return {
      here: `${spell(decision.median, 'µs')}; ${spell(gzipSync(`${senses.ascii}\n${senses.other}`, { level: 9 }).length / 1000, 'kB')} gzip`,
      spread: spellSpread(decision, 'µs'),
      yardsticks: `${words} words in ${texts.length} texts; cutting a text into words ${spell(medianOf(measured.map(({ cut }) => cut)) / texts.length, 'µs')}; reading the weights, once ${spell(medianOf(measured.map(({ read }) => read)) / 1000, 'ms')}`,
    };
  },
};

/** In µs. */
function readCpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
