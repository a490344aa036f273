import { readFields, writeFields } from './hash-fields';

/** What of a timeline's state stands in the address: `#event=ID`, `#term=ID`, `#q=TEXT`, and the list and the filters where they are on. */
export interface TimelineState {
  event?: string | undefined;
  term?: string | undefined;
  query?: string | undefined;
  isList?: boolean | undefined;
  chapters?: readonly number[] | undefined;
  isTurning?: boolean | undefined;
}

export function readTimelineHash(hash: string): TimelineState {
  const fields = readFields(hash);
  const chapters = (fields.get('chapter') ?? '')
    .split(',')
    .map(Number)
    .filter((number) => Number.isInteger(number) && number > 0);
  return {
    event: fields.get('event') || undefined,
    term: fields.get('term') || undefined,
    query: fields.get('q') || undefined,
    isList: fields.get('view') === 'list',
    chapters,
    isTurning: fields.get('only') === 'turning',
  };
}

/** With its `#`, or empty where there is nothing to say. */
export function writeTimelineHash({ event, term, query, isList, chapters = [], isTurning }: TimelineState): string {
  const fields = new Map<string, string>();
  if (event) fields.set('event', event);
  else if (term) fields.set('term', term);
  if (query) fields.set('q', query);
  if (isList) fields.set('view', 'list');
  if (chapters.length > 0) fields.set('chapter', chapters.join(','));
  if (isTurning) fields.set('only', 'turning');
  return writeFields(fields);
}
