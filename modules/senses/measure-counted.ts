import { agreement, threshold } from '../../core/choose-sense';
import type { SenseExample } from './examples';
import { type Measure, measureOf } from './measure-decisions';
import type { Corpora } from './read-corpora';
import { confidenceOf, createHeldScorers, ownerOf, splitSources } from './score-held';

const folds = 5;

export interface CountedMeasures {
  all: Measure;
  everyday: Measure;
  chinese: Measure;
  /** everyday words, each term marked wherever it stands */
  everyWord: Measure;
  /** everyday words, with other shares of what the other mentions say */
  shares: { share: number; measure: Measure }[];
  sources: number;
}

/**
 * The texts that were only counted, decided one surface at a time by models that never saw anything of the same owner: sources of one project
 * share text.
 */
export function measureCounted(corpora: Corpora): CountedMeasures {
  const { counted, countedSure } = corpora;
  const scorerWithout = createHeldScorers(corpora);
  const parts = splitSources({ sources: counted.map(({ source }) => source), parts: folds, familyOf: ownerOf });
  const scored = parts.flatMap((held) => {
    const owners = new Set([...held].map(ownerOf));
    const score = scorerWithout((source) => owners.has(ownerOf(source)));
    const examples = counted.filter(({ source }) => held.has(source));
    const byShare = shares.map((share) => score(examples, share).map(confidenceOf));
    return examples.map((example, n) => ({ example, sure: byShare.map((list) => list[n] as number) }));
  });
  const measure = (share: number, among: (example: SenseExample) => boolean = () => true) =>
    scored
      .filter(({ example }) => among(example))
      .map(({ example, sure }) => ({ isTerm: example.isTerm, isMarked: (sure[share] as number) >= threshold }));
  const sure = (among: (example: SenseExample) => boolean = () => true) =>
    countedSure.filter(among).map(({ isTerm }) => ({ isTerm, isMarked: true }));
  const isChinese = ({ lang }: SenseExample) => lang !== 'en';
  const own = shares.indexOf(agreement);
  return {
    all: measureOf([...measure(own), ...sure()]),
    everyday: measureOf(measure(own)),
    chinese: measureOf([...measure(own, isChinese), ...sure(isChinese)]),
    everyWord: measureOf(counted.map(({ isTerm }) => ({ isTerm, isMarked: true }))),
    shares: shares.map((share, n) => ({ share, measure: measureOf(measure(n)) })),
    sources: new Set(counted.map(({ source }) => source)).size,
  };
}

const shares = [0, 0.15, agreement, 0.5, 0.7];
