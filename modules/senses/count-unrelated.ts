import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMatcher } from '../../core/find-terms';
import { tokenise } from '../../core/sense-features';
import { compileSurfaces } from '../pack/compile-surfaces';
import { readData } from '../pack/read-data';
import { createPackDetector } from './create-detector';

/**
 * Prints what is marked on the pages that `test/eval/unrelated-pages.json` lists: pages of Debian packages that have nothing to do with
 * containers, so every mark is wrong. A page's text is cut into its blocks, and only where a term stands in a spelling that can mean nothing
 * else are the weights loaded: as in a browser. The texts come from `tsx test/eval/fetch-unrelated-pages.ts`.
 */
export function countUnrelated(): void {
  const file = join(tmpdir(), 'little-whale-unrelated-pages/unrelated-pages.jsonl');
  const { pack } = readData(join(import.meta.dirname, '../../data'));
  const detect = createPackDetector(pack);
  const matcher = createMatcher(compileSurfaces(pack));
  let [words, loaded, everyday] = [0, 0, 0];
  const marks: string[] = [];
  const pages = readPages(file);
  for (const { id, source, text } of pages) {
    words += tokenise(text).length;
    const found = matcher.find(text);
    everyday += found.filter((hit) => hit.unsure).length;
    if (!found.some((hit) => !hit.unsure)) continue;
    loaded++;
    for (const { start, end } of detect({ text }))
      marks.push(`${id} (${source}): ${text.slice(start - 40, end + 40).replaceAll('\n', ' ')}`);
  }
  for (const mark of marks) console.log(mark);
  console.log(
    `${pages.length} unrelated pages, ${words} words, ${everyday} everyday words of ours: ${marks.length} marks, ${((marks.length * 100_000) / words).toFixed(2)} in 100,000 words; the weights are loaded on ${loaded} pages`,
  );
}

function readPages(file: string): { id: string; source: string; text: string }[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { id: string; source: string; text: string });
  } catch {
    throw new Error(`There is no ${file}: run \`npx tsx test/eval/fetch-unrelated-pages.ts\` first.`);
  }
}
