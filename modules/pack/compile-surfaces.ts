import * as OpenCC from 'opencc-js';
import { isOtherCase } from '../../core/check-surfaces';
import { type SurfaceTable, sign } from '../../core/find-terms';
import { foldText, tidyText } from '../../core/fold-text';
import type { Pack, Surface } from '../../core/pack-schema';

const toTraditional = ['tw', 'hk', 't'].map((to) => OpenCC.Converter({ from: 'cn', to: to as 'tw' }));

/**
 * All surfaces as the matcher wants them, with the traditional spellings (Taiwan, Hong Kong, plain) of the Chinese ones.
 * @throws when two terms meet in one spelling: `checkPack` names the file, so it runs first.
 */
export function compileSurfaces(pack: Pack): SurfaceTable {
  const owners = new Map<string, Owner>();
  const lines = pack.terms.map((term) => {
    const cells = new Set<string>();
    for (const surface of term.surfaces)
      for (const spelling of spellingsOf(surface.text)) {
        const folded = foldText(spelling);
        const owner = owners.get(folded);
        if (owner?.term === term.id && !isOtherCase(owner.surface, surface)) continue;
        if (owner && owner.term !== term.id) throw new Error(`“${spelling}” belongs to ${owner.term} and to ${term.id}`);
        owners.set(folded, { term: term.id, surface });
        cells.add(signsOf(surface) + (surface.case === 'exact' ? tidyText(surface.text) : folded));
      }
    return [...cells].join('\t');
  });
  return lines.join('\n');
}

interface Owner {
  term: string;
  surface: Surface;
}

function signsOf(surface: Surface): string {
  const rule = surface.case === 'exact' ? sign.exact : surface.case === 'capital' ? sign.capital : '';
  return (surface.unsure ? sign.unsure : '') + rule;
}

/** A surface and, where it is Chinese, its traditional spellings. */
export function spellingsOf(text: string): string[] {
  return /\p{Script=Han}/u.test(text) ? [...new Set([text, ...toTraditional.map((convert) => convert(text))])] : [text];
}
