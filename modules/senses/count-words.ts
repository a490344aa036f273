import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createMatcher } from '../../core/find-terms';
import { compileSurfaces } from '../pack/compile-surfaces';
import { readData } from '../pack/read-data';
import { examplesOf, type SenseExample, writeCount } from './examples';
import { readPassages } from './read-passages';

/**
 * `tsx modules/senses/count-words.ts passages.jsonl`: counts labelled passages, in the form of `test/eval/detection-dev.jsonl`, into
 * `test/eval/sense-counts.jsonl.gz`. The passages themselves are other people's text and stay outside. Words of fewer than three sources are
 * left out: they say more of a source than of a sense.
 */
const leastSources = 3;
const root = join(import.meta.dirname, '../..');
const { pack } = readData(join(root, 'data'));
const matcher = createMatcher(compileSurfaces(pack));
const ids = pack.terms.map((term) => term.id);

const examples = readPassages(process.argv[2] ?? '').flatMap((passage, number) =>
  examplesOf({ passage: { ...passage, id: String(number) }, matcher, ids }).flatMap(({ example, isLabelled }) =>
    isLabelled ? [example] : [],
  ),
);
const sources = new Map<string, Set<string>>();
for (const { source, features } of examples)
  for (const word of Object.values(features).flat()) sources.set(word, (sources.get(word) ?? new Set()).add(source));
const isKnown = (word: string) => (sources.get(word)?.size ?? 0) >= leastSources;
const lines = examples.map((example) => `${writeCount(reduce(example))}\n`).join('');
writeFileSync(join(root, 'test/eval/sense-counts.jsonl.gz'), gzipSync(lines, { level: 9 }));
console.log(`${examples.length} examples of ${new Set(examples.map(({ source }) => source)).size} sources`);

function reduce(example: SenseExample): SenseExample {
  const features = Object.fromEntries(Object.entries(example.features).map(([kind, words]) => [kind, words.filter(isKnown)]));
  return { ...example, features: Object.fromEntries(Object.entries(features).filter(([, words]) => words.length > 0)) };
}
