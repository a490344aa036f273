import type { Found } from './find-terms';
import { type PageAround, tokenise } from './sense-features';
import type { Scene, SenseModel } from './sense-model';
import type { Verdict } from './verdicts';

/**
 * A surface that is surer than this is marked. Chosen on the cross-validated passages (`npm run eval`) so that of 100 marks about 98 are
 * right: a wrong mark costs a reader's trust, a missed one nothing.
 */
export const threshold = 0.935;

export interface Decision {
  isTerm: boolean;
  /** 0 to 1: how sure it is that the surface means the term */
  confidence: number;
}

/** A text looked through once, for all the surfaces in it. */
export function createScene({ text, found }: { text: string; found: readonly Found[] }, model: SenseModel): Scene {
  const sureHere = new Set(found.filter((hit) => !hit.unsure).map((hit) => hit.term));
  return model.look({ text, tokens: found.some((hit) => hit.unsure) ? tokenise(text) : [], sureHere });
}

/**
 * Whether a found surface means the term here. The reader's own word decides. A spelling that can mean nothing else always does; an everyday word is weighed by the words
 * around it and by its form (`textScore`, which never changes), and by what else the page speaks of, which may grow while it is read.
 */
export function chooseSense({
  found,
  textScore,
  page,
  model,
  verdict,
}: {
  found: Found;
  textScore: number;
  page: PageAround;
  model: SenseModel;
  /** what the reader said of the term on this site */
  verdict?: Verdict | undefined;
}): Decision {
  if (verdict) return { isTerm: verdict === 'always', confidence: verdict === 'always' ? 1 : 0 };
  if (!found.unsure) return { isTerm: true, confidence: 1 };
  const confidence = 1 / (1 + Math.exp(-(textScore + model.scorePage(page, found))));
  return { isTerm: confidence >= threshold, confidence };
}
