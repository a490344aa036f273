import type { History } from './history';
import type { Pack } from './pack-schema';
import type { EventFacts, Timeline } from './timeline';

/** What a timeline draws before anything is chosen: a quarter of the events' text, so that the popup can read it by itself. */
export function outlineTimeline({ lanes, events, terms, chapters }: Pack): Timeline {
  return {
    lanes,
    events: events.map(({ id, date, title, label, terms, chapter, lane, kind, importance, because }) => ({
      id,
      date,
      title,
      label,
      terms,
      chapter,
      lane,
      kind,
      importance,
      because: because.map(({ event, how }) => ({ event, how })),
    })),
    terms: Object.fromEntries(terms.map(({ id, name }) => [id, name])),
    chapters: chapters.map(({ number, title }) => ({ number, title })),
  };
}

/** The rest of each event, by its id. */
export function gatherFacts(history: History): Record<string, EventFacts> {
  return Object.fromEntries(
    history.pack.events.map(({ id, significance, place, sources }) => [
      id,
      { significance, place, sources: Object.values(sources), reports: history.pack.reports, spot: history.spotOfEvent(id) },
    ]),
  );
}
