import { foldText } from './fold-text';
import type { Pack } from './pack-schema';
import type { Problem } from './problem';

/** All spellings by which a surface will be marked: itself, and what the build adds. */
export type Speller = (text: string) => readonly string[];

/** One surface belongs to one term, in every spelling; case, width and spaces beside Han are not looked at. */
export function checkSurfaces(pack: Pack, spell: Speller): Problem[] {
  const owners = new Map<string, { term: string; text: string }>();
  return pack.terms.flatMap((term) =>
    term.surfaces.flatMap(({ text }, n): Problem[] => {
      const at = { of: `term ${term.id}`, field: `surfaces[${n}]` };
      const spellings = new Set(spell(text).map(foldText));
      const owner = [...spellings].map((spelling) => owners.get(spelling)).find((found) => found !== undefined);
      for (const spelling of spellings) if (!owners.has(spelling)) owners.set(spelling, { term: term.id, text });
      if (!owner) return [];
      if (owner.term !== term.id)
        return [
          {
            ...at,
            message: `“${text}” is claimed by ${owner.term} too${owner.text === text ? '' : `, as “${owner.text}”`}`,
            remedy: `one surface belongs to one term: drop it here or in data/terms/${owner.term}.yaml`,
          },
        ];
      // a traditional spelling may be listed beside the simplified one it is made from: only what is the same as written is idle
      if (foldText(owner.text) !== foldText(text)) return [];
      return [{ ...at, message: `“${text}” is there twice (case and width are not looked at)`, remedy: 'drop one of the two' }];
    }),
  );
}
