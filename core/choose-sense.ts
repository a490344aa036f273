import type { Found } from './find-terms';
import { type PageAround, tokenise } from './sense-features';
import type { Scene, SenseModel } from './sense-model';
import type { Verdict } from './verdicts';

/**
 * A surface that is surer than this is marked. Chosen on the cross-validated passages (`npm run eval`), a little above the lowest at which
 * 98.5 of 100 marks are right: a wrong mark costs a reader's trust, a missed one nothing.
 */
export const threshold = 0.9;

export interface Decision {
  isTerm: boolean;
  /** 0 to 1: how sure it is that the surface means the term */
  confidence: number;
}

/**
 * So much of a mention's evidence is that of the other mentions of the term in the same text: one who speaks of Swarm rarely means bees a
 * sentence later. Any share from 0.2 to 0.5 does as well.
 */
export const agreement = 0.3;

/** What a text says for each everyday word found in it, in log-odds; 0 for the other surfaces. */
export function scoreMentions(around: { text: string; found: readonly Found[] }, model: SenseModel): number[] {
  const { found } = around;
  if (!found.some((hit) => hit.unsure)) return found.map(() => 0);
  const scene = createScene(around, model);
  return agree(found.map((hit) => ({ term: hit.unsure ? hit.term : undefined, score: hit.unsure ? model.scoreText(scene, hit) : 0 })));
}

/** The scores, each drawn to the mean of the others of its term; `term` is undefined where nothing is to be decided. */
export function agree<Term>(mentions: readonly { term: Term | undefined; score: number }[], share = agreement): number[] {
  const totals = new Map<Term, { score: number; count: number }>();
  for (const { term, score } of mentions) {
    if (term === undefined) continue;
    const total = totals.get(term);
    if (!total) totals.set(term, { score, count: 1 });
    else {
      total.score += score;
      total.count++;
    }
  }
  return mentions.map(({ term, score }) => {
    const total = term === undefined ? undefined : totals.get(term);
    if (!total || total.count === 1) return score;
    return score + share * ((total.score - score) / (total.count - 1) - score);
  });
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
