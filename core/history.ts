import { compareDates } from './dates';
import type { HistoryEvent, Pack, Paragraph, RelationType, Run, Term } from './pack-schema';

/** Where a paragraph stands in the chapters. */
export interface Spot {
  chapter: number;
  paragraph: string;
}

/** One relation as seen from a term: `from` is true where the term is its subject. */
export interface SeenRelation {
  type: RelationType;
  other: string;
  isSubject: boolean;
  date?: string | undefined;
}

/** A pack with its indexes: what leads from a term, an event or a paragraph to the others. */
export interface History {
  pack: Pack;
  terms: ReadonlyMap<string, Term>;
  events: ReadonlyMap<string, HistoryEvent>;
  /** in order of time */
  eventsOf(term: string): readonly HistoryEvent[];
  effectsOf(event: string): readonly HistoryEvent[];
  relationsOf(term: string): readonly SeenRelation[];
  /** the paragraph that tells of the event; for a term, of its own moment or else the first in the chapters that names it */
  spotOfEvent(event: string): Spot | undefined;
  spotOfTerm(term: string): Spot | undefined;
}

export function createHistory(pack: Pack): History {
  const terms = new Map(pack.terms.map((term) => [term.id, term]));
  const events = new Map(pack.events.map((event) => [event.id, event]));
  const inOrder = [...pack.events].sort((a, b) => compareDates(a.date, b.date));
  const byTerm = groupBy(inOrder.flatMap((event) => event.terms.map((term) => [term, event] as const)));
  const byCause = groupBy(inOrder.flatMap((event) => event.because.map((cause) => [cause.event, event] as const)));
  const relations = groupBy<string, SeenRelation>(
    pack.terms.flatMap((term) =>
      term.relations.flatMap(({ type, to, date }): [string, SeenRelation][] => [
        [term.id, { type, other: to, isSubject: true, date }],
        [to, { type, other: term.id, isSubject: false, date }],
      ]),
    ),
  );
  const spots = indexSpots(pack);
  const spotOfMoment = (term: string) =>
    firstOf(
      (byTerm.get(term) ?? []).filter((event) => event.date === terms.get(term)?.then.date).map((event) => spots.events.get(event.id)),
    );
  return {
    pack,
    terms,
    events,
    eventsOf: (term) => byTerm.get(term) ?? [],
    effectsOf: (event) => byCause.get(event) ?? [],
    relationsOf: (term) => relations.get(term) ?? [],
    spotOfEvent: (event) => spots.events.get(event) ?? firstOf((events.get(event)?.terms ?? []).map((term) => spots.terms.get(term))),
    spotOfTerm: (term) =>
      spotOfMoment(term) ?? spots.terms.get(term) ?? firstOf((byTerm.get(term) ?? []).map((event) => spots.events.get(event.id))),
  };
}

function indexSpots(pack: Pack): { terms: Map<string, Spot>; events: Map<string, Spot> } {
  const index = { terms: new Map<string, Spot>(), events: new Map<string, Spot>() };
  // the preface names much and tells nothing: it comes last
  for (const chapter of [...pack.chapters].sort((a, b) => (a.number || Number.POSITIVE_INFINITY) - (b.number || Number.POSITIVE_INFINITY)))
    for (const paragraph of chapter.paragraphs)
      for (const run of linksOf(paragraph)) {
        const spot = { chapter: chapter.number, paragraph: paragraph.id };
        if ('term' in run && !index.terms.has(run.term)) index.terms.set(run.term, spot);
        if ('event' in run && !index.events.has(run.event)) index.events.set(run.event, spot);
      }
  return index;
}

function linksOf(paragraph: Paragraph): Exclude<Run, string>[] {
  return [...paragraph.en, ...paragraph.zh].filter((run) => typeof run !== 'string');
}

function groupBy<K, V>(pairs: readonly (readonly [K, V])[]): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function firstOf<T>(list: readonly (T | undefined)[]): T | undefined {
  return list.find((item) => item !== undefined);
}
