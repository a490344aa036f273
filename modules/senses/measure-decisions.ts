import type { Found } from '../../core/find-terms';
import type { Label, Passage } from './read-passages';

/** Precision and recall over labels: one is annotated where a match overlaps it. */
export interface Measure {
  precision: number;
  recall: number;
  f1: number;
  labels: number;
}

export interface Decided {
  passage: Passage;
  matches: readonly Found[];
}

/** Surfaces that occur with both senses in the corpus: those a decision can be wrong about. */
export function ambiguousSurfaces(passages: readonly Passage[]): Set<string> {
  const senses = new Map<string, Set<string>>();
  for (const { text, labels } of passages)
    for (const label of labels) {
      const surface = surfaceOf(text, label);
      senses.set(surface, (senses.get(surface) ?? new Set()).add(label.sense));
    }
  return new Set([...senses].filter(([, seen]) => seen.has('container') && seen.has('other')).map(([surface]) => surface));
}

export function measureDecisions(decided: readonly Decided[], counts: (label: Label, passage: Passage) => boolean = () => true): Measure {
  return measureOf(
    decided.flatMap(({ passage, matches }) =>
      passage.labels
        .filter((label) => label.sense !== 'unsure' && !label.extra && counts(label, passage))
        .map((label) => ({
          isTerm: label.sense === 'container',
          isMarked: matches.some((match) => match.start < label.end && match.end > label.start),
        })),
    ),
  );
}

/** `labels`: all of them but those that are no terms and not marked. */
export function measureOf(decided: readonly { isTerm: boolean; isMarked: boolean }[]): Measure {
  const count = (isTerm: boolean, isMarked: boolean) => decided.filter((one) => one.isTerm === isTerm && one.isMarked === isMarked).length;
  const [right, wrong, missed] = [count(true, true), count(false, true), count(true, false)];
  const precision = right / (right + wrong || 1);
  const recall = right / (right + missed || 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1), labels: right + wrong + missed };
}

export function surfaceOf(text: string, { start, end }: Label): string {
  return text.slice(start, end).toLowerCase();
}
