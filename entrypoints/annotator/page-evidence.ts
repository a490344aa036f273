import type { Found } from '../../core/find-terms';
import { type PageAround, tokenise } from '../../core/sense-features';
import type { Verdict } from '../../core/verdicts';

export interface Evidence extends PageAround {
  /** what the reader said of terms on this site: it decides, and counts as evidence for others */
  verdicts: ReadonlyMap<number, Verdict>;
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
  let verdicts: ReadonlyMap<number, Verdict> = new Map();

  function recollect(standing: Iterable<number>): void {
    sureTerms.clear();
    title = tokenise(document.title);
    for (const { term, unsure } of [...findTerms(document.title), ...findTerms(location.href)]) if (!unsure) sureTerms.add(term);
    for (const term of [...seen, ...standing]) sureTerms.add(term);
    heed();
  }

  function heed(): void {
    for (const [term, verdict] of verdicts) verdict === 'always' ? sureTerms.add(term) : sureTerms.delete(term);
  }

  recollect([]);
  return {
    sureTerms,
    get title() {
      return title;
    },
    recollect,
    get verdicts() {
      return verdicts;
    },
    set verdicts(said) {
      for (const [term, verdict] of verdicts) {
        if (verdict === 'always' && !seen.has(term)) sureTerms.delete(term);
        if (verdict === 'never' && seen.has(term)) sureTerms.add(term);
      }
      verdicts = said;
      heed();
    },
    add(term) {
      seen.add(term);
      if (verdicts.get(term) !== 'never') sureTerms.add(term);
    },
    startAnew(standing) {
      seen = new Set();
      recollect(standing);
    },
  };
}
