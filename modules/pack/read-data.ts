import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { type Document, LineCounter, parseDocument } from 'yaml';
import { checkPack, type Problem } from '../../core/check-pack';
import { type Chapter, eventSchema, type HistoryEvent, type Pack, packSchema, type Term, termSchema } from '../../core/pack-schema';
import { compareDates } from '../../core/dates';
import { readChapters } from './read-chapters';
import { readRuns } from './read-runs';

/** A problem with its place on disk, ready to be printed: `data/terms/swarm.yaml:14 relations[0].to: … → …`. */
export interface Finding {
  file: string;
  line: number;
  field: string;
  message: string;
  remedy: string;
}

/** Where an entry stands: its file, and the line of a field in it. */
interface Origin {
  file: string;
  lineOf(path: readonly (string | number)[]): number;
}

/** Reads the folder `data/` and checks all of it. The pack holds only what passed the schema; `findings` is empty when all is well. */
export function readData(folder: string): { pack: Pack; findings: Finding[] } {
  const findings: Finding[] = [];
  const origins = new Map<string, Origin>();
  const shown = (file: string) => relative(join(folder, '..'), file);
  const read = (file: string) => readYaml(file, shown(file), findings);

  const head = read(join(folder, 'pack.yaml'));
  const terms: Term[] = [];
  for (const file of filesIn(join(folder, 'terms'), '.yaml')) {
    const yaml = read(file);
    if (!yaml) continue;
    const term = parse(termSchema, prepareTerm(yaml.value), yaml.origin, findings);
    if (!term) continue;
    if (file !== join(folder, 'terms', `${term.id}.yaml`))
      findings.push({ file: shown(file), line: 1, field: 'id', message: `the id is “${term.id}”`, remedy: `call the file ${term.id}.yaml` });
    origins.set(`term ${term.id}`, yaml.origin);
    terms.push(term);
  }
  const events: HistoryEvent[] = [];
  for (const file of filesIn(join(folder, 'events'), '.yaml')) {
    const yaml = read(file);
    if (!yaml) continue;
    const list = Array.isArray(yaml.value) ? yaml.value : [];
    if (!Array.isArray(yaml.value)) findings.push({ file: shown(file), line: 1, field: '', message: 'not a list', remedy: 'write each event as “- id: …”' });
    list.forEach((value, index) => {
      const origin = { file: yaml.origin.file, lineOf: (path: readonly (string | number)[]) => yaml.origin.lineOf([index, ...path]) };
      const event = parse(eventSchema, value, origin, findings);
      if (!event) return;
      if (!file.endsWith(`${event.date.slice(0, 4)}.yaml`))
        findings.push({ file: origin.file, line: origin.lineOf(['date']), field: `${event.id}, date`, message: `${event.date} is of another year than the file`, remedy: `move it to data/events/${event.date.slice(0, 4)}.yaml` });
      origins.set(`event ${event.id}`, origin);
      events.push(event);
    });
  }
  const chapters: Chapter[] = readChapters({ folder: join(folder, 'chapters'), shown, findings, origins });
  events.sort((a, b) => compareDates(a.date, b.date) || a.id.localeCompare(b.id));
  terms.sort((a, b) => a.id.localeCompare(b.id));
  const parsed = v.safeParse(packSchema, { ...(head?.value as object), terms, events, chapters });
  if (!parsed.success) {
    for (const issue of parsed.issues.filter((issue) => !['terms', 'events', 'chapters'].includes(String(issue.path?.[0]?.key))))
      findings.push({ file: 'data/pack.yaml', line: 1, field: v.getDotPath(issue) ?? '', message: issue.message, remedy: 'see the schema in core/pack-schema.ts' });
    return { pack: { id: '', title: { en: '', zh: '' }, lanes: [], terms, events, chapters }, findings };
  }
  findings.push(...checkPack(parsed.output).map((problem) => locate(problem, origins)));
  return { pack: parsed.output, findings };
}

/** One line a person can act on. */
export function printFinding({ file, line, field, message, remedy }: Finding): string {
  return `${file}:${line}  ${field ? `${field}: ` : ''}${message} → ${remedy}`;
}

function readYaml(file: string, shown: string, findings: Finding[]): { value: unknown; origin: Origin } | undefined {
  if (!existsSync(file)) {
    findings.push({ file: shown, line: 1, field: '', message: 'the file is missing', remedy: 'put it back' });
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const error = document.errors[0];
  if (error) {
    findings.push({ file: shown, line: error.linePos?.[0].line ?? 1, field: '', message: error.message.split('\n')[0] ?? '', remedy: 'mend the YAML; quote text that holds “: ” or begins with a sign' });
    return undefined;
  }
  return { value: document.toJS(), origin: { file: shown, lineOf: (path) => lineOf(document, lines, path) } };
}

function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** Lets people write the short form: a surface as plain text, running text as Markdown. */
function prepareTerm(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const term = { ...(value as Record<string, unknown>) };
  if (Array.isArray(term['surfaces'])) term['surfaces'] = term['surfaces'].map((surface) => (typeof surface === 'string' ? { text: surface } : surface));
  for (const depth of ['then', 'now']) {
    const fact = term[depth];
    if (typeof fact !== 'object' || fact === null) continue;
    const { en, zh } = fact as Record<string, unknown>;
    term[depth] = { ...fact, ...(typeof en === 'string' && { en: readRuns(en) }), ...(typeof zh === 'string' && { zh: readRuns(zh) }) };
  }
  return term;
}

function parse<S extends v.GenericSchema>(schema: S, value: unknown, origin: Origin, findings: Finding[]): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const id = (value as { id?: unknown } | null)?.id;
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map((part) => part.key as string | number);
    findings.push({
      file: origin.file,
      line: origin.lineOf(path),
      field: `${typeof id === 'string' ? `${id}, ` : ''}${path.join('.')}`,
      message: issue.message,
      remedy: issue.expected === null || issue.expected === undefined ? 'mend it' : issue.received === 'undefined' ? 'add it' : `write ${issue.expected}, not ${issue.received}`,
    });
  }
  return undefined;
}

function locate({ of, field, message, remedy }: Problem, origins: ReadonlyMap<string, Origin>): Finding {
  const origin = origins.get(of);
  const path = field.match(/[^.[\]]+/g)?.map((part) => (/^\d+$/.test(part) ? Number(part) : part)) ?? [];
  return { file: origin?.file ?? of, line: origin?.lineOf(path) ?? 1, field: `${of}, ${field}`, message, remedy };
}

function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith(ending)).sort().map((name) => join(folder, name));
}
