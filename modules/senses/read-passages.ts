import { readFileSync } from 'node:fs';
import type { Found, Matcher } from '../../core/find-terms';

type Sense = 'container' | 'other' | 'unsure';

export interface Label {
  term: string;
  start: number;
  end: number;
  sense: Sense;
  /** outside the agreed list: not scored */
  extra?: boolean;
}

/** A labelled text. `source` is what cross-validation splits by: one repository or package is never on both sides. */
export interface Passage {
  id: string;
  lang: string;
  title: string;
  source: string;
  text: string;
  /** the address, where the passage was read with it */
  url?: string | undefined;
  /** terms that are sure elsewhere on the page, where it was read whole */
  pageTerms?: readonly string[] | undefined;
  labels: Label[];
}

/** Reads JSON lines; both corpora of `test/eval/` have this form but for the name of the source. */
export function readPassages(file: string): Passage[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const record = JSON.parse(line) as Passage & { url_or_repo?: string };
      const source = (record.source ?? record.url_or_repo ?? '').split(' :: ')[0] ?? '';
      const url = record.url ?? (record.url_or_repo && `https://${record.url_or_repo.replace(' :: ', '/blob/main/')}`);
      return { ...record, title: record.title ?? '', source, url };
    });
}

/** The label that a found surface touches, if it is one that counts. */
export function labelOf({ labels }: Passage, found: Found): Label | undefined {
  return labels.find((label) => label.start < found.end && label.end > found.start && label.sense !== 'unsure');
}

export interface ReadPassage {
  passage: Passage;
  found: Found[];
  sureHere: ReadonlySet<number>;
  surePage: ReadonlySet<number>;
}

export function findIn({ matcher, passage, ids }: { matcher: Matcher; passage: Passage; ids: readonly string[] }): ReadPassage {
  const found = matcher.find(passage.text);
  const sure = (list: readonly Found[]) => new Set(list.filter((hit) => !hit.unsure).map((hit) => hit.term));
  const surePage = sure([...found, ...matcher.find(passage.title), ...matcher.find(passage.url ?? '')]);
  for (const id of passage.pageTerms ?? []) if (ids.includes(id)) surePage.add(ids.indexOf(id));
  return { passage, found, sureHere: sure(found), surePage };
}
