import { createScene } from '../../core/choose-sense';
import type { Found } from '../../core/find-terms';
import type { SenseModel } from '../../core/sense-model';
import { tellWhy, tellWhyNot, type Why } from '../../core/tell-why';
import type { Mark } from './mark';
import type { Evidence } from './page-evidence';

/** Why a mark is there, or is not, worked out anew when a reader asks. */
export function explainMark({
  mark: { found, text, term, isTerm },
  evidence,
  model,
  findTerms,
}: {
  mark: Mark;
  evidence: Evidence;
  model: SenseModel;
  findTerms: (text: string) => Found[];
}): Why {
  if (evidence.verdicts.has(term)) return { kind: 'reader' };
  if (!found.unsure) return { kind: 'spelling' };
  const scene = createScene({ text, found: findTerms(text) }, model);
  const { title, sureTerms } = evidence;
  const reasons = model.explain({ ...scene, title, sureTerms, found });
  if (!isTerm) return tellWhyNot({ reasons, text });
  return tellWhy({
    reasons,
    text,
    title: document.title,
    terms: [...sureTerms].filter((other) => other !== term),
  });
}
