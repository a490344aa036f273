import { airOf, type Box, boxesOf, type DrawnEvent, groupNear, markGap, type Side } from './lane-boxes';
import { addTo, findTouching, isFree } from './row-boxes';

/** What lies in a row of a lane: one event, or several under one count. */
export interface Placed {
  events: readonly DrawnEvent[];
  row: number;
  left: number;
  width: number;
  /** where its label has room; undefined where it has none */
  side?: Side | undefined;
}

export interface PackedLane {
  rows: number;
  placed: readonly Placed[];
  /** how much is told, by labels and by dots of their own: lanes compete with it for rows */
  worth: number;
}

/** Which events may be counted together: those up to an importance, where their dots lie within so many pixels and their labels find no room. */
export interface Crowding {
  upTo: 1 | 2;
  within: number;
}

export interface LaneRequest {
  events: readonly DrawnEvent[];
  width: number;
  rows: number;
  crowding: Crowding;
  /** the chosen event, where it takes the first choice of a place */
  first?: string | undefined;
  /** events that are never counted together: the links of the chosen one */
  apart?: ReadonlySet<string> | undefined;
}

const worthOfLabel = { 3: 0, 2: 1, 1: 0.25 } as const;
const worthOfDot = { 3: 0, 2: 0.4, 1: 0.05 } as const;
/** Notable events that disappear in a count cost nearly what a name is worth: no lane may become a row of counts. */
const costOfHidden = { 3: 0, 2: 0.8, 1: 0.1 } as const;

/** A count of more than this says ever less of what it holds. */
const usualCount = 6;

/** A mark or a label in a row. Firm ones never give way. */
interface Entry extends Box {
  placed: Placed;
  kind: 'mark' | 'label';
  isFirm: boolean;
  /** may be counted together with its neighbours, where those find no room otherwise */
  isMinor: boolean;
}

/**
 * Puts the events of a lane into its rows: turning points with their labels first, then the notable ones with a label or without,
 * then the minor ones, alone or counted together. A label that fits nowhere is dropped, a dot never. Undefined where the rows do not suffice.
 */
export function packLane(request: LaneRequest): PackedLane | undefined {
  const { width, crowding } = request;
  const rows: Entry[][] = Array.from({ length: request.rows }, () => []);
  const rank = (event: DrawnEvent) =>
    event.id === request.first ? 4 : event.importance < 3 && request.apart?.has(event.id) ? 2.5 : event.importance;
  const bare: DrawnEvent[][] = [];
  const isMinor = (event: DrawnEvent) => rank(event) <= crowding.upTo;
  const put = (event: DrawnEvent) => putLabelled(rows, event, { isFirm: rank(event) >= 3, isMinor: isMinor(event) });
  const weighty = request.events.filter((event) => !isMinor(event)).sort((a, b) => rank(b) - rank(a) || a.left - b.left);
  for (const event of weighty) {
    if (put(event)) continue;
    // a label that is wider than the picture must not keep its dot out
    if (rank(event) >= 3 && putLabelled([[]], event, { isFirm: true, isMinor: false })) return undefined;
    bare.push([event]);
  }
  const minor = request.events.filter(isMinor).sort((a, b) => a.centre - b.centre);
  for (const group of groupNear(minor, crowding.within)) {
    const left = group.filter((event) => !put(event));
    if (left.length > 0) bare.push(left);
  }
  bare.sort((a, b) => (a[0]?.left ?? 0) - (b[0]?.left ?? 0));
  for (const group of bare) {
    if (putBare(rows, group, width)) continue;
    if (!group.every(isMinor) || !putWithNeighbours(rows, group, width)) return undefined;
  }

  const placed: Placed[] = [];
  for (const entries of rows) for (const entry of entries) if (entry.kind === 'mark') placed.push(entry.placed);
  return { rows: request.rows, placed, worth: placed.reduce((sum, one) => sum + worthIn(one), 0) };
}

function worthIn({ events, side }: Placed): number {
  const [event] = events;
  if (!event) return 0;
  if (events.length > 1) return -events.reduce((sum, hidden) => sum + costOfHidden[hidden.importance], 0) * (events.length / usualCount);
  return side ? worthOfLabel[event.importance] : worthOfDot[event.importance];
}

function putLabelled(rows: Entry[][], event: DrawnEvent, { isFirm, isMinor }: { isFirm: boolean; isMinor: boolean }): boolean {
  const gap = airOf(event);
  for (let row = 0; row < rows.length; row++) {
    const entries = rows[row] as Entry[];
    for (const spot of event.spots) {
      if (!isFree(entries, spot, gap)) continue;
      const placed = { events: [event], row, left: event.left, width: event.mark, side: spot.side };
      // written out: copying boxes by spreading them took half of the time of a picture with 2,000 events
      addTo(entries, { from: event.left, to: event.left + event.mark, placed, kind: 'mark', isFirm: true, isMinor });
      addTo(entries, { from: spot.label.from, to: spot.label.to, placed, kind: 'label', isFirm, isMinor });
      return true;
    }
  }
  return false;
}

/** Finds a row for a mark without a label; where there is none, the labels that matter least give way. */
function putBare(rows: Entry[][], group: readonly DrawnEvent[], width: number): boolean {
  let best: { cost: number; row: number; box: Box } | undefined;
  for (const box of boxesOf(group, width))
    for (const [row, entries] of rows.entries()) {
      const cost = costOf(entries, box);
      if (cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { cost, row, box };
    }
  const entries = best && rows[best.row];
  if (!best || !entries) return false;
  const { box, row } = best;
  const evicted = findTouching(entries, box, markGap);
  for (const { placed } of evicted) placed.side = undefined;
  const placed = { events: group, row, left: box.from, width: box.to - box.from };
  const kept = entries.filter((entry) => !evicted.includes(entry));
  addTo(kept, { from: box.from, to: box.to, placed, kind: 'mark', isFirm: true, isMinor: group.length > 1 });
  rows[row] = kept;
  return true;
}

/** Where the marks of minor neighbours fill every row, as many of them as stand in the way of a count are counted with it. */
function putWithNeighbours(rows: Entry[][], group: readonly DrawnEvent[], width: number): boolean {
  let best: { row: number; box: Box; taken: Set<Placed> } | undefined;
  for (const box of boxesOf(group, width, true))
    for (const [row, entries] of rows.entries()) {
      const inWay = findTouching(entries, box, markGap);
      if (inWay.some((entry) => entry.isFirm && !entry.isMinor)) continue;
      // one event by itself is no count
      if (group.length === 1 && !inWay.some((entry) => entry.isMinor)) continue;
      const taken = new Set(inWay.map((entry) => entry.placed));
      if (taken.size < (best?.taken.size ?? Number.POSITIVE_INFINITY)) best = { row, box, taken };
    }
  const entries = best && rows[best.row];
  if (!best || !entries) return false;
  const { row, box, taken } = best;
  // a label of weight gives way as it does to any mark; its own dot stays
  const counted = [...taken].filter((placed) => entries.some((entry) => entry.placed === placed && entry.isMinor));
  for (const placed of taken) if (!counted.includes(placed)) placed.side = undefined;
  const events = [...group, ...counted.flatMap((placed) => placed.events)];
  const kept = entries.filter((entry) => !counted.includes(entry.placed) && !(taken.has(entry.placed) && entry.kind === 'label'));
  const placed = { events, row, left: box.from, width: box.to - box.from };
  addTo(kept, { from: box.from, to: box.to, placed, kind: 'mark', isFirm: true, isMinor: true });
  rows[row] = kept;
  return true;
}

/** What a box would push out; infinite where that is firm. */
function costOf(entries: readonly Entry[], box: Box): number {
  let cost = 0;
  for (const entry of findTouching(entries, box, markGap)) {
    if (entry.isFirm) return Number.POSITIVE_INFINITY;
    cost += worthOfLabel[entry.placed.events[0]?.importance ?? 1];
  }
  return cost;
}
