import { compareDates, type KnownDate } from './dates';
import { descent, isDescent } from './find-kin';
import type { History, SeenRelation, Spot } from './history';
import type { Fate, Run, Source } from './pack-schema';
import type { Moment } from './tell-moment';

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
  /** where the page that is being read stands in this history: added for a page that says when it was written */
  moment?: Moment | undefined;
  /** empty where the term stands alone */
  lineage: Station[];
  /** the weightiest three, in order of time */
  events: { id: string; date: KnownDate; label: Both }[];
  related: { term: string; name: Both }[];
  spot?: (Spot & { title: Both }) | undefined;
  sources: Source[];
  /** where errors are reported */
  reports?: string | undefined;
}

const maxEvents = 3;
const maxRelated = 3;
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
  const shown = new Set([...lineage.map((station) => station.term), ...(term.owner ? [term.owner] : [])]);
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
    related: chooseRelated(history, id, shown),
    spot: spot && chapter && { ...spot, title: chapter.title },
    sources: Object.values(term.sources),
    reports: history.pack.reports,
  };
}

function chooseEvents(history: History, id: string): CardContent['events'] {
  return [...history.eventsOf(id)]
    .sort((a, b) => b.importance - a.importance || compareDates(a.date, b.date))
    .slice(0, maxEvents)
    .sort((a, b) => compareDates(a.date, b.date))
    .map(({ id, date, label }) => ({ id, date, label }));
}

/** What the term itself did or uses first, its rivals next, then what names it. */
function chooseRelated(history: History, id: string, left: ReadonlySet<string>): CardContent['related'] {
  const rank = ({ type, isSubject }: SeenRelation) => (type === 'competes-with' ? 1 : isSubject ? 0 : 2);
  const ids = new Set([...history.relationsOf(id)].sort((a, b) => rank(a) - rank(b)).map((relation) => relation.other));
  return [...ids]
    .filter((other) => !left.has(other))
    .flatMap((other) => {
      const term = history.terms.get(other);
      return term ? [{ term: other, name: term.name }] : [];
    })
    .slice(0, maxRelated);
}

/** Two to four stations in order of time, the term among them; none where nothing went before or came after. */
function findLineage(history: History, id: string): Station[] {
  const older = step(history, id, 'back');
  const newer = step(history, id, 'on');
  const line = [older && step(history, older, 'back'), older, id, newer, newer && step(history, newer, 'on')];
  const stations = [...new Set(line.filter((term) => term !== undefined))];
  while (stations.length > maxStations) stations.splice(stations[0] === id ? stations.length - 1 : 0, 1);
  if (stations.length < 2) return [];
  return stations.flatMap((other) => {
    const term = history.terms.get(other);
    return term ? [{ term: other, name: term.name, year: term.began.date.slice(0, 4) }] : [];
  });
}

/** The closest kin one step back or on; of equals the one that began last, which is the nearest in time. */
function step(history: History, id: string, way: 'back' | 'on'): string | undefined {
  const kin = history.relationsOf(id).flatMap(({ type, other, isSubject }) => {
    const line = isDescent(type) ? descent[type] : undefined;
    const weight = line && (line.elder === 'subject') === (way === 'on' ? isSubject : !isSubject) ? line[way] : 0;
    const term = history.terms.get(other);
    return weight > 0 && term ? [{ other, weight, began: term.began.date }] : [];
  });
  return kin.sort((a, b) => b.weight - a.weight || compareDates(b.began, a.began))[0]?.other;
}
