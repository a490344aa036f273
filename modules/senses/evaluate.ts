import { agreement, threshold } from '../../core/choose-sense';
import { countUnrelated } from './count-unrelated';
import { chooseThreshold, decideAt, decideNested, scorePassages, wantedPrecision } from './decide-passages';
import { measureCounted } from './measure-counted';
import { ambiguousSurfaces, type Decided, type Measure, measureDecisions, surfaceOf } from './measure-decisions';
import { printReasons } from './print-reasons';
import { type Corpora, readCorpora } from './read-corpora';

/**
 * `npm run eval`: how right the marks are on sources never seen. The labelled passages are split by source; each part is decided by a model
 * that learned from everything else. Printed beside two baselines: every whole word, and capitals only. The texts that were only counted
 * follow, split by owner. With `-- --owners` nothing is learned from any repository whose owner has a passage in the part; with `-- --nested`
 * the threshold too is chosen without it. `-- --unrelated` counts marks on pages that have nothing to do with containers, `-- --reasons`
 * prints decisions with their reasons.
 */
const has = (flag: string) => process.argv.includes(flag);
if (has('--unrelated')) countUnrelated();
else if (has('--reasons')) printReasons();
else if (has('--nested')) printNested(readCorpora());
else evaluate(readCorpora());

function evaluate(corpora: Corpora): void {
  const { dev } = corpora;
  const isByOwner = has('--owners');
  const everyWord = dev.map(({ passage, found }) => ({ passage, matches: found.map((one) => one.found) }));
  printAll('every whole word', everyWord);
  printAll(
    'capitals only',
    everyWord.map(({ passage, matches }) => ({ passage, matches: matches.filter(({ start }) => isCapital(passage.text.charAt(start))) })),
  );
  const scored = scorePassages(corpora, { isByOwner });
  printAll(`learned, at ${threshold}${isByOwner ? ', owners never seen' : ''}`, decideAt(scored, threshold));
  console.log('the same at other thresholds');
  for (const least of [0.5, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.99])
    show(`  ${least}`, measureDecisions(decideAt(scored, least)));
  console.log(`  the lowest with ${percent(wantedPrecision)} of the marks right: ${chooseThreshold(scored).toFixed(3)}`);
  printWorst(decideAt(scored, threshold));
  if (!isByOwner) printCounted(corpora);
}

function printNested(corpora: Corpora): void {
  const { thresholds, decided } = decideNested(corpora);
  printAll(`learned, each part at a threshold chosen on the others (${thresholds.map((least) => least.toFixed(3)).join(', ')})`, decided);
}

function printCounted(corpora: Corpora): void {
  const { all, everyday, chinese, everyWord, shares, sources } = measureCounted(corpora);
  console.log(`texts that were only counted (${all.labels} labels, ${sources} sources), at ${threshold}, owners never seen`);
  show('  all', all);
  show('  everyday words', everyday);
  show('  … every one', everyWord);
  show('  Chinese', chinese);
  console.log(`  everyday words, by the share of what the other mentions say (${agreement} is taken)`);
  for (const { share, measure } of shares) show(`  ${share}`, measure);
}

function printAll(name: string, list: readonly Decided[]): void {
  const ambiguous = ambiguousSurfaces(list.map(({ passage }) => passage));
  console.log(name);
  show('  all', measureDecisions(list));
  show(
    '  ambiguous',
    measureDecisions(list, (label, { text }) => ambiguous.has(surfaceOf(text, label))),
  );
  show(
    '  Chinese',
    measureDecisions(list, (_, { lang }) => lang !== 'en'),
  );
}

function show(name: string, { precision, recall, f1 }: Measure): void {
  console.log(`${name.padEnd(16)} precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent(f1)}`);
}

function printWorst(list: readonly Decided[]): void {
  const surfaces = [...new Set(list.flatMap(({ passage }) => passage.labels.map((label) => surfaceOf(passage.text, label))))];
  const measures = surfaces.map((surface) => ({
    surface,
    measure: measureDecisions(list, (label, { text }) => surfaceOf(text, label) === surface),
  }));
  const wrong = ({ precision, recall, labels }: Measure) => labels * (2 - precision - recall);
  console.log('the 20 worst surfaces');
  for (const { surface, measure } of measures.sort((a, b) => wrong(b.measure) - wrong(a.measure)).slice(0, 20))
    show(`  ${surface}`, measure);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function isCapital(letter: string): boolean {
  return letter === letter.toUpperCase();
}
