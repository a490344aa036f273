import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Found, Matcher } from '../../core/find-terms';
import { type Kind, tokenise, visitPage, visitText } from '../../core/sense-features';
import { findIn, labelOf, type Passage } from './read-passages';

/** One labelled everyday word as evidence: its features by kind, without the order in which the words stood. */
export interface SenseExample {
  source: string;
  /** the text that it stands in, among those of its source */
  passage: string;
  lang: string;
  term: string;
  isTerm: boolean;
  /** spelt so that it can mean nothing else: marked, whatever stands around it, and nothing to learn from */
  isSure?: boolean;
  features: Partial<Record<Kind, string[]>>;
}

/** The evidence for each surface of a passage (none where its spelling is sure), and whether it is labelled. */
export function examplesOf({
  passage,
  matcher,
  ids,
}: {
  passage: Passage;
  matcher: Matcher;
  ids: readonly string[];
}): { found: Found; example: SenseExample; isLabelled: boolean }[] {
  const { found, sureHere, surePage } = findIn({ matcher, passage, ids });
  const tokens = tokenise(passage.text);
  const title = tokenise(passage.title);
  return found.map((hit) => {
    const label = labelOf(passage, hit);
    const features: SenseExample['features'] = {};
    const note = (kind: Kind, word: string) => {
      (features[kind] ??= []).push(word);
    };
    if (hit.unsure) {
      visitText({ text: passage.text, tokens, sureHere, found: hit }, note);
      visitPage({ title, sureTerms: surePage, found: hit }, note);
    }
    const example = {
      source: passage.source,
      passage: passage.id,
      lang: passage.lang,
      term: ids[hit.term] ?? '',
      isTerm: label?.sense === 'container',
      ...(!hit.unsure && { isSure: true }),
      features,
    };
    return { found: hit, example, isLabelled: label !== undefined };
  });
}

/** The names of an example's features: each once for all terms, and once, in capitals, for its own. */
export function namesOf({ term, features }: SenseExample): string[] {
  return Object.entries(features).flatMap(([kind, words]) =>
    words.flatMap((word) => [`${kind} ${word}`, `${kind.toUpperCase()} ${term} ${word}`]),
  );
}

/** Reads `test/eval/sense-counts.jsonl.gz`: what was counted in other people's texts, the texts themselves left where they are. */
export function readCounts(file: string): SenseExample[] {
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const {
        source,
        passage,
        lang,
        term,
        isTerm,
        isSure = false,
        ...kinds
      } = JSON.parse(line) as {
        source: string;
        passage: string;
        lang: string;
        term: string;
        isTerm: boolean;
        isSure?: boolean;
      } & Record<string, string>;
      const features = Object.fromEntries(Object.entries(kinds).map(([kind, words]) => [kind, words.split('\t')]));
      return { source, passage, lang, term, isTerm, isSure, features };
    });
}

/** A line of that file. The words are sorted: no sentence can be read from them. */
export function writeCount({ source, passage, lang, term, isTerm, isSure, features }: SenseExample): string {
  const kinds = Object.entries(features).map(([kind, words]) => [kind, [...words].sort().join('\t')]);
  return JSON.stringify({ source, passage, lang, term, isTerm, isSure, ...Object.fromEntries(kinds) });
}
