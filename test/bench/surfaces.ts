import { join } from 'node:path';
import { type SurfaceTable, sign } from '../../core/find-terms';
import { compileSurfaces } from '../../modules/pack/compile-surfaces';
import { readData } from '../../modules/pack/read-data';

/** The table that the build puts into the injected script. */
export function surfaceTable(): SurfaceTable {
  return compileSurfaces(readData(join(import.meta.dirname, '../../data')).pack);
}

/** The spellings that can mean nothing but their term. */
export function listSureSpellings(table: SurfaceTable): string[] {
  return listCells(table)
    .filter(({ signs }) => !signs.includes(sign.unsure))
    .map(({ spelling }) => spelling);
}

/** All spellings as one regular expression, for finders that take one: the longest first, at the edges of words where a script has them. */
export function compileRegExp(table: SurfaceTable): RegExp {
  const spellings = listCells(table)
    .map(({ spelling }) => spelling)
    .sort((a, b) => b.length - a.length);
  const quote = (spelling: string) => spelling.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const isHan = (spelling: string) => /\p{Script=Han}/u.test(spelling);
  const words = spellings.filter((spelling) => !isHan(spelling)).map(quote);
  const han = spellings.filter(isHan).map(quote);
  return new RegExp(`(?<!\\w)(?:${words.join('|')})(?!\\w)${han.length > 0 ? `|${han.join('|')}` : ''}`, 'gi');
}

function listCells(table: SurfaceTable): { signs: string; spelling: string }[] {
  return table.split(/[\n\t]/).flatMap((cell) => {
    const [, signs = '', spelling = ''] = /^([?^=]*)(.*)$/.exec(cell) ?? [];
    return spelling ? [{ signs, spelling }] : [];
  });
}
