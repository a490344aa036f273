import { isSurelyAfter, spanOf } from './dates';
import { foldText } from './fold-text';
import { acts, type Pack, type Run, type Term } from './pack-schema';

/** One thing wrong in a pack: where, what, and what to do about it. */
export interface Problem {
  /** `term swarm`, `event e2014-orchard`, `chapter 3`: the caller knows the file of each */
  of: string;
  field: string;
  message: string;
  remedy: string;
}

/** Everything that a schema cannot see: names that lead nowhere, orders of time that cannot be, a surface claimed twice. */
export function checkPack(pack: Pack): Problem[] {
  return [...checkIds(pack), ...checkTerms(pack), ...checkSurfaces(pack), ...checkEvents(pack), ...checkCauses(pack), ...checkChapters(pack)];
}

function checkIds(pack: Pack): Problem[] {
  const problems: Problem[] = [];
  const report = (of: string, list: readonly { id: string }[]) => {
    const seen = new Set<string>();
    for (const { id } of list) {
      if (seen.has(id)) problems.push({ of: `${of} ${id}`, field: 'id', message: 'is there twice', remedy: 'give one of them another id' });
      seen.add(id);
    }
  };
  report('term', pack.terms);
  report('event', pack.events);
  report('paragraph', pack.chapters.flatMap((chapter) => chapter.paragraphs));
  return problems;
}

function checkTerms(pack: Pack): Problem[] {
  const terms = new Map(pack.terms.map((term) => [term.id, term]));
  const events = new Map(pack.events.map((event) => [event.id, event]));
  const lanes = new Set(pack.lanes.map((lane) => lane.id));
  return pack.terms.flatMap((term) => {
    const of = `term ${term.id}`;
    const problems: Problem[] = [];
    const say = (field: string, message: string, remedy: string) => problems.push({ of, field, message, remedy });
    if (!lanes.has(term.lane)) say('lane', `“${term.lane}” is no lane of the pack`, `use one of ${[...lanes].join(', ')}`);
    if (term.owner && !terms.has(term.owner)) say('owner', `there is no term “${term.owner}”`, 'name an existing term or leave it out');
    if (term.ended && isSurelyAfter(term.began.date, term.ended.date)) say('ended.date', `${term.ended.date} is before it began, ${term.began.date}`, 'mend one of the two dates');
    term.relations.forEach((relation, n) => {
      const field = `relations[${n}]`;
      const other = terms.get(relation.to);
      if (!other) return say(`${field}.to`, `there is no term “${relation.to}”`, 'name an existing term or drop the relation');
      if (relation.to === term.id) say(`${field}.to`, 'a term has no relation to itself', 'drop the relation');
      const event = relation.event === undefined ? undefined : events.get(relation.event);
      if (relation.event !== undefined && !event) say(`${field}.event`, `there is no event “${relation.event}”`, 'name an existing event, or add it to data/events');
      const isAct = (acts as readonly string[]).includes(relation.type);
      if (isAct && relation.event === undefined) say(`${field}.event`, `${relation.type} ${relation.to} is an act without its event`, 'name the event that shows it, or add it to data/events');
      if (isAct && event && !(event.terms.includes(term.id) || event.terms.includes(relation.to)))
        say(`${field}.event`, `event ${event.id} names neither ${term.id} nor ${relation.to}`, 'name both terms in the event');
      const actor = actorOf(relation.type, term, other);
      const day = relation.date ?? event?.date;
      if (actor?.ended && day && isSurelyAfter(day, actor.ended.date))
        say(`${field}.date`, `${actor.id} acts on ${day}, after its end on ${actor.ended.date}`, 'mend the date, or the end of the one who acts');
    });
    const known = new Set(Object.keys(term.sources));
    const named = [term.began, term.ended, term.then, term.now, ...term.dates, ...term.relations].flatMap((fact) => fact?.source ?? []);
    for (const key of new Set(named)) if (!known.has(key)) say('sources', `“${key}” is named as a source and not listed`, 'add it under sources');
    for (const key of known) if (!named.includes(key)) say(`sources.${key}`, 'no fact uses it', 'drop it, or name it where it is the receipt');
    for (const run of [...term.then.en, ...term.then.zh, ...term.now.en, ...term.now.zh]) problems.push(...checkRun(of, 'then/now', run, terms, events));
    return problems;
  });
}

/** Who did it: an act done by a company after its end is a wrong date somewhere. */
function actorOf(type: string, subject: Term, other: Term): Term | undefined {
  if (type === 'founded-by' || type === 'acquired-by' || type === 'created-by') return other;
  if (type === 'donated-to' || type === 'renamed-to') return subject;
  return undefined;
}

function checkSurfaces(pack: Pack): Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const term of pack.terms)
    term.surfaces.forEach((surface, n) => {
      const folded = foldText(surface.text);
      const owner = owners.get(folded);
      const field = `surfaces[${n}]`;
      if (owner === term.id) problems.push({ of: `term ${term.id}`, field, message: `“${surface.text}” is there twice (case and width are not looked at)`, remedy: 'drop one' });
      else if (owner) problems.push({ of: `term ${term.id}`, field, message: `“${surface.text}” belongs to ${owner}`, remedy: 'one surface belongs to one term: drop it from one of the two' });
      owners.set(folded, term.id);
    });
  return problems;
}

function checkEvents(pack: Pack): Problem[] {
  const terms = new Set(pack.terms.map((term) => term.id));
  const lanes = new Set(pack.lanes.map((lane) => lane.id));
  return pack.events.flatMap((event) => {
    const of = `event ${event.id}`;
    const problems: Problem[] = [];
    const say = (field: string, message: string, remedy: string) => problems.push({ of, field, message, remedy });
    if (!lanes.has(event.lane)) say('lane', `“${event.lane}” is no lane of the pack`, `use one of ${[...lanes].join(', ')}`);
    for (const term of event.terms) if (!terms.has(term)) say('terms', `there is no term “${term}”`, 'name an existing term');
    const known = new Set(Object.keys(event.sources));
    const named = [event, ...event.because].flatMap((fact) => fact.source);
    for (const key of new Set(named)) if (!known.has(key)) say('sources', `“${key}” is named as a source and not listed`, 'add it under sources');
    for (const key of known) if (!named.includes(key)) say(`sources.${key}`, 'nothing uses it', 'drop it, or name it where it is the receipt');
    return problems;
  });
}

function checkCauses(pack: Pack): Problem[] {
  const events = new Map(pack.events.map((event) => [event.id, event]));
  return pack.events.flatMap((event) =>
    event.because.flatMap(({ event: id }, n): Problem[] => {
      const at = { of: `event ${event.id}`, field: `because[${n}].event` };
      const cause = events.get(id);
      if (!cause) return [{ ...at, message: `there is no event “${id}”`, remedy: 'name an existing event' }];
      if (spanOf(cause.date).first > spanOf(event.date).last)
        return [{ ...at, message: `the cause ${id} (${cause.date}) is after its effect (${event.date})`, remedy: 'turn the two round, or mend a date' }];
      return id === event.id ? [{ ...at, message: 'an event is not its own cause', remedy: 'drop it' }] : [];
    }),
  );
}

function checkChapters(pack: Pack): Problem[] {
  const terms = new Map(pack.terms.map((term) => [term.id, term]));
  const events = new Map(pack.events.map((event) => [event.id, event]));
  return pack.chapters.flatMap((chapter) =>
    chapter.paragraphs.flatMap((paragraph) => {
      const of = `chapter ${chapter.number}`;
      const runs = [...paragraph.en, ...paragraph.zh, ...(paragraph.note?.en ?? []), ...(paragraph.note?.zh ?? [])];
      const problems = runs.flatMap((run) => checkRun(of, paragraph.id, run, terms, events));
      for (const language of ['en', 'zh'] as const)
        if (paragraph.note && !paragraph.note[language].some((run) => typeof run !== 'string' && 'url' in run))
          problems.push({ of, field: `${paragraph.id}, note (${language})`, message: 'an editor’s note without its source', remedy: 'link the source in the note' });
      return problems;
    }),
  );
}

function checkRun(of: string, field: string, run: Run, terms: ReadonlyMap<string, unknown>, events: ReadonlyMap<string, unknown>): Problem[] {
  if (typeof run === 'string') return [];
  if ('term' in run && !terms.has(run.term)) return [{ of, field, message: `“${run.text}” leads to “${run.term}”, which is no term`, remedy: 'name an existing term: [text](term:id)' }];
  if ('event' in run && !events.has(run.event)) return [{ of, field, message: `“${run.text}” leads to “${run.event}”, which is no event`, remedy: 'name an existing event: [text](event:id)' }];
  return [];
}
