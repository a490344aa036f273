import { type SenseTable, writeSenseTable } from '../../core/sense-table';
import { namesOf, type SenseExample } from './examples';
import { type Example, learnWeights } from './learn-weights';

/** How many features are kept: 11,000 are under 40 kB gzip and decide as well as all. */
const kept = 11000;
/** A feature that fewer sources show is left out: it would be learned by heart. */
const leastSources = 3;
/** A source with many examples counts as this many at the root: 400 of one manual are not 400 witnesses. */
const fullWeightUpTo = 64;

/** One of our own sentences counts as so many of other people's. */
const ownWeight = 4;

const shrinkage = { rate: 0.15, l1: 1e-4 };
/** L2 of a feature of the scene, and of one that stands at the word itself: those are few, and decide where they speak. */
const l2 = { scene: 2e-3, word: 5e-4 };
const kindsAtWord = 'bfpnc';

/** Labelled words with their features as numbers: read once, learned from as often as there are folds. */
export interface Lesson {
  names: readonly string[];
  examples: readonly (Example & { source: number })[];
}

/** `own`: our own history, the only text that speaks of these things as history. */
export function prepareLesson({ texts, own }: { texts: readonly SenseExample[]; own: readonly SenseExample[] }): Lesson {
  const labelled = [...texts, ...own];
  const numbers = new Map<string, number>();
  const sources = new Map<string, number>();
  const numberIn = (map: Map<string, number>, name: string) => {
    const number = map.get(name) ?? map.size;
    map.set(name, number);
    return number;
  };
  const examples = labelled.map((example, number) => ({
    source: numberIn(sources, example.source),
    isTerm: example.isTerm,
    weight: number < texts.length ? 1 : ownWeight,
    features: Uint32Array.from(namesOf(example), (name) => numberIn(numbers, name)),
  }));
  return { names: [...numbers.keys()], examples };
}

/** Learns twice: once with all features, then with those that told most. Deterministic. */
export function fitModel({ names, examples }: Lesson, isHeld: (example: number) => boolean = () => false): SenseTable {
  const learned = weighSources(examples.filter((_, number) => !isHeld(number)));
  const isKnown = knownFeatures(learned, names.length);
  const all = renumber(learned, isKnown);
  const l2Of = (features: readonly number[]) =>
    Float64Array.from(features, (feature) =>
      kindsAtWord.includes((names[feature] as string).charAt(0).toLowerCase()) ? l2.word : l2.scene,
    );
  const first = learnWeights(all.examples, { ...shrinkage, l2: l2Of(all.features), size: all.features.length, rounds: 4, times: 3 });
  const chosen = chooseFeatures(all.examples, first);
  const few = renumber(all.examples, chosen);
  const features = few.features.map((feature) => all.features[feature] as number);
  const second = learnWeights(few.examples, { ...shrinkage, l2: l2Of(features), size: features.length, rounds: 12, times: 4 });
  return writeSenseTable(new Map(features.map((feature, number) => [names[feature] as string, second[number] as number])));
}

function weighSources<E extends Example & { source: number }>(examples: readonly E[]): E[] {
  const counts = new Map<number, number>();
  for (const { source } of examples) counts.set(source, (counts.get(source) ?? 0) + 1);
  return examples.map((example) => ({
    ...example,
    weight: example.weight * Math.min(1, Math.sqrt(fullWeightUpTo / (counts.get(example.source) ?? 1))),
  }));
}

/** For each feature, whether enough sources show it. */
function knownFeatures(examples: readonly (Example & { source: number })[], size: number): Uint8Array {
  const shown = new Uint8Array(size);
  const last = new Int32Array(size).fill(-1);
  for (const { source, features } of [...examples].sort((a, b) => a.source - b.source))
    for (const feature of features) {
      if (last[feature] === source) continue;
      last[feature] = source;
      shown[feature] = Math.min(leastSources, (shown[feature] as number) + 1);
    }
  return shown.map((count) => (count >= leastSources ? 1 : 0));
}

/** The same examples with only the features that are kept, numbered anew; `features` holds the old numbers. */
function renumber(examples: readonly Example[], isKept: Uint8Array): { examples: Example[]; features: number[] } {
  const features = [...isKept.keys()].filter((feature) => isKept[feature]);
  const numbers = new Uint32Array(isKept.length);
  for (const [number, feature] of features.entries()) numbers[feature] = number;
  return {
    features,
    examples: examples.map((example) => ({
      ...example,
      features: example.features.filter((feature) => isKept[feature]).map((feature) => numbers[feature] as number),
    })),
  };
}

/** The features that tell most: a weight, times the root of how often it is there. */
function chooseFeatures(examples: readonly Example[], weights: Float64Array): Uint8Array {
  const counts = new Float64Array(weights.length);
  for (const { features, weight } of examples) for (const feature of features) counts[feature] = (counts[feature] as number) + weight;
  const telling = weights.map((weight, feature) => Math.abs(weight) * Math.sqrt(counts[feature] as number));
  const isKept = new Uint8Array(weights.length);
  for (const feature of [...weights.keys()].sort((a, b) => (telling[b] as number) - (telling[a] as number)).slice(0, kept))
    isKept[feature] = 1;
  return isKept;
}
