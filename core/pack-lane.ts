import { airOf, type Box, boxesOf, type DrawnEvent, groupNear, markGap, type Side } from './lane-boxes';
import { addTo, findTouching, firstEndingAfter, isFree } from './row-boxes';

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

export interface LaneToPack {
  events: readonly DrawnEvent[];
  width: number;
  /** the chosen event, where it takes the first choice of a place */
  first?: string | undefined;
  /** events that are never counted together: the links of the chosen one */
  apart?: ReadonlySet<string> | undefined;
}

/** An event as it comes to its turn. Firm ones never give way; minor ones may be counted together. */
interface Turn {
  event: DrawnEvent;
  alone: readonly DrawnEvent[];
  isFirm: boolean;
  isMinor: boolean;
}

/** In which order the events of a lane come: the same in every try with one crowding, however many rows it has. */
export interface LaneOrder {
  width: number;
  weighty: readonly Turn[];
  /** the minor ones, those that lie near each other together */
  minor: readonly (readonly Turn[])[];
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

export function orderLane({ events, width, first, apart }: LaneToPack, crowding: Crowding): LaneOrder {
  const rank = (event: DrawnEvent) => (event.id === first ? 4 : event.importance < 3 && apart?.has(event.id) ? 2.5 : event.importance);
  const isMinor = (event: DrawnEvent) => rank(event) <= crowding.upTo;
  const turnOf = (event: DrawnEvent) => ({ event, alone: [event], isFirm: rank(event) >= 3, isMinor: isMinor(event) });
  const weighty = events.filter((event) => !isMinor(event)).sort((a, b) => rank(b) - rank(a) || a.left - b.left);
  const minor = events.filter(isMinor).sort((a, b) => a.centre - b.centre);
  return { width, weighty: weighty.map(turnOf), minor: groupNear(minor, crowding.within).map((group) => group.map(turnOf)) };
}

/**
 * Puts the events of a lane into its rows: turning points with their labels first, then the notable ones with a label or without,
 * then the minor ones, alone or counted together. A label that fits nowhere is dropped, a dot never. Undefined where the rows do not suffice.
 */
export function packLane({ width, weighty, minor }: LaneOrder, rowCount: number): PackedLane | undefined {
  const rows: Entry[][] = Array.from({ length: rowCount }, () => []);
  const bare: { events: readonly DrawnEvent[]; isMinor: boolean }[] = [];
  for (const turn of weighty) {
    if (putLabelled(rows, turn)) continue;
    // a label that is wider than the picture must not keep its dot out
    if (turn.isFirm && turn.event.spots.length > 0) return undefined;
    bare.push({ events: turn.alone, isMinor: false });
  }
  for (const group of minor) {
    let left: readonly DrawnEvent[] | undefined;
    for (const turn of group) if (!putLabelled(rows, turn)) left = left ? [...left, turn.event] : turn.alone;
    if (left) bare.push({ events: left, isMinor: true });
  }
  bare.sort((a, b) => (a.events[0]?.left ?? 0) - (b.events[0]?.left ?? 0));
  for (const { events, isMinor } of bare) {
    if (putBare(rows, events, width)) continue;
    if (!isMinor || !putWithNeighbours(rows, events, width)) return undefined;
  }

  const placed: Placed[] = [];
  for (const entries of rows) for (const entry of entries) if (entry.kind === 'mark') placed.push(entry.placed);
  return { rows: rowCount, placed, worth: placed.reduce((sum, one) => sum + worthIn(one), 0) };
}

function worthIn({ events, side }: Placed): number {
  const [event] = events;
  if (!event) return 0;
  if (events.length > 1) return -events.reduce((sum, hidden) => sum + costOfHidden[hidden.importance], 0) * (events.length / usualCount);
  return side ? worthOfLabel[event.importance] : worthOfDot[event.importance];
}

function putLabelled(rows: Entry[][], { event, alone, isFirm, isMinor }: Turn): boolean {
  const gap = airOf(event);
  for (let row = 0; row < rows.length; row++) {
    const entries = rows[row] as Entry[];
    for (const spot of event.spots) {
      if (!isFree(entries, spot, gap)) continue;
      const placed = { events: alone, row, left: event.left, width: event.mark, side: spot.side };
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
  const best = findCheapest(rows, boxesOf(group, width));
  const entries = best && rows[best.row];
  if (!best || !entries) return false;
  const { box, row } = best;
  // what touches the box lies side by side in the row: it is cut out, and no copy of the row is made for each dot
  const evicted = findTouching(entries, box, markGap);
  for (const { placed } of evicted) placed.side = undefined;
  if (evicted[0]) entries.splice(entries.indexOf(evicted[0]), evicted.length);
  const placed = { events: group, row, left: box.from, width: box.to - box.from };
  addTo(entries, { from: box.from, to: box.to, placed, kind: 'mark', isFirm: true, isMinor: group.length > 1 });
  return true;
}

/** The first place at which the least is pushed out; undefined where something firm is everywhere. */
function findCheapest(rows: readonly Entry[][], boxes: readonly Box[]): { row: number; box: Box } | undefined {
  let best: { row: number; box: Box } | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const box of boxes)
    for (let row = 0; row < rows.length; row++) {
      const cost = costOf(rows[row] as Entry[], box);
      if (cost >= least) continue;
      best = { row, box };
      if (cost === 0) return best;
      least = cost;
    }
  return best;
}

/** Where the marks of minor neighbours fill every row, as many of them as stand in the way of a count are counted with it. */
function putWithNeighbours(rows: Entry[][], group: readonly DrawnEvent[], width: number): boolean {
  // a single event needs a neighbour: one by itself is no count
  const best = findLeastTaken({ rows, boxes: boxesOf(group, width, true), needsMinor: group.length === 1 });
  const entries = best && rows[best.row];
  if (!best || !entries) return false;
  const { row, box } = best;
  const taken = new Set(findTouching(entries, box, markGap).map((entry) => entry.placed));
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

/** The first place at which the fewest marks are taken into a count; undefined where something of weight is everywhere. */
function findLeastTaken({
  rows,
  boxes,
  needsMinor,
}: {
  rows: readonly Entry[][];
  boxes: readonly Box[];
  needsMinor: boolean;
}): { row: number; box: Box } | undefined {
  let best: { row: number; box: Box } | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const box of boxes)
    for (let row = 0; row < rows.length; row++) {
      const taken = countTaken({ entries: rows[row] as Entry[], box, needsMinor });
      if (taken >= least) continue;
      best = { row, box };
      least = taken;
    }
  return best;
}

/** How many marks stand in the way of a count, with label or without; infinite where it may not stand. A mark and its label are neighbours. */
function countTaken({ entries, box, needsMinor }: { entries: readonly Entry[]; box: Box; needsMinor: boolean }): number {
  let count = 0;
  let hasMinor = false;
  let last: Placed | undefined;
  for (let at = firstEndingAfter(entries, box.from - markGap); at < entries.length; at++) {
    const { from, isFirm, isMinor, placed } = entries[at] as Entry;
    if (from >= box.to + markGap) break;
    if (isFirm && !isMinor) return Number.POSITIVE_INFINITY;
    if (isMinor) hasMinor = true;
    if (placed !== last) count++;
    last = placed;
  }
  return needsMinor && !hasMinor ? Number.POSITIVE_INFINITY : count;
}

/** What a box would push out; infinite where that is firm. */
function costOf(entries: readonly Entry[], box: Box): number {
  let cost = 0;
  for (let at = firstEndingAfter(entries, box.from - markGap); at < entries.length; at++) {
    const { from, isFirm, placed } = entries[at] as Entry;
    if (from >= box.to + markGap) break;
    if (isFirm) return Number.POSITIVE_INFINITY;
    cost += worthOfLabel[placed.events[0]?.importance ?? 1];
  }
  return cost;
}
