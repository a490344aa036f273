/**
 * The pack: one history in one JSON document. The built-in one is compiled from `data/`; a reader's own goes through the same door.
 * Everything is given in English and Chinese, every fact names its sources by key.
 */

import * as v from 'valibot';
import { isKnownDate, type KnownDate } from './dates';
import { eventKinds } from './event-kinds';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'an id is lower-case letters, digits and hyphens'));
const line = v.pipe(v.string(), v.trim(), v.nonEmpty('say something here'));
const date = v.pipe(
  v.string('write the date in quotes: YYYY, YYYY-MM or YYYY-MM-DD'),
  v.custom<KnownDate>(
    (text) => isKnownDate(text as string),
    (issue) => `“${issue.input}” is no date: YYYY, YYYY-MM or YYYY-MM-DD, and a day that exists`,
  ),
);
const url = v.pipe(v.string(), v.url('not a well-formed URL'), v.startsWith('http', 'a source is an http(s) address'));
const inBoth = <S extends v.GenericSchema>(schema: S) => v.strictObject({ en: schema, zh: schema });
const receipt = v.pipe(v.array(id), v.minLength(1, 'every fact names at least one source'));

/** A piece of running text. A plain string is only text; nothing here is ever markup. */
const run = v.union([
  line_(),
  v.strictObject({ text: line_(), term: id }),
  v.strictObject({ text: line_(), event: id }),
  v.strictObject({ text: line_(), url }),
  v.strictObject({ text: line_(), style: v.picklist(['em', 'strong', 'code']) }),
]);
/** Like `line` but keeps its spaces: a run may begin or end with one. */
function line_() {
  return v.pipe(v.string(), v.minLength(1));
}
const runs = v.pipe(v.array(run), v.minLength(1));

const source = v.strictObject({ title: line, url, unseen: v.optional(v.boolean()) });
const sources = v.record(id, source);

export const fates = ['archived', 'renamed', 'acquired', 'merged', 'closed', 'superseded', 'sold'] as const;
export const termKinds = ['project', 'company', 'concept', 'spec', 'event', 'organisation'] as const;
export const parts = ['before', '1', '2', '3', '4', 'after'] as const;
/** Relations that are something done on a day: each has its event. */
export const acts = ['founded-by', 'acquired-by', 'renamed-to', 'donated-to', 'merged-into', 'integrated-into', 'succeeded-by'] as const;
export const relationTypes = [
  ...acts,
  'created-by',
  'maintained-by',
  'part-of',
  'governed-by',
  'member-of',
  'organised-by',
  'standardised-by',
  'implements',
  'uses',
  'builds-on',
  'inspired-by',
  'derived-from',
  'enables',
  'competes-with',
] as const;

const surface = v.strictObject({
  text: line,
  /** an everyday word, or another product's name too: marked only on evidence */
  unsure: v.optional(v.boolean()),
  /** any (the default): case is not looked at; capital: the first letter is one, or all are; exact: as written */
  case: v.optional(v.picklist(['any', 'capital', 'exact'])),
});

const dated = v.strictObject({ date, en: runs, zh: runs, source: receipt });

const term = v.strictObject({
  id,
  kind: v.picklist(termKinds),
  lane: id,
  name: inBoth(line),
  identity: inBoth(line),
  surfaces: v.pipe(v.array(surface), v.minLength(1)),
  owner: v.optional(id),
  began: v.strictObject({ date, source: receipt }),
  ended: v.optional(v.strictObject({ date, how: v.picklist(fates), source: receipt })),
  then: dated,
  now: v.strictObject({ en: runs, zh: runs, source: receipt }),
  dates: v.optional(v.array(v.strictObject({ date, en: line, zh: line, source: receipt })), []),
  relations: v.optional(
    v.array(v.strictObject({ type: v.picklist(relationTypes), to: id, date: v.optional(date), event: v.optional(id), source: receipt })),
    [],
  ),
  sources,
});

const event = v.strictObject({
  id,
  date,
  title: inBoth(line),
  label: inBoth(line),
  significance: inBoth(line),
  terms: v.pipe(v.array(id), v.minLength(1)),
  chapter: v.picklist(parts),
  lane: id,
  kind: v.picklist(eventKinds),
  importance: v.picklist([1, 2, 3]),
  place: v.optional(inBoth(line)),
  because: v.optional(
    v.array(v.strictObject({ event: id, how: v.picklist(['became', 'made-possible', 'in-answer-to']), source: receipt })),
    [],
  ),
  source: receipt,
  sources,
});

const paragraph = v.strictObject({ id, en: runs, zh: runs, note: v.optional(inBoth(runs)) });
const chapter = v.strictObject({
  /** 0 is the preface */
  number: v.pipe(v.number(), v.integer(), v.minValue(0)),
  title: inBoth(line),
  years: v.optional(line),
  about: v.optional(inBoth(line)),
  paragraphs: v.pipe(v.array(paragraph), v.minLength(1)),
});

export const packSchema = v.strictObject({
  id,
  title: inBoth(line),
  /** where errors in it are reported */
  reports: v.optional(url),
  lanes: v.pipe(v.array(v.strictObject({ id, name: inBoth(line), note: inBoth(line) })), v.minLength(1)),
  terms: v.array(term),
  events: v.array(event),
  chapters: v.array(chapter),
});

export const termSchema = term;
export const eventSchema = event;
export const chapterSchema = chapter;

export type Pack = v.InferOutput<typeof packSchema>;
export type Term = v.InferOutput<typeof term>;
export type HistoryEvent = v.InferOutput<typeof event>;
export type Chapter = v.InferOutput<typeof chapter>;
export type Paragraph = v.InferOutput<typeof paragraph>;
export type Run = v.InferOutput<typeof run>;
export type Surface = v.InferOutput<typeof surface>;
export type Source = v.InferOutput<typeof source>;
export type RelationType = (typeof relationTypes)[number];
export type Fate = (typeof fates)[number];
