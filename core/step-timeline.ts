import type { TimelineLayout } from './lay-out-timeline';

/** A place where the keyboard may stand: an event, or a count of events under the id of its first. */
export interface Stop {
  key: string;
  lane: number;
  x: number;
}

/** All stops in order of lanes, and of time within each. */
export function stopsOf({ lanes, marks, clusters }: TimelineLayout): Stop[] {
  const all = [
    ...marks.map((mark) => ({ key: mark.id, lane: mark.lane, x: mark.x })),
    ...clusters.map((cluster) => ({ key: cluster.events[0] ?? '', lane: cluster.lane, x: cluster.x })),
  ];
  return all
    .map(({ key, lane, x }) => ({ key, x, lane: lanes.findIndex(({ id }) => id === lane) }))
    .sort((a, b) => a.lane - b.lane || a.x - b.x);
}

/** Where a key leads: along the lane, to its ends, or to what lies nearest in time in the next lane that has anything. */
export function findStep({ stops, from, key }: { stops: readonly Stop[]; from: Stop; key: string }): Stop | undefined {
  const lane = stops.filter((stop) => stop.lane === from.lane);
  const at = lane.indexOf(from);
  if (key === 'ArrowRight') return lane[at + 1];
  if (key === 'ArrowLeft') return lane[at - 1];
  if (key === 'Home') return lane[0];
  if (key === 'End') return lane[lane.length - 1];
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  const beyond = stops.filter((stop) => (key === 'ArrowUp' ? stop.lane < from.lane : stop.lane > from.lane)).map((stop) => stop.lane);
  const next = key === 'ArrowUp' ? Math.max(...beyond) : Math.min(...beyond);
  const distance = (stop: Stop) => Math.abs(stop.x - from.x);
  return stops.filter((stop) => stop.lane === next).sort((a, b) => distance(a) - distance(b))[0];
}
