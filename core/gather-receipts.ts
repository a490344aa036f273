import { compareDates, type KnownDate } from './dates';
import type { History } from './history';
import type { Source } from './pack-schema';

/** What a paragraph tells of, and where that is known from: an event, or a term by its beginning. */
export interface Receipt {
  kind: 'event' | 'term';
  id: string;
  date: KnownDate;
  name: { en: string; zh: string };
  sources: Source[];
}

/**
 * The receipts of a paragraph in order of time: of its events, and of the terms that none of these events is about. Empty for a paragraph that
 * tells of neither, or that is not there.
 */
export function gatherReceipts({ pack, events, terms }: History, paragraph: string): Receipt[] {
  const found = pack.chapters.flatMap(({ paragraphs }) => paragraphs).find(({ id }) => id === paragraph);
  const runs = found ? [...found.en, ...found.zh] : [];
  const told = new Set(runs.flatMap((run) => (typeof run === 'object' && 'event' in run ? [run.event] : [])));
  const named = new Set(runs.flatMap((run) => (typeof run === 'object' && 'term' in run ? [run.term] : [])));
  const ofEvents = [...told].flatMap((id): Receipt[] => {
    const event = events.get(id);
    for (const term of event?.terms ?? []) named.delete(term);
    return event
      ? [{ kind: 'event', id, date: event.date as KnownDate, name: event.label, sources: pick(event.sources, event.source) }]
      : [];
  });
  const ofTerms = [...named].flatMap((id): Receipt[] => {
    const term = terms.get(id);
    const began = term?.began;
    return term && began
      ? [{ kind: 'term', id, date: began.date as KnownDate, name: term.name, sources: pick(term.sources, began.source) }]
      : [];
  });
  return [...ofEvents, ...ofTerms].sort((a, b) => compareDates(a.date, b.date));
}

function pick(sources: Readonly<Record<string, Source>>, keys: readonly string[]): Source[] {
  return keys.flatMap((key) => sources[key] ?? []);
}
