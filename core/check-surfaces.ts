import { foldText } from './fold-text';
import type { Pack, Surface } from './pack-schema';
import type { Problem } from './problem';

/** All spellings by which a surface will be marked: itself, and what the build adds. */
export type Speller = (text: string) => readonly string[];

/** One surface belongs to one term, in every spelling; case, width and spaces beside Han are not looked at. */
export function checkSurfaces(pack: Pack, spell: Speller): Problem[] {
  const owners = new Map<string, { term: string; surface: Surface }>();
  return pack.terms.flatMap((term) =>
    term.surfaces.flatMap((surface, n): Problem[] => {
      const { text } = surface;
      const at = { of: `term ${term.id}`, field: `surfaces[${n}]` };
      const spellings = new Set(spell(text).map(foldText));
      const owner = [...spellings].map((spelling) => owners.get(spelling)).find((found) => found !== undefined);
      for (const spelling of spellings) if (!owners.has(spelling)) owners.set(spelling, { term: term.id, surface });
      if (!owner) return [];
      if (owner.term !== term.id)
        return [
          {
            ...at,
            message: `“${text}” is claimed by ${owner.term} too${owner.surface.text === text ? '' : `, as “${owner.surface.text}”`}`,
            remedy: `one surface belongs to one term: drop it here or in data/terms/${owner.term}.yaml`,
          },
        ];
      // a traditional spelling may be listed beside the simplified one it is made from: only what is the same as written is idle
      if (foldText(owner.surface.text) !== foldText(text) || isOtherCase(owner.surface, surface)) return [];
      return [{ ...at, message: `“${text}” is there twice (case and width are not looked at)`, remedy: 'drop one of the two' }];
    }),
  );
}

/** Docker in capitals and docker as written may be told apart: the same letters, but no text is both. */
export function isOtherCase(one: Surface, other: Surface): boolean {
  const cases = [one, other].map((surface) => surface.case ?? 'any');
  const lower = [one, other].find((surface) => surface.case === 'exact')?.text;
  return cases.includes('capital') && lower !== undefined && lower.charAt(0) === lower.charAt(0).toLowerCase();
}
