import { checkRuns, indexPack, type PackIndex } from './check-runs';
import { checkSources } from './check-sources';
import { isSurelyAfter } from './dates';
import type { Pack, Term } from './pack-schema';
import { createReport, type Problem } from './problem';
import { suggestId } from './suggest-id';

/** What a term says of itself: its lane, its owner, its dates, its sources, the links in its texts. */
export function checkTerms(pack: Pack): Problem[] {
  const index = indexPack(pack);
  const lanes = pack.lanes.map((lane) => lane.id);
  return pack.terms.flatMap((term) => checkTerm(term, index, lanes));
}

function checkTerm(term: Term, index: PackIndex, lanes: readonly string[]): Problem[] {
  const of = `term ${term.id}`;
  const { problems, say } = createReport(of);
  if (!lanes.includes(term.lane)) say('lane', `“${term.lane}” is no lane of the pack`, `use one of ${lanes.join(', ')}`);
  if (term.owner !== undefined && !index.terms.has(term.owner))
    say(
      'owner',
      `there is no term “${term.owner}”`,
      `name an existing term${suggestId(term.owner, index.terms.keys())} or leave the owner out`,
      `term ${term.owner}`,
    );
  if (term.ended && isSurelyAfter(term.began.date, term.ended.date))
    say('ended.date', `it ends on ${term.ended.date} and begins later, on ${term.began.date}`, 'mend one of the two dates');
  for (const depth of ['then', 'now'] as const)
    for (const language of ['en', 'zh'] as const)
      problems.push(...checkRuns({ of, field: `${depth}.${language}`, runs: term[depth][language], index }));
  const facts = [
    ['began', term.began],
    ['ended', term.ended],
    ['then', term.then],
    ['now', term.now],
    ...term.dates.map((fact, n) => [`dates[${n}]`, fact] as const),
    ...term.relations.map((fact, n) => [`relations[${n}]`, fact] as const),
  ] as const;
  problems.push(...checkSources({ of, facts, sources: term.sources }));
  return problems;
}
