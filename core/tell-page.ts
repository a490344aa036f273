import { compareDates, isSurelyAfter, type KnownDate } from './dates';
import type { History } from './history';
import { type Distance, measureTime } from './measure-time';
import type { Fate, HistoryEvent, Term } from './pack-schema';

interface Both {
  en: string;
  zh: string;
}

/** What was true of a term on the day a page was written; `unknown` where the page does not say when that was. */
export type OnThatDay =
  | { kind: 'unknown' }
  | { kind: 'ahead'; ahead: Distance }
  | { kind: 'gone'; how: Fate; ago: Distance }
  | { kind: 'news'; label: Both; ago: Distance }
  | { kind: 'age'; age: Distance };

/** A term of the page that is being read, and its life. */
export interface PageTerm {
  /** its place in the pack's order */
  term: number;
  id: string;
  name: Both;
  identity: Both;
  lane: string;
  began: KnownDate;
  ended?: KnownDate | undefined;
  day: OnThatDay;
}

/** How far back a page's writer would still call something news, in years. */
const newsFor = 2;

/** The terms of a page by their places in the pack's order, each as it stood on the day the page was written; unknown ones are left out. */
export function tellPage({
  history,
  terms,
  date,
}: {
  history: History;
  terms: readonly number[];
  date?: KnownDate | undefined;
}): PageTerm[] {
  return terms.flatMap((place) => {
    const term = history.pack.terms[place];
    if (!term) return [];
    const { id, name, identity, lane, began, ended } = term;
    return [{ term: place, id, name, identity, lane, began: began.date, ended: ended?.date, day: tellDay({ history, term, date }) }];
  });
}

function tellDay({ history, term, date }: { history: History; term: Term; date: KnownDate | undefined }): OnThatDay {
  if (!date) return { kind: 'unknown' };
  const { began, ended } = term;
  if (isSurelyAfter(began.date, date)) return { kind: 'ahead', ahead: measureTime(date, began.date) };
  if (ended && isSurelyAfter(date, ended.date)) return { kind: 'gone', how: ended.how, ago: measureTime(ended.date, date) };
  const news = latest(history.eventsOf(term.id).filter((event) => isNews(event.date, date)));
  if (news) return { kind: 'news', label: news.label, ago: measureTime(news.date, date) };
  return { kind: 'age', age: measureTime(began.date, date) };
}

/** Before the page for sure, or on its very day; a month that the page lies in may have been after it. */
function isNews(event: KnownDate, page: KnownDate): boolean {
  if (event === page) return event.length === 10;
  return isSurelyAfter(page, event) && Number(page.slice(0, 4)) - Number(event.slice(0, 4)) < newsFor;
}

function latest(events: readonly HistoryEvent[]): HistoryEvent | undefined {
  return events.reduce<HistoryEvent | undefined>(
    (last, event) => (last && compareDates(last.date, event.date) > 0 ? last : event),
    undefined,
  );
}
