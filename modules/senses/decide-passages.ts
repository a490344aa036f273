import { type Decided, measureDecisions } from './measure-decisions';
import type { Corpora, DevPassage } from './read-corpora';
import { confidenceOf, createHeldScorers, ownerOf, splitSources } from './score-held';

/** A passage with how sure it is, from 0 to 1, that each surface found in it means its term. */
export type Scored = Pick<DevPassage, 'passage' | 'found'> & { sure: number[] };

/** Of 100 marks so many are right where a threshold is chosen. */
export const wantedPrecision = 0.985;
const folds = 5;
const thresholds = Array.from({ length: 29 }, (_, n) => 0.85 + n / 200);

/** The labelled passages, each decided by a model that never saw its source, nor (`isByOwner`) anything else of its owner. */
export function scorePassages(corpora: Corpora, { isByOwner }: { isByOwner: boolean }): Scored[] {
  const scorerWithout = createHeldScorers(corpora);
  return partsOf(corpora).flatMap((held) => {
    const owners = new Set([...held].map(ownerOf));
    return scorePart(
      corpora,
      held,
      scorerWithout((source) => (isByOwner ? owners.has(ownerOf(source)) : held.has(source))),
    );
  });
}

/**
 * The same decided, each part at a threshold that was chosen without it: on the other parts, and these scored by models that had seen
 * neither them nor the part.
 */
export function decideNested(corpora: Corpora): { thresholds: number[]; decided: Decided[] } {
  const scorerWithout = createHeldScorers(corpora);
  const parts = partsOf(corpora);
  const scored = new Map<string, Scored[]>();
  // a model without two parts scores each of them for the other
  for (const [a, one] of parts.entries())
    for (const [b, other] of parts.entries()) {
      if (b <= a) continue;
      const score = scorerWithout((source) => one.has(source) || other.has(source));
      scored.set(`${a} ${b}`, scorePart(corpora, one, score));
      scored.set(`${b} ${a}`, scorePart(corpora, other, score));
    }
  const chosen = parts.map((_, held) =>
    chooseThreshold(parts.flatMap((__, part) => (part === held ? [] : (scored.get(`${part} ${held}`) ?? [])))),
  );
  const decided = parts.flatMap((held, n) => {
    const score = scorerWithout((source) => held.has(source));
    return decideAt(scorePart(corpora, held, score), chosen[n] ?? 1);
  });
  return { thresholds: chosen, decided };
}

/** The lowest threshold, in steps of 0.005, at which so many of the marks are right. */
export function chooseThreshold(scored: readonly Scored[]): number {
  return (
    thresholds.find((least) => measureDecisions(decideAt(scored, least)).precision >= wantedPrecision) ?? (thresholds.at(-1) as number)
  );
}

export function decideAt(scored: readonly Scored[], least: number): Decided[] {
  return scored.map(({ passage, found, sure }) => ({
    passage,
    matches: found.flatMap((one, n) => ((sure[n] as number) >= least ? [one.found] : [])),
  }));
}

function partsOf({ dev }: Corpora): Set<string>[] {
  return splitSources({ sources: dev.map(({ passage }) => passage.source), parts: folds });
}

function scorePart({ dev }: Corpora, held: ReadonlySet<string>, score: ReturnType<ReturnType<typeof createHeldScorers>>): Scored[] {
  return dev
    .filter(({ passage }) => held.has(passage.source))
    .map(({ passage, found }) => ({ passage, found, sure: score(found.map(({ example }) => example)).map(confidenceOf) }));
}
