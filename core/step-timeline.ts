import type { TimelineLayout } from './lay-out-timeline';

/** A place where the keyboard may stand: an event, or a count of events under the id of its first. */
export interface Stop {
  key: string;
  lane: number;
  x: number;
}

/** All stops in order of lanes, and of time within each. */
export function stopsOf({ lanes, marks, clusters }: TimelineLayout): Stop[] {
  const order = new Map(lanes.map(({ id }, at) => [id, at]));
  const at = (lane: string) => order.get(lane) ?? -1;
  const all = [
    ...marks.map(({ id, lane, x }) => ({ key: id, x, lane: at(lane) })),
    ...clusters.map(({ events, lane, x }) => ({ key: events[0] ?? '', x, lane: at(lane) })),
  ];
  return all.sort((a, b) => a.lane - b.lane || a.x - b.x);
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
