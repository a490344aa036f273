/** One event as the picture needs it: `left` and `mark` are the box of its dot or bar, `centre` is where its links end. */
export interface DrawnEvent {
  id: string;
  importance: 1 | 2 | 3;
  left: number;
  mark: number;
  centre: number;
  label: string;
  labelWidth: number;
}

export type Side = 'right' | 'left' | 'inside';

/** What lies in a row of a lane: one event, or several minor ones under one count. */
export interface Placed {
  events: readonly DrawnEvent[];
  row: number;
  left: number;
  width: number;
  side?: Side | undefined;
}

export interface Box {
  from: number;
  to: number;
}

export interface PackedLane {
  rows: number;
  placed: readonly Placed[];
  /** how much the labels say: lanes compete with it for rows */
  worth: number;
}

export interface LaneRequest {
  events: readonly DrawnEvent[];
  width: number;
  rows: number;
  /** events up to this importance may be counted together */
  clusterUpTo: 1 | 2;
  /** the chosen event where it takes the first choice of a place */
  first?: string | undefined;
}

/** Dots of one lane that are nearer than this, in pixels, and find no room for their labels, become one count. */
const clusterGap = 10;
const clusterWidth = 20;
/** A long bar carries its label inside from this width on. */
const insideFrom = 90;
const labelGap = 4;
/** The clear space that a label wants to its neighbours: the less an event matters, the more air it must find. */
const air = { 3: 4, 2: 7, 1: 14 } as const;
const worthOf = { 3: 0, 2: 1, 1: 0.25 } as const;

/**
 * Puts the events of a lane into its rows: turning points with their labels first, then the notable ones with a label or without,
 * then the minor ones, alone or counted together. A label that fits nowhere is dropped, a dot never. Undefined where the rows do not suffice.
 */
export function packLane(request: LaneRequest): PackedLane | undefined {
  const rows: Entry[][] = Array.from({ length: request.rows }, () => []);
  const rank = (event: DrawnEvent) => (event.id === request.first ? 4 : event.importance);
  const inTime = [...request.events].sort((a, b) => a.left - b.left);
  const must = inTime.filter((event) => rank(event) >= 3).sort((a, b) => rank(b) - rank(a));
  const rest = inTime.filter((event) => rank(event) < 3);
  const tooWide = must.filter((event) => !putLabelled([[]], event, request.width));
  for (const event of must) if (!tooWide.includes(event) && !putLabelled(rows, event, request.width)) return undefined;

  const single = rest.filter((event) => event.importance > request.clusterUpTo);
  const bare: DrawnEvent[][] = [...tooWide, ...single.filter((event) => !putLabelled(rows, event, request.width))].map((event) => [event]);
  for (const group of groupNear(rest.filter((event) => event.importance <= request.clusterUpTo))) {
    const tried = group.filter((event) => putLabelled(rows, event, request.width));
    if (tried.length === group.length) continue;
    for (const row of rows) keep(row, (entry) => !group.includes(entry.placed.events[0] as DrawnEvent));
    bare.push(group);
  }
  bare.sort((a, b) => (a[0]?.left ?? 0) - (b[0]?.left ?? 0));
  for (const group of bare) if (!putBare(rows, group)) return undefined;

  const placed = rows.flat().filter((entry) => entry.isMark).map((entry) => entry.placed);
  const labelled = placed.filter((one) => one.side);
  return { rows: request.rows, placed, worth: labelled.reduce((sum, one) => sum + worthOf[one.events[0]?.importance ?? 1], 0) };
}

/** The box of a label beside its mark, without air. */
export function labelBox(mark: Box, side: Side, labelWidth: number): Box {
  if (side === 'inside') return mark;
  if (side === 'right') return { from: mark.to + labelGap, to: mark.to + labelGap + labelWidth };
  return { from: mark.from - labelGap - labelWidth, to: mark.from - labelGap };
}

export function airOf(event: DrawnEvent): number {
  return air[event.importance];
}

/** The sides on which a label may stand, best first. */
export function sidesOf(event: DrawnEvent, labelWidth: number): readonly Side[] {
  return event.mark > Math.max(insideFrom, labelWidth + 24) ? ['inside'] : ['right', 'left'];
}

interface Entry extends Box {
  placed: Placed;
  isMark: boolean;
}

function putLabelled(rows: Entry[][], event: DrawnEvent, width: number): boolean {
  const mark = { from: event.left, to: event.left + event.mark };
  for (const [row, entries] of rows.entries())
    for (const side of sidesOf(event, event.labelWidth)) {
      const label = labelBox(mark, side, event.labelWidth);
      const both = { from: Math.min(mark.from, label.from), to: Math.max(mark.to, label.to) };
      if (both.from < 0 || both.to > width || entries.some((entry) => touch(entry, both, airOf(event)))) continue;
      const placed = { events: [event], row, left: event.left, width: event.mark, side };
      entries.push({ ...mark, placed, isMark: true }, { ...label, placed, isMark: false });
      return true;
    }
  return false;
}

/** Finds a row for a mark without a label; where there is none, the labels that matter least give way. */
function putBare(rows: Entry[][], group: readonly DrawnEvent[]): boolean {
  const box = boxOf(group);
  const inTheWay = rows.map((entries) => entries.filter((entry) => touch(entry, box, 3)));
  const cost = (entries: Entry[]) =>
    entries.reduce((sum, { isMark, placed }) => sum + (isMark || placed.events[0]?.importance === 3 ? Number.POSITIVE_INFINITY : worthOf[placed.events[0]?.importance ?? 1]), 0);
  const costs = inTheWay.map(cost);
  const least = Math.min(...costs);
  const row = costs.indexOf(least);
  const entries = rows[row];
  if (!entries || least === Number.POSITIVE_INFINITY) return false;
  const evicted = inTheWay[row] ?? [];
  for (const { placed } of evicted) placed.side = undefined;
  keep(entries, (entry) => !evicted.includes(entry));
  entries.push({ ...box, placed: { events: group, row, left: box.from, width: box.to - box.from }, isMark: true });
  return true;
}

function boxOf(group: readonly DrawnEvent[]): Box {
  const from = Math.min(...group.map((event) => event.left));
  const to = Math.max(...group.map((event) => event.left + event.mark));
  const missing = group.length > 1 ? Math.max(0, clusterWidth - (to - from)) / 2 : 0;
  return { from: from - missing, to: to + missing };
}

function groupNear(events: readonly DrawnEvent[]): DrawnEvent[][] {
  const groups: DrawnEvent[][] = [];
  for (const event of events) {
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    if (group && last && event.left - (last.left + Math.min(last.mark, clusterGap)) < clusterGap) group.push(event);
    else groups.push([event]);
  }
  return groups;
}

function touch(a: Box, b: Box, gap: number): boolean {
  return a.from < b.to + gap && b.from - gap < a.to;
}

function keep<T>(list: T[], test: (item: T) => boolean): void {
  list.splice(0, list.length, ...list.filter(test));
}
