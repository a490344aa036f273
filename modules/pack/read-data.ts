import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { checkPack } from '../../core/check-pack';
import { compareDates } from '../../core/dates';
import { type Chapter, eventSchema, type HistoryEvent, type Pack, packSchema, type Term, termSchema } from '../../core/pack-schema';
import type { Problem } from '../../core/problem';
import { spellingsOf } from './compile-surfaces';
import { explainIssue, pathOf, spellPath } from './explain-issue';
import { eventNotes, type FieldNotes, packNotes, termNotes } from './field-notes';
import type { Finding, Origin, Reading } from './finding';
import { prepareTerm } from './prepare-term';
import { readChapters } from './read-chapters';
import { howToWrite } from './read-runs';
import { readYaml } from './read-yaml';

/** Reads the folder `data/` and checks all of it. The pack holds only what passed the schema; `findings` is empty when all is well. */
export function readData(folder: string): { pack: Pack; findings: Finding[] } {
  const reading: Reading = {
    folder,
    findings: [],
    origins: new Map(),
    broken: new Set(),
    shown: (file) => relative(join(folder, '..'), file),
  };
  const head = readHead(reading);
  const terms = filesIn(join(folder, 'terms')).flatMap((file) => readTerm(file, reading));
  const events = filesIn(join(folder, 'events')).flatMap((file) => readEvents(file, reading));
  const chapters: Chapter[] = readChapters(reading);
  terms.sort((a, b) => a.id.localeCompare(b.id));
  events.sort((a, b) => compareDates(a.date, b.date) || a.id.localeCompare(b.id));
  const pack: Pack = { ...head, terms, events, chapters };
  // without its head the pack has no lanes, and each entry would be blamed for that
  const problems = head.lanes.length > 0 ? checkPack(pack, spellingsOf) : [];
  const { findings, broken, origins } = reading;
  findings.push(
    ...problems.filter(({ missing }) => missing === undefined || !broken.has(missing)).map((problem) => locate(problem, origins)),
  );
  findings.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return { pack, findings };
}

const headSchema = v.omit(packSchema, ['terms', 'events', 'chapters']);
type Head = v.InferOutput<typeof headSchema>;

function readHead(reading: Reading): Head {
  const file = join(reading.folder, 'pack.yaml');
  const yaml = readYaml(file, reading.shown(file), reading.findings);
  if (yaml) reading.origins.set('pack', yaml.origin);
  const head = yaml && parse({ schema: headSchema, value: yaml.value, notes: packNotes, origin: yaml.origin, reading });
  return head ?? { id: '', title: { en: '', zh: '' }, lanes: [] };
}

function readTerm(file: string, reading: Reading): Term[] {
  const { findings, origins, broken, shown } = reading;
  const expected = file.slice(join(reading.folder, 'terms').length + 1, -'.yaml'.length);
  const yaml = readYaml(file, shown(file), findings);
  const value =
    yaml &&
    prepareTerm(yaml.value, (path, message) =>
      findings.push({ ...yaml.origin.placeOf(path), field: `${expected}, ${spellPath(path)}`, message, remedy: howToWrite }),
    );
  const term = yaml && parse({ schema: termSchema, value, notes: termNotes, origin: yaml.origin, reading });
  if (!term) {
    broken.add(`term ${expected}`);
    return [];
  }
  if (term.id !== expected)
    findings.push({
      ...yaml.origin.placeOf(['id']),
      field: 'id',
      message: `the id is “${term.id}” and the file ${expected}.yaml`,
      remedy: `call the file ${term.id}.yaml, or mend the id`,
    });
  origins.set(`term ${term.id}`, yaml.origin);
  return [term];
}

function readEvents(file: string, reading: Reading): HistoryEvent[] {
  const { findings, origins, broken, shown } = reading;
  const yaml = readYaml(file, shown(file), findings);
  if (!yaml) return [];
  if (!Array.isArray(yaml.value)) {
    findings.push({
      file: shown(file),
      line: 1,
      field: '',
      message: 'this is not a list of events',
      remedy: 'begin each event with “- id: …”',
    });
    return [];
  }
  return yaml.value.flatMap((value: unknown, index): HistoryEvent[] => {
    const origin: Origin = { placeOf: (path) => yaml.origin.placeOf([index, ...path]) };
    const event = parse({ schema: eventSchema, value, notes: eventNotes, origin, reading });
    if (!event) {
      broken.add(`event ${idOf(value)}`);
      return [];
    }
    const year = event.date.slice(0, 4);
    if (!file.endsWith(`${year}.yaml`))
      findings.push({
        ...origin.placeOf(['date']),
        field: `${event.id}, date`,
        message: `${event.date} is of another year than the file`,
        remedy: `move the event to data/events/${year}.yaml, or mend the date`,
      });
    origins.set(`event ${event.id}`, origin);
    return [event];
  });
}

/** The value as the schema makes it, or undefined with a finding for each thing that is wrong with it. */
function parse<S extends v.GenericSchema>({
  schema,
  value,
  notes,
  origin,
  reading,
}: {
  schema: S;
  value: unknown;
  notes: FieldNotes;
  origin: Origin;
  reading: Reading;
}): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const id = idOf(value);
  for (const issue of result.issues) {
    const path = pathOf(issue);
    reading.findings.push({
      ...origin.placeOf(path),
      field: [id, spellPath(path)].filter(Boolean).join(', '),
      ...explainIssue(issue, schema, notes),
    });
  }
  return undefined;
}

function idOf(value: unknown): string | undefined {
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : undefined;
}

function locate({ of, field, message, remedy }: Problem, origins: ReadonlyMap<string, Origin>): Finding {
  const path = field.match(/[^.[\]]+/g)?.map((part) => (/^\d+$/.test(part) ? Number(part) : part)) ?? [];
  const place = origins.get(of)?.placeOf(path) ?? { file: of, line: 1 };
  return { ...place, field: `${of}, ${field}`, message, remedy };
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => join(folder, name));
}
