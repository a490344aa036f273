import { indexPack } from './check-runs';
import { checkSources } from './check-sources';
import { isSurelyAfter } from './dates';
import type { Pack } from './pack-schema';
import { createReport, type Problem } from './problem';
import { suggestId } from './suggest-id';

/** What an event says of itself: its lane, its terms, its sources. */
export function checkEvents(pack: Pack): Problem[] {
  const { terms } = indexPack(pack);
  const lanes = pack.lanes.map((lane) => lane.id);
  return pack.events.flatMap((event) => {
    const of = `event ${event.id}`;
    const { problems, say } = createReport(of);
    if (!lanes.includes(event.lane)) say('lane', `“${event.lane}” is no lane of the pack`, `use one of ${lanes.join(', ')}`);
    event.terms.forEach((id, n) => {
      if (!terms.has(id))
        say(
          `terms[${n}]`,
          `there is no term “${id}”`,
          `name an existing term${suggestId(id, terms.keys())}, or add it with \`npm run new -- term ${id}\``,
          `term ${id}`,
        );
      if (event.terms.indexOf(id) < n) say(`terms[${n}]`, `“${id}” is there twice`, 'drop one of the two');
    });
    const facts = [['', event], ...event.because.map((cause, n) => [`because[${n}]`, cause] as const)] as const;
    problems.push(...checkSources({ of, facts, sources: event.sources }));
    return problems;
  });
}

/** Causes are events, and none is later than its effect. */
export function checkCauses(pack: Pack): Problem[] {
  const { events } = indexPack(pack);
  return pack.events.flatMap((event) => {
    const { problems, say } = createReport(`event ${event.id}`);
    event.because.forEach(({ event: id }, n) => {
      const field = `because[${n}].event`;
      const cause = events.get(id);
      if (!cause)
        say(field, `there is no event “${id}”`, `name an existing event${suggestId(id, events.keys())} or drop the cause`, `event ${id}`);
      else if (id === event.id) say(field, 'an event is not its own cause', 'drop it');
      else if (isSurelyAfter(cause.date, event.date))
        say(
          field,
          `the cause ${id} (${cause.date}) is later than its effect (${event.date})`,
          'turn the two round, or mend one of the dates',
        );
    });
    return problems;
  });
}
