import type { EventOutline } from './timeline';

/** What a timeline is narrowed to. An empty list lets all pass; years are whole, both ends are in. */
export interface Filters {
  chapters: readonly number[];
  lanes: readonly string[];
  kinds: readonly string[];
  /** 1: all; 2: notable events and turning points; 3: turning points */
  least: 1 | 2 | 3;
  from?: number | undefined;
  to?: number | undefined;
}

export const noFilters: Filters = { chapters: [], lanes: [], kinds: [], least: 1 };

/** A filter by itself, as a chip shows and removes it. */
export type OneFilter =
  | { by: 'chapter'; number: number }
  | { by: 'lane'; id: string }
  | { by: 'kind'; id: string }
  | { by: 'least'; least: 2 | 3 }
  | { by: 'years'; from?: number | undefined; to?: number | undefined };

export function passes({ chapters, lanes, kinds, least, from, to }: Filters, event: EventOutline): boolean {
  const year = Number(event.date.slice(0, 4));
  return (
    event.importance >= least &&
    (chapters.length === 0 || chapters.some((number) => String(number) === event.chapter)) &&
    (lanes.length === 0 || lanes.includes(event.lane)) &&
    (kinds.length === 0 || kinds.includes(event.kind)) &&
    (from === undefined || year >= from) &&
    (to === undefined || year <= to)
  );
}

/** Every filter that is on, in the order of the chips. */
export function listFilters({ chapters, lanes, kinds, least, from, to }: Filters): OneFilter[] {
  return [
    ...chapters.map((number) => ({ by: 'chapter' as const, number })),
    ...lanes.map((id) => ({ by: 'lane' as const, id })),
    ...kinds.map((id) => ({ by: 'kind' as const, id })),
    ...(least > 1 ? [{ by: 'least' as const, least: least as 2 | 3 }] : []),
    ...(from !== undefined || to !== undefined ? [{ by: 'years' as const, from, to }] : []),
  ];
}

/** Puts a filter on, or takes it off where it is on. Years the wrong way round are turned. */
export function toggleFilter(filters: Filters, one: OneFilter): Filters {
  switch (one.by) {
    case 'chapter':
      return { ...filters, chapters: toggle(filters.chapters, one.number).sort((a, b) => a - b) };
    case 'lane':
      return { ...filters, lanes: toggle(filters.lanes, one.id) };
    case 'kind':
      return { ...filters, kinds: toggle(filters.kinds, one.id) };
    case 'least':
      return { ...filters, least: filters.least === one.least ? 1 : one.least };
    case 'years':
      return filters.from === one.from && filters.to === one.to
        ? { ...filters, from: undefined, to: undefined }
        : betweenYears(filters, one);
  }
}

export function betweenYears(filters: Filters, { from, to }: { from?: number | undefined; to?: number | undefined }): Filters {
  return from !== undefined && to !== undefined && from > to ? { ...filters, from: to, to: from } : { ...filters, from, to };
}

function toggle<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
