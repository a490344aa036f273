import type { Link, TimelineIndex } from './timeline';

/** Links that lead from one event to another, each beginning where the one before ends. */
export type Path = readonly Link[];

/** Of two paths with as many steps the one with the stronger links is taken. */
const strength = { became: 2, 'made-possible': 1, 'in-answer-to': 0 } as const;

interface Walk {
  steps: number;
  strength: number;
  last: Link;
}

/**
 * How one event led to another along causes; undefined where it did not. Shortcuts are not taken: Borg made Kubernetes possible, but it
 * did so by way of Omega, and a link that leaves out what lies between tells less. Of the paths that remain the shortest one.
 */
export function findPath(index: TimelineIndex, from: string, to: string): Path | undefined {
  if (from === to || !index.byId.has(from) || !index.byId.has(to)) return undefined;
  const leading = reach([to], (event) => index.causesOf(event).map((link) => link.from));
  if (!leading.has(from)) return undefined;
  const linksOf = (event: string) => index.effectsOf(event).filter((link) => leading.has(link.to));
  const next = (event: string) => linksOf(event).map((link) => link.to);
  const isShortcut = (link: Link) =>
    reach(
      next(link.from).filter((event) => event !== link.to),
      (event) => (event === link.from ? [] : next(event)),
    ).has(link.to);

  const walks = new Map<string, Walk>();
  let front = [from];
  for (let steps = 1; front.length > 0 && !walks.has(to); steps++) {
    const reached = new Set<string>();
    for (const event of front)
      for (const link of linksOf(event)) {
        const best = walks.get(link.to);
        const walk = { steps, strength: (walks.get(event)?.strength ?? 0) + strength[link.how], last: link };
        if (link.to === from || (best && (best.steps < steps || best.strength >= walk.strength)) || isShortcut(link)) continue;
        walks.set(link.to, walk);
        reached.add(link.to);
      }
    front = [...reached];
  }
  const path: Link[] = [];
  for (let walk = walks.get(to); walk; walk = walk.last.from === from ? undefined : walks.get(walk.last.from)) path.unshift(walk.last);
  return path.length > 0 ? path : undefined;
}

/** The events that an end of a path may mean: the event itself, or those that are first of all about a term, in order of time. */
function eventsOfEnd(index: TimelineIndex, end: string): readonly string[] {
  const known = index.byId.get(end);
  if (known) return [known.id];
  const events = index.eventsOfTerm(end);
  const own = events.filter((event) => event.terms[0] === end);
  return (own.length > 0 ? own : events).map((event) => event.id);
}

/** The path between two ends, each an event or a term: of a term's events the earliest that lead there, or that are led to, count. */
export function findPathBetween(index: TimelineIndex, from: string, to: string): Path | undefined {
  for (const first of eventsOfEnd(index, from))
    for (const last of eventsOfEnd(index, to)) {
      const path = findPath(index, first, last);
      if (path) return path;
    }
  return undefined;
}

function reach(start: readonly string[], next: (event: string) => readonly string[]): Set<string> {
  const found = new Set(start);
  for (const event of found) for (const one of next(event)) found.add(one);
  return found;
}
