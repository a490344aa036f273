import { join } from 'node:path';
import * as v from 'valibot';
import { createPackDetector } from '../senses/create-detector';
import { readData } from './read-data';

/**
 * `npm run -s detect`: JSON lines {id, lang?, title?, url?, text} in, {id, matches: [{term, start, end}]} out, in the order read.
 * Code and surfaces are those of the injected script. A line that is no such record is named on stderr; the rest is still done, exit 2.
 */
const record = v.pipe(
  v.string(),
  v.parseJson(undefined, 'it is not JSON'),
  v.object(
    {
      id: v.string('id must be a string'),
      lang: v.optional(v.string('lang must be a string')),
      title: v.optional(v.string('title must be a string')),
      url: v.optional(v.string('url must be a string')),
      text: v.string('text must be a string'),
    },
    'it is not an object',
  ),
);

const { pack } = readData(join(import.meta.dirname, '../../data'));
const detect = createPackDetector(pack);
let number = 0;
for await (const line of readLines(process.stdin.setEncoding('utf8'))) {
  number++;
  if (!line.trim()) continue;
  const parsed = v.safeParse(record, line);
  if (parsed.success) {
    const { id, text, title, url } = parsed.output;
    process.stdout.write(
      `${JSON.stringify({ id, matches: detect({ text, title, url }).map(({ term, start, end }) => ({ term: pack.terms[term]?.id, start, end })) })}\n`,
    );
  } else {
    process.stderr.write(`line ${number}: not a record {id, lang?, title?, url?, text}: ${parsed.issues[0].message}\n`);
    process.exitCode = 2;
  }
}

/** Lines end at a line feed only: `readline` of newer Nodes also breaks at U+2028, which JSON allows inside a string. */
async function* readLines(input: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}
