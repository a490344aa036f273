import { chooseSense, scoreMentions } from './choose-sense';
import type { Found, Matcher } from './find-terms';
import { tokenise } from './sense-features';
import type { SenseModel } from './sense-model';

/** A text with what is known of where it stands. */
export interface Passage {
  text: string;
  title?: string | undefined;
  url?: string | undefined;
}

/** Finds and decides in one go: what happens to a page that is read whole. */
export function createDetector(matcher: Matcher, model: SenseModel): (passage: Passage) => Found[] {
  return ({ text, title = '', url = '' }) => {
    const found = matcher.find(text);
    const sure = [...found, ...matcher.find(title), ...matcher.find(url)].filter((hit) => !hit.unsure);
    const page = { sureTerms: new Set(sure.map((hit) => hit.term)), title: tokenise(title) };
    const scores = scoreMentions({ text, found }, model);
    return found.filter((hit, n) => chooseSense({ found: hit, textScore: scores[n] ?? 0, page, model }).isTerm);
  };
}
