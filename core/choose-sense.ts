import type { Found } from './find-terms';
import { type PageAround, type TextAround, tokenise } from './sense-features';
import type { SenseModel, WeighedToken } from './sense-model';

/**
 * A surface that is surer than this is marked. Chosen on the cross-validated passages (`npm run eval`) so that of 100 marks about 95 are
 * right: a wrong mark costs a reader's trust, a missed one nothing.
 */
export const threshold = 0.93;

export interface Decision {
  isTerm: boolean;
  /** 0 to 1: how sure it is that the surface means the term */
  confidence: number;
}

/** A text with its words weighed once, for all the surfaces in it. */
export type Scene = TextAround<WeighedToken>;

export function createScene({ text, found }: { text: string; found: readonly Found[] }, model: SenseModel): Scene {
  const sureHere = new Set(found.filter((hit) => !hit.unsure).map((hit) => hit.term));
  return { text, tokens: found.some((hit) => hit.unsure) ? model.weigh(tokenise(text)) : [], sureHere };
}

/**
 * Whether a found surface means the term here. A spelling that can mean nothing else always does; an everyday word is weighed by the words
 * around it and by its form (`textScore`, which never changes), and by what else the page speaks of, which may grow while it is read.
 */
export function chooseSense({
  found,
  textScore,
  page,
  model,
}: {
  found: Found;
  textScore: number;
  page: PageAround;
  model: SenseModel;
}): Decision {
  if (!found.unsure) return { isTerm: true, confidence: 1 };
  const confidence = 1 / (1 + Math.exp(-(textScore + model.scorePage({ ...page, found }))));
  return { isTerm: confidence >= threshold, confidence };
}
