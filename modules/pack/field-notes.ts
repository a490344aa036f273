import { budgets } from '../../core/check-lengths';
import { eventKinds } from '../../core/event-kinds';
import { fates, parts, relationTypes, termKinds } from '../../core/pack-schema';

/**
 * What belongs into each field, in one line: the remedy where it is missing, its help in an editor, its comment in a new entry.
 * Keys are paths without the numbers of lists and without `en` and `zh`.
 */
export type FieldNotes = Readonly<Record<string, string>>;

const atMost = ({ en, zh }: { en: number; zh: number }) => `at most ${en} characters in English, ${zh} Han in Chinese`;

const sourceNotes = {
  source: 'the keys of the sources that show it, as in [first-commit, readme]',
  sources: 'each source under a short key of its own, with title and url; primary ones first',
  'sources.title': 'who says it, what it is, and its date: “docker/compose: README of Fig 0.0.1, 20 December 2013”',
  'sources.url': 'the address of the page, https://…',
  'sources.unseen': 'true as long as nobody has looked at the page',
};

const date = "the date, as precise as it is known: 2014-12-04, 2014-12 or, in quotes, '2014'";

export const termNotes: FieldNotes = {
  id: 'the name of the file without .yaml: lower-case letters, digits and hyphens',
  kind: `one of ${termKinds.join(', ')}`,
  lane: 'one of the lanes of data/pack.yaml',
  name: 'what it is called, in English and in Chinese',
  identity: `one line that says what it is: ${atMost(budgets.identity)}`,
  surfaces: 'each spelling to be marked in pages, as plain text or as { text: Swarm, unsure: true }',
  'surfaces.text': 'the spelling, in any case and width',
  'surfaces.unsure': 'true where it is an everyday word, or another product’s name too: marked only on evidence',
  'surfaces.case': 'any (the default): case is not looked at; capital: a capital must lead; exact: as written',
  owner: 'the id of the company, foundation or project it belongs to, if any',
  began: 'when it began, and what shows it',
  ended: 'when and how it ended, if it did, and what shows it',
  'ended.how': `one of ${fates.join(', ')}`,
  date,
  then: `what it was in its moment, 1 to 3 sentences of Markdown: ${atMost(budgets.then)}`,
  now: `what became of it, 1 to 3 sentences of Markdown: ${atMost(budgets.now)}`,
  dates: 'other days worth knowing, if any',
  relations: 'what ties it to other terms, if anything that a source shows',
  'relations.type': `one of ${relationTypes.join(', ')}`,
  'relations.to': 'the id of the other term',
  'relations.date': `${date}; leave it out where the event says it`,
  'relations.event': 'the id of the event that shows it; needed where something was done on a day, as in acquired-by',
  ...sourceNotes,
};

export const eventNotes: FieldNotes = {
  id: 'e, the year, and a short name: e2014-orchard',
  date,
  title: `what happened, as a headline: ${atMost(budgets.title)}`,
  label: `a word or two for the drawn timeline: ${atMost(budgets.label)}`,
  significance: `why it matters, 1 to 3 sentences: ${atMost(budgets.significance)}`,
  terms: 'the ids of the terms it is about, the main one first',
  chapter: `the chapter whose time it belongs to, in quotes: one of ${parts.join(', ')}`,
  lane: 'one of the lanes of data/pack.yaml',
  kind: `one of ${eventKinds.join(', ')}`,
  importance: '3 for a turning point, 2 for what a reader should know, 1 for the rest',
  place: 'where it happened, if that matters, in English and in Chinese',
  because: 'the earlier events that led to it, if a source shows it: { event: e2014-dceu, how: became, source: [readme] }',
  'because.event': 'the id of the earlier event',
  'because.how': 'one of became, made-possible, in-answer-to',
  ...sourceNotes,
};

export const chapterNotes: FieldNotes = {
  title: 'the title of the chapter, in the head of both files',
  years: 'the years it tells of, in the head of the English file',
  about: 'one line on what it tells, in the head of both files',
  paragraphs: 'paragraphs, each under a line of its own with its id: {#c1-mood}',
};

export const packNotes: FieldNotes = {
  id: 'a short name of the pack: lower-case letters, digits and hyphens',
  title: 'what the pack is called, in English and in Chinese',
  reports: 'the page where an issue is opened, for “Report an error”; it is given `title` and `body`',
  lanes: 'the lanes of the timeline, each { id, name: { en, zh }, note: { en, zh } }',
};

/** The note for a field, or for the nearest thing around it that has one. */
export function noteOf(notes: FieldNotes, path: readonly (string | number)[]): string | undefined {
  const names = path.filter((part): part is string => typeof part === 'string' && part !== 'en' && part !== 'zh');
  // a source stands under a key of the writer's choice: leave that out
  const steps = names[0] === 'sources' && names.length > 2 ? ['sources', ...names.slice(2)] : names;
  for (let length = steps.length; length > 0; length--) {
    const found = notes[steps.slice(0, length).join('.')] ?? notes[steps[length - 1] as string];
    if (found !== undefined) return found;
  }
  return undefined;
}
