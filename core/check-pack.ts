import { checkChapters } from './check-chapters';
import { checkCauses, checkEvents } from './check-events';
import { checkLengths } from './check-lengths';
import { checkRelations } from './check-relations';
import { checkSurfaces, type Speller } from './check-surfaces';
import { checkTerms } from './check-terms';
import type { Pack } from './pack-schema';
import type { Problem } from './problem';

/**
 * Everything that a schema cannot see: names that lead nowhere, orders of time that cannot be, a surface claimed twice, a text too long
 * for its place. `spell` gives all spellings of a surface that will be marked; the build adds the traditional ones.
 */
export function checkPack(pack: Pack, spell: Speller = (text) => [text]): Problem[] {
  return [
    ...checkIds(pack),
    ...checkTerms(pack),
    ...checkRelations(pack),
    ...checkSurfaces(pack, spell),
    ...checkEvents(pack),
    ...checkCauses(pack),
    ...checkChapters(pack),
    ...checkLengths(pack),
  ];
}

function checkIds(pack: Pack): Problem[] {
  const paragraphs = pack.chapters.flatMap(({ number, paragraphs }) =>
    paragraphs.map(({ id }) => ({ id, of: `chapter ${number}`, field: id, what: 'paragraph' })),
  );
  return [
    ...findTwice(pack.lanes.map(({ id }, n) => ({ id, of: 'pack', field: `lanes[${n}].id`, what: 'lane' }))),
    ...findTwice(pack.terms.map(({ id }) => ({ id, of: `term ${id}`, field: 'id', what: 'term' }))),
    ...findTwice(pack.events.map(({ id }) => ({ id, of: `event ${id}`, field: 'id', what: 'event' }))),
    ...findTwice(paragraphs),
  ];
}

function findTwice(list: readonly { id: string; of: string; field: string; what: string }[]): Problem[] {
  const seen = new Set<string>();
  return list.flatMap(({ id, of, field, what }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ of, field, message: `there are two ${what}s called “${id}”`, remedy: 'give one of them another id' }];
  });
}
