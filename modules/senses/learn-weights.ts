import { createRandom } from './random';

/** One labelled surface: the numbers of its features, whether it means the term, and how much it counts. */
export interface Example {
  features: Uint32Array;
  isTerm: boolean;
  weight: number;
}

export interface LearnOptions {
  /** how many different features there are */
  size: number;
  rounds: number;
  /** how often it is learned, each time in another order: the weights are the mean */
  times: number;
  rate: number;
  /** pulls every weight towards 0 in proportion (L2) and by a fixed step (L1): what is not needed becomes exactly 0; L2 by feature */
  l2: Float64Array;
  l1: number;
}

/**
 * Logistic regression by stochastic gradient descent with AdaGrad steps and elastic-net shrinkage, deterministic: examples are taken in an
 * order that a fixed seed shuffles anew each round. Returns one weight a feature, the mean of those after each round of the later half, and of
 * several times: two that differ in nothing but the order differ by half a point of precision, their mean is better than either.
 */
export function learnWeights(examples: readonly Example[], options: LearnOptions): Float64Array {
  const { size, times } = options;
  const mean = new Float64Array(size);
  for (let time = 0; time < times; time++) {
    const weights = learnOnce(examples, options, createRandom(20130315 + time));
    for (let n = 0; n < size; n++) mean[n] = (mean[n] as number) + (weights[n] as number) / times;
  }
  return mean;
}

function learnOnce(examples: readonly Example[], { size, rounds, rate, l2, l1 }: LearnOptions, random: () => number): Float64Array {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-4);
  const order = Uint32Array.from(examples.keys());
  const mean = new Float64Array(size);
  const averaged = Math.ceil(rounds / 2);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const number of order) {
      const example = examples[number] as Example;
      const error = (example.isTerm ? 1 : 0) - toProbability(scoreOf(weights, example.features));
      for (const feature of example.features) {
        const gradient = example.weight * error - (l2[feature] as number) * (weights[feature] as number);
        squares[feature] = (squares[feature] as number) + gradient * gradient;
        const step = rate / Math.sqrt(squares[feature] as number);
        const moved = (weights[feature] as number) + step * gradient;
        weights[feature] = Math.sign(moved) * Math.max(0, Math.abs(moved) - step * l1);
      }
    }
    if (round >= rounds - averaged) for (let n = 0; n < size; n++) mean[n] = (mean[n] as number) + (weights[n] as number) / averaged;
  }
  return mean;
}

function scoreOf(weights: Float64Array, features: Uint32Array): number {
  let score = 0;
  for (const feature of features) score += weights[feature] as number;
  return score;
}

function toProbability(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

function shuffle(list: Uint32Array, random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] as number, list[at] as number];
  }
}
