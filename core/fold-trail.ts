/** A step of the way down through cards: how many cards lie under it, or a gap in which steps are not shown. */
export type Crumb = { kind: 'step'; depth: number } | { kind: 'gap' };

const wholeUpTo = 4;

/** The steps of a trail of `length` cards, the open one among them: over four, the first, a gap and the last two. */
export function foldTrail(length: number): Crumb[] {
  const steps = Array.from({ length }, (_, depth): Crumb => ({ kind: 'step', depth }));
  return length > wholeUpTo ? [...steps.slice(0, 1), { kind: 'gap' }, ...steps.slice(-2)] : steps;
}
