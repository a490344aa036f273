import type { EventFacts, EventOutline, Timeline } from './timeline';

/** An event with all that is told of it; the names of lanes and terms beside their ids. */
function describe(event: EventOutline, facts: EventFacts | undefined, { lanes, terms }: Timeline) {
  const { id, date, title, lane, kind, importance, chapter, because } = event;
  return {
    id,
    date,
    title,
    significance: facts?.significance,
    place: facts?.place,
    lane: { id: lane, ...lanes.find((one) => one.id === lane)?.name },
    kind,
    importance,
    chapter,
    terms: event.terms.map((term) => ({ id: term, ...terms[term] })),
    because,
    sources: facts?.sources.map(({ title, url }) => ({ title, url })) ?? [],
  };
}

export interface ExportRequest {
  timeline: Timeline;
  /** those that are shown, in order of time */
  events: readonly EventOutline[];
  facts: Readonly<Record<string, EventFacts>>;
}

/** Everything of the events that are shown. */
export function writeJson({ timeline, events, facts }: ExportRequest): string {
  return `${JSON.stringify({ events: events.map((event) => describe(event, facts[event.id], timeline)) }, null, 2)}\n`;
}

const columns = 'id,date,title_en,title_zh,significance_en,significance_zh,lane,kind,importance,chapter,terms,because,sources'.split(',');

/** One line an event, after RFC 4180; with a byte order mark, without which Excel reads Chinese wrongly. */
export function writeCsv({ timeline, events, facts }: ExportRequest): string {
  const rows = events.map((event) => {
    const { significance, lane, terms, because, sources, ...rest } = describe(event, facts[event.id], timeline);
    return [
      rest.id,
      rest.date,
      rest.title.en,
      rest.title.zh,
      significance?.en ?? '',
      significance?.zh ?? '',
      lane.id,
      rest.kind,
      String(rest.importance),
      rest.chapter,
      terms.map(({ id }) => id).join(' '),
      because.map(({ event, how }) => `${event} (${how})`).join('; '),
      sources.map(({ title, url }) => `${title} <${url}>`).join('; '),
    ];
  });
  return `\uFEFF${[columns, ...rows].map((cells) => cells.map(quote).join(',')).join('\r\n')}\r\n`;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
