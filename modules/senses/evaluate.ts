import { threshold } from '../../core/choose-sense';
import { createSenseModel } from '../../core/sense-model';
import { countUnrelated } from './count-unrelated';
import type { SenseExample } from './examples';
import { fitModel, prepareLesson } from './fit-model';
import { ambiguousSurfaces, type Decided, type Measure, measureDecisions, surfaceOf } from './measure-decisions';
import { printReasons } from './print-reasons';
import { readCorpora } from './read-corpora';

/**
 * `npm run eval`: how right the marks are on sources never seen. The labelled passages are split by source; each part is decided by a model
 * that learned from everything else. Printed beside two baselines: every whole word, and capitals only. With `-- --owners` nothing is learned
 * from any repository whose owner has a passage in the part; `-- --unrelated` counts marks on pages that have nothing to do with containers,
 * `-- --reasons` prints decisions with their reasons.
 */
const folds = 5;
const isByOwner = process.argv.includes('--owners');
if (process.argv.includes('--unrelated')) countUnrelated();
else if (process.argv.includes('--reasons')) printReasons();
else evaluate();

function evaluate(): void {
  const { dev, counted, own } = readCorpora();
  const texts = [...dev.flatMap(({ examples }) => examples), ...counted];
  const learnable = [...texts, ...own];
  const lesson = prepareLesson({ texts, own });
  const ids = [...new Set([...learnable, ...dev.flatMap(({ found }) => found.map(({ example }) => example))].map(({ term }) => term))];
  const ambiguous = ambiguousSurfaces(dev.map(({ passage }) => passage));
  const print = (name: string, list: readonly Decided[]) => printAll({ name, list, ambiguous });

  print(
    'every whole word',
    dev.map(({ passage, found }) => ({ passage, matches: found.map((one) => one.found) })),
  );
  print(
    'capitals only',
    dev.map(({ passage, found }) => ({
      passage,
      matches: found.map((one) => one.found).filter(({ start }) => isCapital(passage.text.charAt(start))),
    })),
  );
  const scored = splitBySource(dev.map(({ passage }) => passage.source)).flatMap((held) => {
    const owners = new Set([...held].map(ownerOf));
    const score = scorerWithout((source) => (isByOwner ? owners.has(ownerOf(source)) : held.has(source)));
    return dev
      .filter(({ passage }) => held.has(passage.source))
      .map(({ passage, found }) => ({ passage, found: found.map((one) => ({ ...one, sure: one.found.unsure ? score(one.example) : 1 })) }));
  });
  const decideAt = (least: number): Decided[] =>
    scored.map(({ passage, found }) => ({ passage, matches: found.filter(({ sure }) => sure >= least).map((one) => one.found) }));
  print(`learned, at ${threshold}${isByOwner ? ', owners never seen' : ''}`, decideAt(threshold));
  console.log('the same at other thresholds');
  for (const least of [0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.99]) show(`  ${least}`, measureDecisions(decideAt(least)));
  printWorst(decideAt(threshold));
  if (!isByOwner) printCounted();

  function scorerWithout(isHeld: (source: string) => boolean): (example: SenseExample) => number {
    const model = createSenseModel(
      fitModel(lesson, (number) => isHeld((learnable[number] as SenseExample).source)),
      ids,
    );
    return (example) => 1 / (1 + Math.exp(-model.sum(example.term, example.features)));
  }

  /** The corpus that was only counted has no texts to mark: its examples are decided one by one. */
  function printCounted(): void {
    let [right, wrong, missed] = [0, 0, 0];
    const parts = splitBySource(counted.map(({ source }) => source));
    for (const held of parts) {
      const score = scorerWithout((source) => held.has(source));
      for (const example of counted.filter(({ source }) => held.has(source))) {
        const isMarked = score(example) >= threshold;
        if (example.isTerm) isMarked ? right++ : missed++;
        else if (isMarked) wrong++;
      }
    }
    console.log(
      `counted texts, everyday words only: precision ${percent(right / (right + wrong))}, recall ${percent(right / (right + missed))} (${counted.length} labels, ${parts.reduce((sum, part) => sum + part.size, 0)} sources)`,
    );
  }
}

function splitBySource(all: readonly string[]): Set<string>[] {
  const sources = [...new Set(all)].sort();
  return Array.from({ length: folds }, (_, fold) => new Set(sources.filter((_, n) => n % folds === fold)));
}

/** `github.com/OWNER/REPO` → `github.com/OWNER`; a Debian package is its own. */
function ownerOf(source: string): string {
  return source.split('/').slice(0, 2).join('/');
}

function printAll({ name, list, ambiguous }: { name: string; list: readonly Decided[]; ambiguous: ReadonlySet<string> }): void {
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
  console.log(`${name.padEnd(14)} precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent(f1)}`);
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
