import { compareDates, type KnownDate } from './dates';
import type { History, Spot } from './history';
import type { Fate, Run, Source } from './pack-schema';

interface Both {
  en: string;
  zh: string;
}

interface Told {
  date?: KnownDate;
  en: Run[];
  zh: Run[];
}

/** A station of the line that a term stands in: what it came from, itself, what came of it. */
export interface Station {
  term: string;
  name: Both;
  year: string;
}

/** All that a card shows of a term, in both languages, so that a switch of language asks nobody. */
export interface CardContent {
  term: string;
  name: Both;
  identity: Both;
  lane: string;
  owner?: { term: string; name: Both } | undefined;
  laneName: Both;
  began: KnownDate;
  ended?: { date: KnownDate; how: Fate } | undefined;
  then: Told;
  now: Told;
  /** empty where the term stands alone */
  lineage: Station[];
  /** the turning points first, then in order of time; at most 4 */
  events: { id: string; date: KnownDate; title: Both }[];
  related: { term: string; name: Both }[];
  spot?: (Spot & { title: Both }) | undefined;
  sources: Source[];
}

const maxEvents = 4;
const maxRelated = 5;
const maxStations = 4;

/** Gathers a term's card from the history; undefined for an id that it does not know. */
export function explainTerm(history: History, id: string): CardContent | undefined {
  const term = history.terms.get(id);
  if (!term) return undefined;
  const owner = term.owner ? history.terms.get(term.owner) : undefined;
  const lane = history.pack.lanes.find((lane) => lane.id === term.lane);
  const spot = history.spotOfTerm(id);
  const chapter = history.pack.chapters.find((chapter) => chapter.number === spot?.chapter);
  const lineage = findLineage(history, id);
  const inLine = new Set(lineage.map((station) => station.term));
  return {
    term: id,
    name: term.name,
    identity: term.identity,
    lane: term.lane,
    laneName: lane?.name ?? { en: term.lane, zh: term.lane },
    owner: owner && { term: owner.id, name: owner.name },
    began: term.began.date,
    ended: term.ended && { date: term.ended.date, how: term.ended.how },
    then: { date: term.then.date, en: term.then.en, zh: term.then.zh },
    now: { en: term.now.en, zh: term.now.zh },
    lineage,
    events: chooseEvents(history, id),
    related: chooseRelated(history, id, inLine),
    spot: spot && chapter && { ...spot, title: chapter.title },
    sources: Object.values(term.sources),
  };
}

function chooseEvents(history: History, id: string): CardContent['events'] {
  return [...history.eventsOf(id)]
    .sort((a, b) => b.importance - a.importance || compareDates(a.date, b.date))
    .slice(0, maxEvents)
    .sort((a, b) => compareDates(a.date, b.date))
    .map(({ id, date, title }) => ({ id, date, title }));
}

function chooseRelated(history: History, id: string, left: ReadonlySet<string>): CardContent['related'] {
  const ids = new Set(history.relationsOf(id).map((relation) => relation.other));
  return [...ids].filter((other) => !left.has(other)).flatMap((other) => {
    const term = history.terms.get(other);
    return term ? [{ term: other, name: term.name }] : [];
  }).slice(0, maxRelated);
}

/** Relations by which one thing goes on as another, and which end of each is the older. */
const descent: Partial<Record<string, 'subject' | 'object'>> = {
  'renamed-to': 'subject',
  'merged-into': 'subject',
  'succeeded-by': 'subject',
  'derived-from': 'object',
  'inspired-by': 'object',
};

/** Two to four stations in order of time, the term among them; none where nothing went before or came after. */
function findLineage(history: History, id: string): Station[] {
  const older = step(history, id, 'older');
  const newer = step(history, id, 'newer');
  const line = [older && step(history, older, 'older'), older, id, newer, newer && step(history, newer, 'newer')];
  const stations = [...new Set(line.filter((term) => term !== undefined))];
  while (stations.length > maxStations) stations.splice(stations[0] === id ? stations.length - 1 : 0, 1);
  if (stations.length < 2) return [];
  return stations.flatMap((other) => {
    const term = history.terms.get(other);
    return term ? [{ term: other, name: term.name, year: term.began.date.slice(0, 4) }] : [];
  });
}

function step(history: History, id: string, way: 'older' | 'newer'): string | undefined {
  const fits = history.relationsOf(id).filter(({ type, isSubject }) => {
    const elder = descent[type];
    return elder !== undefined && (elder === 'subject') === (way === 'newer' ? isSubject : !isSubject);
  });
  // a thing that became another says more than one that inspired it
  const weight = (type: string) => (type === 'inspired-by' ? 0 : 1);
  return fits.sort((a, b) => weight(b.type) - weight(a.type))[0]?.other;
}
