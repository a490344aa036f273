import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { eventNotes, termNotes } from './field-notes';
import { isMain } from './is-main';

/** What was made, or why nothing was. */
export type Scaffold = { kind: 'made'; file: string; id: string } | { kind: 'refused'; reason: string };

const usage = `Begin an entry of the history, with a line of help beside each empty field:

  npm run new -- term my-id             data/terms/my-id.yaml
  npm run new -- event 2014 my-slug     e2014-my-slug, in data/events/2014.yaml`;

/** Makes an empty term or event in the folder `data/`; `words` as on the command line. Nothing that exists is overwritten. */
export function scaffoldEntry(folder: string, words: readonly string[]): Scaffold {
  const [kind, ...rest] = words;
  if (kind === 'term' && rest.length === 1) return scaffoldTerm(folder, rest[0] ?? '');
  if (kind === 'event' && rest.length === 2) return scaffoldEvent({ folder, year: rest[0] ?? '', slug: rest[1] ?? '' });
  return { kind: 'refused', reason: usage };
}

function scaffoldTerm(folder: string, id: string): Scaffold {
  if (!isId(id)) return refuseId(id);
  const file = join(folder, 'terms', `${id}.yaml`);
  if (existsSync(file)) return { kind: 'refused', reason: `data/terms/${id}.yaml is there already: edit it, or choose another id` };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, termText(id, laneNote(folder)));
  return { kind: 'made', file: `data/terms/${id}.yaml`, id };
}

function scaffoldEvent({ folder, year, slug }: { folder: string; year: string; slug: string }): Scaffold {
  if (!/^\d{4}$/.test(year))
    return { kind: 'refused', reason: `“${year}” is no year: write four digits, as in\n  npm run new -- event 2014 my-slug` };
  if (!isId(slug)) return refuseId(slug);
  const id = `e${year}-${slug.replace(new RegExp(`^e?${year}-`), '')}`;
  const file = join(folder, 'events', `${year}.yaml`);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : `${hint('events')}\n`;
  const ids = idsIn(text);
  if (!ids) return { kind: 'refused', reason: `data/events/${year}.yaml is no list of events: npm run check:data says where` };
  if (ids.includes(id)) return { kind: 'refused', reason: `${id} is in data/events/${year}.yaml already: edit it, or choose another name` };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${text}${text.endsWith('\n') ? '' : '\n'}${eventText(id, laneNote(folder))}`);
  return { kind: 'made', file: `data/events/${year}.yaml`, id };
}

/** The ids of the events in a file; undefined where it is not a list. */
function idsIn(text: string): unknown[] | undefined {
  try {
    const list: unknown = parseYaml(text) ?? [];
    return Array.isArray(list) ? list.map((event: { id?: unknown } | null) => event?.id) : undefined;
  } catch {
    return undefined;
  }
}

function isId(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]*$/.test(text);
}

function refuseId(id: string): Scaffold {
  return { kind: 'refused', reason: `“${id}” cannot be an id: lower-case letters, digits and hyphens, as in swarm-mode` };
}

function hint(name: string): string {
  return `# yaml-language-server: $schema=../schema/${name}.schema.json`;
}

/** A field with nothing in it and its note beside it; `depth` in steps of two spaces. */
function empty(name: string, note: string | undefined, depth = 0): string {
  return `${'  '.repeat(depth)}${name}:${note === undefined ? '' : ` # ${note}`}`;
}

function inBoth(name: string, note: string | undefined): string[] {
  return [empty(name, note), empty('en', undefined, 1), empty('zh', undefined, 1)];
}

/** The lanes by name, where the pack says them: nobody has to look them up. */
function laneNote(folder: string): string | undefined {
  const file = join(folder, 'pack.yaml');
  const pack = existsSync(file) ? (parseYaml(readFileSync(file, 'utf8')) as { lanes?: { id: string }[] } | null) : null;
  return pack?.lanes ? `one of ${pack.lanes.map(({ id }) => id).join(', ')}` : termNotes.lane;
}

const sources = [
  `sources: # ${termNotes.sources}`,
  '  my-source:',
  empty('title', termNotes['sources.title'], 2),
  empty('url', termNotes['sources.url'], 2),
];

function termText(id: string, lanes: string | undefined): string {
  return `${[
    hint('term'),
    '# `npm run check:data` names every field that is still empty. Each fact carries its source; prefer primary ones.',
    `id: ${id}`,
    empty('kind', termNotes.kind),
    empty('lane', lanes),
    ...inBoth('name', termNotes.name),
    ...inBoth('identity', termNotes.identity),
    empty('surfaces', termNotes.surfaces),
    '  -',
    `# owner: # ${termNotes.owner}`,
    empty('began', termNotes.began),
    empty('date', termNotes.date, 1),
    `  source: [] # ${termNotes.source}`,
    `# ended: { date: , how: , source: [] } # ${termNotes.ended}`,
    empty('then', termNotes.then),
    empty('date', 'the day it looks at', 1),
    empty('en', undefined, 1),
    empty('zh', undefined, 1),
    '  source: []',
    empty('now', termNotes.now),
    empty('en', undefined, 1),
    empty('zh', undefined, 1),
    '  source: []',
    `# dates: [{ date: , en: , zh: , source: [] }] # ${termNotes.dates}`,
    `# relations: [{ type: , to: , source: [] }] # ${termNotes.relations}`,
    ...sources,
  ].join('\n')}\n`;
}

function eventText(id: string, lanes: string | undefined): string {
  const lines = [
    `id: ${id}`,
    empty('date', eventNotes.date),
    ...inBoth('title', eventNotes.title),
    ...inBoth('label', eventNotes.label),
    ...inBoth('significance', eventNotes.significance),
    `terms: [] # ${eventNotes.terms}`,
    empty('chapter', eventNotes.chapter),
    empty('lane', lanes),
    empty('kind', eventNotes.kind),
    empty('importance', eventNotes.importance),
    `# because: [] # ${eventNotes.because}`,
    `source: [] # ${eventNotes.source}`,
    ...sources,
  ];
  return `${lines.map((line, n) => (n === 0 ? `- ${line}` : `  ${line}`)).join('\n')}\n`;
}

if (isMain(import.meta.filename)) {
  const made = scaffoldEntry(join(import.meta.dirname, '../../data'), process.argv.slice(2));
  if (made.kind === 'made') console.log(`${made.id} begins in ${made.file}: fill in what is empty, then npm run check:data`);
  else console.error(made.reason);
  process.exitCode = made.kind === 'made' ? 0 : 1;
}
