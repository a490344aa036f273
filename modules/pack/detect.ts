import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { createDetector } from '../../core/detect-terms';
import { createMatcher } from '../../core/find-terms';
import { compileSurfaces } from './compile-surfaces';
import { readData } from './read-data';

/**
 * `npm run -s detect`: JSON lines {id, lang?, title?, url?, text} in, {id, matches: [{term, start, end}]} out, in the order read.
 * Code and surfaces are those of the injected script. A line that is no such record is named on stderr; the rest is still done, exit 2.
 */
const record = v.object({
  id: v.string('id must be a string'),
  lang: v.optional(v.string('lang must be a string')),
  title: v.optional(v.string('title must be a string')),
  url: v.optional(v.string('url must be a string')),
  text: v.string('text must be a string'),
});

const { pack } = readData(join(import.meta.dirname, '../../data'));
const detect = createDetector(createMatcher(compileSurfaces(pack)));
let number = 0;
for await (const line of createInterface({ input: process.stdin })) {
  number++;
  if (!line.trim()) continue;
  const parsed = v.safeParse(record, parseJson(line));
  if (parsed.success) {
    const { id, text, title, url } = parsed.output;
    process.stdout.write(`${JSON.stringify({ id, matches: detect({ text, title, url }).map(({ term, start, end }) => ({ term: pack.terms[term]?.id, start, end })) })}\n`);
  } else {
    process.stderr.write(`line ${number}: not a record {id, lang?, title?, url?, text}: ${parsed.issues[0].message}\n`);
    process.exitCode = 2;
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
