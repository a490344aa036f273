import { compareDates, isSurelyAfter, type KnownDate } from './dates';
import type { History } from './history';
import { type Distance, measureTime } from './measure-time';
import type { HistoryEvent } from './pack-schema';

/** Where a page stands in a term's history: what had just happened when it was written, and what was still to come. */
export interface Moment {
  date: KnownDate;
  /** the term was surely not there yet */
  isBefore: boolean;
  /** nearest first; at most 2 */
  past: { event: string; label: { en: string; zh: string }; ago: Distance }[];
  next?: { event: string; label: { en: string; zh: string }; ahead: Distance } | undefined;
}

/** How far back a page's writer would still call something news, in years. */
const newsFor = 2;

/** Places a page's date among the dated facts of a term and its neighbours; nothing here is written beforehand. */
export function tellMoment({ history, term, date }: { history: History; term: string; date: KnownDate }): Moment | undefined {
  const subject = history.terms.get(term);
  if (!subject) return undefined;
  const own = history.eventsOf(term);
  const neighbours = new Set(history.relationsOf(term).map((relation) => relation.other));
  const around = history.pack.events.filter(
    (event) => event.importance >= 2 && event.terms.some((other) => neighbours.has(other)) && !event.terms.includes(term),
  );
  const before = (event: HistoryEvent) => isSurelyAfter(date, event.date) && yearsBetween(event.date, date) < newsFor;
  const past = [latest(own.filter(before)), latest(around.filter((event) => event.importance === 3 && before(event)))].flatMap((event) =>
    event ? [event] : [],
  );
  const next = own.find((event) => isSurelyAfter(event.date, date) && event.importance >= 2);
  const moment: Moment = {
    date,
    isBefore: isSurelyAfter(subject.began.date, date),
    past: past
      .sort((a, b) => compareDates(b.date, a.date))
      .map((event) => ({ event: event.id, label: event.title, ago: measureTime(event.date, date) })),
    next: next && { event: next.id, label: next.title, ahead: measureTime(date, next.date) },
  };
  // long after everything there is nothing to say
  return moment.isBefore || moment.past.length > 0 || moment.next ? moment : undefined;
}

function latest(events: readonly HistoryEvent[]): HistoryEvent | undefined {
  const [first, ...rest] = events;
  return first && rest.reduce((last, event) => (compareDates(event.date, last.date) >= 0 ? event : last), first);
}

function yearsBetween(earlier: KnownDate, later: KnownDate): number {
  return Number(later.slice(0, 4)) - Number(earlier.slice(0, 4));
}
