import { chooseSense } from './choose-sense';
import type { Found, Matcher } from './find-terms';

/** A text with what is known of where it stands. */
export interface Passage {
  text: string;
  title?: string | undefined;
  url?: string | undefined;
}

/** Finds and decides in one go: what the injected script does to a page that is read whole. */
export function createDetector(matcher: Matcher): (passage: Passage) => Found[] {
  return ({ text, title = '', url = '' }) => {
    const found = matcher.find(text);
    const around = [...matcher.find(title), ...matcher.find(url)];
    const sureTerms = new Set([...found, ...around].filter((hit) => !hit.unsure).map((hit) => hit.term));
    return found.filter((hit) => chooseSense({ found: hit, word: text.slice(hit.start, hit.end), page: { sureTerms } }).isTerm);
  };
}
