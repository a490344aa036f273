import { compareDates } from './dates';
import type { HistoryEvent, Pack } from './pack-schema';

/** What a timeline draws: the pack without its texts of chapters and terms. */
export interface Timeline {
  lanes: Pack['lanes'];
  events: HistoryEvent[];
  terms: Record<string, { en: string; zh: string }>;
  chapters: { number: number; title: { en: string; zh: string } }[];
  /** event id → the paragraph that tells of it */
  spots: Record<string, { chapter: number; paragraph: string }>;
}

export type How = HistoryEvent['because'][number]['how'];

/** One causal link: it leads from the earlier event to the later one. */
export interface Link {
  from: string;
  to: string;
  how: How;
}

export interface TimelineIndex {
  /** in order of time */
  events: readonly HistoryEvent[];
  byId: ReadonlyMap<string, HistoryEvent>;
  /** the links that end at an event and those that begin there, each in order of time; links to unknown events are left out */
  causesOf(event: string): readonly Link[];
  effectsOf(event: string): readonly Link[];
  /** in order of time */
  eventsOfTerm(term: string): readonly HistoryEvent[];
}

export function indexTimeline(timeline: Timeline): TimelineIndex {
  const events = [...timeline.events].sort((a, b) => compareDates(a.date, b.date));
  const byId = new Map(events.map((event) => [event.id, event]));
  const order = new Map(events.map((event, at) => [event.id, at]));
  const links = events.flatMap((event) =>
    event.because.filter((cause) => byId.has(cause.event)).map(({ event: from, how }): Link => ({ from, to: event.id, how })),
  );
  const inTime = (end: 'from' | 'to') => (a: Link, b: Link) => (order.get(a[end]) ?? 0) - (order.get(b[end]) ?? 0);
  return {
    events,
    byId,
    causesOf: (event) => links.filter((link) => link.to === event).sort(inTime('from')),
    effectsOf: (event) => links.filter((link) => link.from === event).sort(inTime('to')),
    eventsOfTerm: (term) => events.filter((event) => event.terms.includes(term)),
  };
}
