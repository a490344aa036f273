import { threshold } from '../../core/choose-sense';
import { createSenseModel } from '../../core/sense-model';
import type { SenseExample } from './examples';
import { fitModel } from './fit-model';
import { ambiguousSurfaces, type Decided, type Measure, measureDecisions, surfaceOf } from './measure-decisions';
import { type DevPassage, readCorpora } from './read-corpora';

/**
 * `npm run eval`: how right the marks are on sources never seen. The labelled passages are split by source; each part is decided by a model
 * that learned from everything else. Printed beside two baselines: every whole word, and capitals only.
 */
const folds = 5;
const { dev, counted, own } = readCorpora();
const ambiguous = ambiguousSurfaces(dev.map(({ passage }) => passage));

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
const decided = crossValidate();
print(`learned, at ${threshold}`, decided);
printWorst(decided);
printOwn();

function crossValidate(): Decided[] {
  const sources = [...new Set(dev.map(({ passage }) => passage.source))].sort();
  return Array.from({ length: folds }, (_, fold) => new Set(sources.filter((_, n) => n % folds === fold))).flatMap((held) => {
    const learned = dev.filter(({ passage }) => !held.has(passage.source)).flatMap(({ examples }) => examples);
    const score = scorer(fitModel([...learned, ...counted, ...own]));
    return dev.filter(({ passage }) => held.has(passage.source)).map((one) => decide(one, score));
  });
}

/** The corpus that was only counted has no texts to mark: its examples are decided one by one. */
function printOwn(): void {
  const sources = [...new Set(counted.map(({ source }) => source))].sort();
  let [right, wrong, missed] = [0, 0, 0];
  for (let fold = 0; fold < folds; fold++) {
    const held = new Set(sources.filter((_, n) => n % folds === fold));
    const score = scorer(
      fitModel([...dev.flatMap(({ examples }) => examples), ...own, ...counted.filter(({ source }) => !held.has(source))]),
    );
    for (const example of counted.filter(({ source }) => held.has(source))) {
      const isMarked = score(example) >= threshold;
      if (example.isTerm) isMarked ? right++ : missed++;
      else if (isMarked) wrong++;
    }
  }
  console.log(
    `counted texts, everyday words only: precision ${percent(right / (right + wrong))}, recall ${percent(right / (right + missed))} (${counted.length} labels, ${sources.length} sources)`,
  );
}

function scorer(table: string): (example: SenseExample) => number {
  const model = createSenseModel(table, ids());
  return (example) => 1 / (1 + Math.exp(-model.sum(example.term, example.features)));
}

function ids(): string[] {
  return [...new Set([...counted, ...dev.flatMap(({ found }) => found.map(({ example }) => example))].map(({ term }) => term))];
}

function decide({ passage, found }: DevPassage, score: (example: SenseExample) => number): Decided {
  return { passage, matches: found.filter((one) => !one.found.unsure || score(one.example) >= threshold).map((one) => one.found) };
}

function print(name: string, list: readonly Decided[]): void {
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
