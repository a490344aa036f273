import type { Found } from './find-terms';

/** What is known of the page so far. It only grows while a page is read, so a decision may turn from no to yes, never back. */
export interface PageEvidence {
  /** terms seen in a spelling that can mean nothing else, title and address included */
  sureTerms: ReadonlySet<number>;
}

export interface Decision {
  isTerm: boolean;
  /** 0 to 1 */
  confidence: number;
  /** the terms elsewhere on the page that speak for it */
  others: number[];
}

/**
 * Whether a found surface means the term here. A spelling that can mean nothing else always does; an everyday word only on a page
 * that speaks of the field, and a lower-case one (swarm, pods) only where it does so more than in passing.
 */
export function chooseSense({ found, word, page }: { found: Found; word: string; page: PageEvidence }): Decision {
  if (!found.unsure) return { isTerm: true, confidence: 1, others: [] };
  const needed = isLowerCase(word) ? 2 : 1;
  const others = [...page.sureTerms].filter((term) => term !== found.term);
  const isTerm = others.length >= needed;
  return { isTerm, confidence: others.length / (others.length + 1), others };
}

function isLowerCase(word: string): boolean {
  return word === word.toLowerCase() && word !== word.toUpperCase();
}
