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
  let [right, wrong, missed] = [0, 0, 0];
  for (const { passage, matches } of decided)
    for (const label of passage.labels) {
      if (label.sense === 'unsure' || label.extra || !counts(label, passage)) continue;
      const isMarked = matches.some((match) => match.start < label.end && match.end > label.start);
      if (label.sense === 'container') isMarked ? right++ : missed++;
      else if (isMarked) wrong++;
    }
  const precision = right / (right + wrong || 1);
  const recall = right / (right + missed || 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1), labels: right + wrong + missed };
}

export function surfaceOf(text: string, { start, end }: Label): string {
  return text.slice(start, end).toLowerCase();
}
