import { indexPack, type PackIndex } from './check-runs';
import { isSurelyAfter, type KnownDate } from './dates';
import { acts, type HistoryEvent, type Pack, type RelationType, type Term } from './pack-schema';
import { createReport, type Problem } from './problem';
import { suggestId } from './suggest-id';

type Relation = Term['relations'][number];

/** Relations lead to a term, an act has its event, nobody acts before their beginning or after their end, and a date agrees with its event's. */
export function checkRelations(pack: Pack): Problem[] {
  const index = indexPack(pack);
  return pack.terms.flatMap((term) =>
    term.relations.flatMap((relation, n) => checkRelation({ term, relation, field: `relations[${n}]`, index })),
  );
}

function checkRelation({ term, relation, field, index }: { term: Term; relation: Relation; field: string; index: PackIndex }): Problem[] {
  const { problems, say } = createReport(`term ${term.id}`);
  const other = index.terms.get(relation.to);
  const event = relation.event === undefined ? undefined : index.events.get(relation.event);
  if (!other)
    say(
      `${field}.to`,
      `${relation.type} leads to the term “${relation.to}”, and there is none`,
      `name an existing term${suggestId(relation.to, index.terms.keys())} or drop the relation`,
      `term ${relation.to}`,
    );
  if (relation.to === term.id) say(`${field}.to`, 'a term has no relation to itself', 'drop the relation');
  if (relation.event !== undefined && !event)
    say(
      `${field}.event`,
      `there is no event “${relation.event}”`,
      `name an existing event${suggestId(relation.event, index.events.keys())}, or add it with \`npm run new -- event\``,
      `event ${relation.event}`,
    );
  if (isAct(relation.type) && relation.event === undefined)
    say(
      field,
      `“${relation.type} ${relation.to}” is something done on a day, and names no event`,
      'add event: with the id of the one that shows it, or add that event to data/events',
    );
  if (event && other) checkEventOf({ term, relation, event, field, say });
  const actor = other && actorOf(relation.type, term, other);
  const day = relation.date ?? event?.date;
  if (actor?.ended && day !== undefined && isSurelyAfter(day, actor.ended.date))
    say(
      relation.date === undefined ? `${field}.event` : `${field}.date`,
      `${actor.id} acts here on ${day}, after its end on ${actor.ended.date}`,
      `mend the date, or the end of ${actor.id} in data/terms/${actor.id}.yaml`,
    );
  if (actor && day !== undefined && isSurelyAfter(actor.began.date, day))
    say(
      relation.date === undefined ? `${field}.event` : `${field}.date`,
      `${actor.id} acts here on ${day}, before its beginning on ${actor.began.date}`,
      `mend the date, or the beginning of ${actor.id} in data/terms/${actor.id}.yaml`,
    );
  return problems;
}

function checkEventOf({
  term,
  relation,
  event,
  field,
  say,
}: {
  term: Term;
  relation: Relation;
  event: HistoryEvent;
  field: string;
  say(field: string, message: string, remedy: string): void;
}): void {
  const unnamed = [term.id, relation.to].filter((id) => !event.terms.includes(id));
  if (isAct(relation.type) && unnamed.length > 0)
    say(
      `${field}.event`,
      `the event ${event.id} does not name ${unnamed.join(' and ')}`,
      `add ${unnamed.join(', ')} to the terms of ${event.id}, or name the event that shows this`,
    );
  if (relation.date !== undefined && !mayBeSame(relation.date, event.date))
    say(`${field}.date`, `${relation.date} is not the date of ${event.id}, ${event.date}`, 'leave the date out, or mend one of the two');
}

function isAct(type: RelationType): boolean {
  return (acts as readonly string[]).includes(type);
}

function mayBeSame(a: KnownDate, b: KnownDate): boolean {
  return !isSurelyAfter(a, b) && !isSurelyAfter(b, a);
}

/** Who did it: something done by a company after its end is a wrong date somewhere. Of the others nobody acts, or both do for a while. */
function actorOf(type: RelationType, subject: Term, other: Term): Term | undefined {
  switch (type) {
    case 'founded-by':
    case 'acquired-by':
    case 'created-by':
    case 'maintained-by':
    case 'organised-by':
    case 'standardised-by':
      return other;
    case 'donated-to':
    case 'renamed-to':
    case 'merged-into':
    case 'integrated-into':
    case 'member-of':
    case 'uses':
    case 'implements':
    case 'competes-with':
      return subject;
    default:
      return undefined;
  }
}
