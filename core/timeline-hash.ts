import { type Filters, noFilters } from './filter-events';
import { readFields, writeFields } from './hash-fields';

/** The ends of a path as they are named in the address: ids of events or terms; one may still be missing. */
export interface PathEnds {
  from?: string | undefined;
  to?: string | undefined;
}

/**
 * What of a timeline's state stands in the address: `#event=ID`, `#term=ID`, `#q=TEXT`, `#path=A..B`; the view and the filters where
 * they are on; `zoom` and the year in the middle of the view, `at`, where it is not the whole story.
 */
export interface TimelineState {
  event?: string | undefined;
  term?: string | undefined;
  query?: string | undefined;
  path?: PathEnds | undefined;
  /** the list, or the popup's view of the page that is being read; else the picture */
  view?: 'list' | 'page' | undefined;
  filters?: Filters | undefined;
  zoom?: number | undefined;
  at?: number | undefined;
}

export function readTimelineHash(hash: string): TimelineState {
  const fields = readFields(hash);
  const list = (name: string) => (fields.get(name) ?? '').split(',').filter(Boolean);
  const [path, zoom, at] = [fields.get('path')?.split('..'), Number(fields.get('zoom')), Number(fields.get('at'))];
  const years = /^(\d{4})?-(\d{4})?$/.exec(fields.get('years') ?? '');
  return {
    event: fields.get('event') || undefined,
    term: fields.get('term') || undefined,
    query: fields.get('q') || undefined,
    path: path && { from: path[0] || undefined, to: path[1] || undefined },
    view: (['list', 'page'] as const).find((view) => view === fields.get('view')),
    filters: {
      chapters: list('chapter')
        .map(Number)
        .filter((number) => Number.isInteger(number) && number > 0),
      lanes: list('lane'),
      kinds: list('kind'),
      least: fields.get('only') === 'turning' ? 3 : fields.get('only') === 'notable' ? 2 : 1,
      from: years?.[1] ? Number(years[1]) : undefined,
      to: years?.[2] ? Number(years[2]) : undefined,
    },
    zoom: Number.isInteger(zoom) && zoom > 0 ? zoom : 0,
    at: at > 0 ? at : undefined,
  };
}

/** With its `#`, or empty where there is nothing to say. */
export function writeTimelineHash({ event, term, query, path, view, filters = noFilters, zoom, at }: TimelineState): string {
  const fields = new Map<string, string>();
  const { chapters, lanes, kinds, least, from, to } = filters;
  if (event) fields.set('event', event);
  else if (term) fields.set('term', term);
  if (query) fields.set('q', query);
  if (path) fields.set('path', `${path.from ?? ''}..${path.to ?? ''}`);
  if (view) fields.set('view', view);
  if (chapters.length > 0) fields.set('chapter', chapters.join(','));
  if (lanes.length > 0) fields.set('lane', lanes.join(','));
  if (kinds.length > 0) fields.set('kind', kinds.join(','));
  if (least > 1) fields.set('only', least === 3 ? 'turning' : 'notable');
  if (from !== undefined || to !== undefined) fields.set('years', `${from ?? ''}-${to ?? ''}`);
  if (zoom) fields.set('zoom', String(zoom));
  if (zoom && at !== undefined) fields.set('at', at.toFixed(2));
  return writeFields(fields);
}
