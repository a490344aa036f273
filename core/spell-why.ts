import type { Strings } from './strings/en';
import type { Why } from './tell-why';

/** The reasons of a decision as sentences. */
export function spellWhy({ why, nameOf, words }: { why: Why | undefined; nameOf: (term: number) => string; words: Strings }): string {
  const { senses, comma } = words;
  if (!why) return '';
  if (why.kind === 'against') return why.near.length > 0 ? senses.against(why.near.join(comma)) : senses.thin;
  if (why.kind !== 'evidence') return senses[why.kind];
  const sentences = [
    ...(why.near.length > 0 ? [senses.near(why.near.join(comma))] : []),
    ...(why.title.length > 0 ? [senses.inTitle(why.title.join(comma))] : []),
    ...(why.terms.length > 0 ? [senses.onPage(why.terms.map(nameOf).join(comma))] : []),
  ];
  return sentences.length > 0 ? sentences.join(words.sentenceGap) : senses.faint;
}
