import { foldText } from './fold-text';
import type { Pack } from './pack-schema';

/**
 * A text that spells a term only as an everyday word may mean something else: then the terms whose spelling it is a part of (swarm: swarm
 * mode) are told too, at most two. Undefined for a spelling that can mean nothing else, and for a text that is no spelling.
 */
export function findDoubt(pack: Pack, { text, term }: { text: string; term: string }): { others: string[] } | undefined {
  const folded = foldText(text.trim());
  const spellings = pack.terms.find(({ id }) => id === term)?.surfaces.filter((surface) => foldText(surface.text) === folded) ?? [];
  const own = spellings.find((surface) => surface.text === text.trim()) ?? spellings[0];
  if (!own?.unsure) return undefined;
  const words = folded.split(' ');
  const holds = (spelling: string) => {
    const other = foldText(spelling).split(' ');
    return other.length > words.length && words.every((word, at) => other[at] === word);
  };
  const others = pack.terms.filter(({ id, surfaces }) => id !== term && surfaces.some((surface) => holds(surface.text)));
  return { others: others.slice(0, 2).map(({ id }) => id) };
}
