import { compareDates } from './dates';
import type { HistoryEvent, Pack, Source } from './pack-schema';

/** What of an event is drawn, filtered and linked. */
export interface EventOutline
  extends Pick<HistoryEvent, 'id' | 'date' | 'title' | 'label' | 'terms' | 'chapter' | 'lane' | 'kind' | 'importance'> {
  because: Pick<HistoryEvent['because'][number], 'event' | 'how'>[];
}

/** What is told of an event once it is chosen, and in an export. */
export interface EventFacts extends Pick<HistoryEvent, 'significance' | 'place'> {
  sources: Source[];
  /** where errors are reported */
  reports?: string | undefined;
  /** the paragraph that tells of it */
  spot?: { chapter: number; paragraph: string } | undefined;
}

/** What a timeline draws: the pack without its texts. */
export interface Timeline {
  lanes: Pack['lanes'];
  events: EventOutline[];
  terms: Record<string, { en: string; zh: string }>;
  chapters: { number: number; title: { en: string; zh: string } }[];
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
  events: readonly EventOutline[];
  byId: ReadonlyMap<string, EventOutline>;
  /** the links that end at an event and those that begin there, each in order of time; links to unknown events are left out */
  causesOf(event: string): readonly Link[];
  effectsOf(event: string): readonly Link[];
  /** in order of time */
  eventsOfTerm(term: string): readonly EventOutline[];
}

export function indexTimeline(timeline: Timeline): TimelineIndex {
  const events = [...timeline.events].sort((a, b) => compareDates(a.date, b.date));
  const byId = new Map(events.map((event) => [event.id, event]));
  const order = new Map(events.map((event, at) => [event.id, at]));
  const causes = new Map<string, Link[]>();
  const effects = new Map<string, Link[]>();
  for (const event of events)
    for (const { event: from, how } of event.because) {
      if (!byId.has(from)) continue;
      const link = { from, to: event.id, how };
      causes.set(event.id, [...(causes.get(event.id) ?? []), link]);
      effects.set(from, [...(effects.get(from) ?? []), link]);
    }
  const inTime = (links: readonly Link[], end: 'from' | 'to') =>
    [...links].sort((a, b) => (order.get(a[end]) ?? 0) - (order.get(b[end]) ?? 0));
  return {
    events,
    byId,
    causesOf: (event) => inTime(causes.get(event) ?? [], 'from'),
    effectsOf: (event) => inTime(effects.get(event) ?? [], 'to'),
    eventsOfTerm: (term) => events.filter((event) => event.terms.includes(term)),
  };
}
