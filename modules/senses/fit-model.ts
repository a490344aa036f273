import { type SenseTable, writeSenseTable } from '../../core/sense-model';
import { namesOf, type SenseExample } from './examples';
import { type Example, learnWeights } from './learn-weights';

/** How many features are kept: 9,000 are 30 kB gzip and decide as well as 87,000 (0.2 points of F1 on sources never seen). */
const kept = 9000;
/** A feature that fewer sources show is left out: it would be learned by heart. */
const leastSources = 3;
/** A source with many examples counts as this many at the root: 400 of one manual are not 400 witnesses. */
const fullWeightUpTo = 64;

const shrinkage = { rate: 0.15, l2: 2e-3, l1: 1e-4 };

/** Learns twice: once with all features, then with those that told most. Deterministic. */
export function fitModel(labelled: readonly SenseExample[]): SenseTable {
  const names = labelled.map(namesOf);
  const all = numberFeatures(labelled, names);
  const weightOf = weightsOfSources(labelled);
  const examples = labelled.map(
    (example, n): Example => ({
      features: Uint32Array.from((names[n] ?? []).flatMap((name) => all.get(name) ?? [])),
      isTerm: example.isTerm,
      weight: weightOf(example),
    }),
  );
  const first = learnWeights(examples, { ...shrinkage, size: all.size, rounds: 4 });
  const chosen = chooseFeatures(examples, first);
  const few = examples.map((example) => ({
    ...example,
    features: Uint32Array.from([...example.features].flatMap((feature) => chosen.get(feature) ?? [])),
  }));
  const second = learnWeights(few, { ...shrinkage, size: kept, rounds: 8 });
  return writeSenseTable(
    new Map(
      [...all].flatMap(([name, feature]) =>
        chosen.has(feature) ? [[name, second[chosen.get(feature) as number] as number] as const] : [],
      ),
    ),
  );
}

function numberFeatures(labelled: readonly SenseExample[], names: readonly (readonly string[])[]): Map<string, number> {
  const sources = new Map<string, Set<string>>();
  labelled.forEach(({ source }, n) => {
    for (const name of names[n] ?? []) sources.set(name, (sources.get(name) ?? new Set()).add(source));
  });
  return new Map([...sources].filter(([, seen]) => seen.size >= leastSources).map(([name], number) => [name, number]));
}

function weightsOfSources(labelled: readonly SenseExample[]): (example: SenseExample) => number {
  const counts = new Map<string, number>();
  for (const { source } of labelled) counts.set(source, (counts.get(source) ?? 0) + 1);
  return ({ source }) => Math.min(1, Math.sqrt(fullWeightUpTo / (counts.get(source) ?? 1)));
}

/** Old number → new number of the features that tell most: a weight, times the root of how often it is there. */
function chooseFeatures(examples: readonly Example[], weights: Float64Array): Map<number, number> {
  const counts = new Float64Array(weights.length);
  for (const { features, weight } of examples) for (const feature of features) counts[feature] = (counts[feature] as number) + weight;
  const telling = (feature: number) => Math.abs(weights[feature] as number) * Math.sqrt(counts[feature] as number);
  return new Map(
    [...weights.keys()]
      .sort((a, b) => telling(b) - telling(a))
      .slice(0, kept)
      .map((feature, number) => [feature, number]),
  );
}
