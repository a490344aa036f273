import type { Found } from '../../core/find-terms';
import { type PageAround, tokenise } from '../../core/sense-features';

export interface Evidence extends PageAround {
  /** A term was seen in a spelling that can mean nothing else. */
  add(term: number): void;
  /** Begins anew on another route of the same document, with the terms that still stand in it. */
  startAnew(standing: Iterable<number>): void;
  /** Some of what an earlier route left went too. */
  recollect(standing: Iterable<number>): void;
}

/** What speaks for the field on this page: it grows while the page is read, and begins anew with another address. */
export function createEvidence(findTerms: (text: string) => readonly Found[]): Evidence {
  const sureTerms = new Set<number>();
  let title = tokenise(document.title);
  /** seen since this address was entered: what is taken away again still counts */
  let seen = new Set<number>();

  function recollect(standing: Iterable<number>): void {
    sureTerms.clear();
    title = tokenise(document.title);
    for (const { term, unsure } of [...findTerms(document.title), ...findTerms(location.href)]) if (!unsure) sureTerms.add(term);
    for (const term of [...seen, ...standing]) sureTerms.add(term);
  }

  recollect([]);
  return {
    sureTerms,
    get title() {
      return title;
    },
    recollect,
    add(term) {
      seen.add(term);
      sureTerms.add(term);
    },
    startAnew(standing) {
      seen = new Set();
      recollect(standing);
    },
  };
}
