import type { HistoryEvent, Pack, Run, Term } from './pack-schema';
import type { Problem } from './problem';
import { suggestId } from './suggest-id';

/** What a name in a pack may lead to. */
export interface PackIndex {
  terms: ReadonlyMap<string, Term>;
  events: ReadonlyMap<string, HistoryEvent>;
}

export function indexPack(pack: Pack): PackIndex {
  return {
    terms: new Map(pack.terms.map((term) => [term.id, term])),
    events: new Map(pack.events.map((event) => [event.id, event])),
  };
}

/** Links in running text lead to terms and events that exist. */
export function checkRuns({ of, field, runs, index }: { of: string; field: string; runs: readonly Run[]; index: PackIndex }): Problem[] {
  return runs.flatMap((run): Problem[] => {
    if (typeof run === 'string') return [];
    if ('term' in run && !index.terms.has(run.term))
      return [deadLink({ of, field, kind: 'term', text: run.text, id: run.term, known: index.terms.keys() })];
    if ('event' in run && !index.events.has(run.event))
      return [deadLink({ of, field, kind: 'event', text: run.text, id: run.event, known: index.events.keys() })];
    return [];
  });
}

function deadLink({
  of,
  field,
  kind,
  text,
  id,
  known,
}: {
  of: string;
  field: string;
  kind: string;
  text: string;
  id: string;
  known: Iterable<string>;
}): Problem {
  return {
    of,
    field,
    message: `the link “${text}” leads to the ${kind} “${id}”, and there is none`,
    remedy: `name an existing ${kind}${suggestId(id, known)} as in [${text}](${kind}:id), or write it without a link`,
    missing: `${kind} ${id}`,
  };
}
