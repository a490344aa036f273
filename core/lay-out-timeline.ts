import { type KnownDate, lengthInYears, type Precision, precisionOf, toYears } from './dates';
import { drawEdges, type Edge, type Node } from './draw-edges';
import { type DrawnEvent, packLane, type PackedLane, type Placed } from './pack-lane';
import { type Label, placeLabels } from './place-labels';
import type { Link } from './timeline';
import type { Scale } from './timeline-scale';

export interface TimelineEvent {
  id: string;
  date: KnownDate;
  lane: string;
  importance: 1 | 2 | 3;
  label: string;
  /** a longer text, taken where there is room for it */
  long?: string | undefined;
}

export interface TimelineRequest {
  lanes: readonly string[];
  events: readonly TimelineEvent[];
  scale: Scale;
  /** the height that is there; the picture is higher only where its rows do not suffice */
  height: number;
  rowHeight: { least: number; most: number };
  /** between lanes */
  gap: number;
  /** the width of a text in pixels, bold or not */
  measure: (text: string, weight: 400 | 600) => number;
  chosen?: string | undefined;
  /** the links of the chosen event */
  links?: readonly Link[] | undefined;
}

/** A dot, lozenge or bar: its left edge, the middle of its row, its width, and its label where one has room. */
export interface Mark {
  id: string;
  lane: string;
  precision: Precision;
  importance: 1 | 2 | 3;
  x: number;
  y: number;
  width: number;
  label?: Label | undefined;
}

/** Minor events that stand for one count. */
export interface Cluster {
  events: readonly string[];
  lane: string;
  x: number;
  y: number;
  width: number;
}

export interface TimelineLayout {
  width: number;
  height: number;
  lanes: readonly { id: string; top: number; height: number; rows: number }[];
  /** in order of time within each lane */
  marks: readonly Mark[];
  clusters: readonly Cluster[];
  edges: readonly Edge[];
}

/** Dots in pixels across; a date that is less precise is as wide as what is known of it, but never narrower than these. */
const dot = { 3: 11, 2: 8, 1: 8 } as const;
const narrowest = { month: 13, year: 20 } as const;
const maxRows = 7;

/** Places every event of the request: none is left out, alone or in a count, and no label touches another label or dot. */
export function layOutTimeline(request: TimelineRequest): TimelineLayout {
  const { scale, chosen, links = [], gap } = request;
  const width = scale.width;
  const drawn = new Map(request.lanes.map((lane) => [lane, request.events.filter((event) => event.lane === lane).map((event) => measureEvent(event, request))]));
  const long = measureLong(request);
  const related = new Set(links.flatMap((link) => [link.from, link.to]));
  const packed = shareRows(request, drawn);
  const labels = new Map<string, Label>();
  for (const [id, lane] of packed) {
    const hides = lane.placed.some((placed) => placed.events.length > 1 && placed.events.some((event) => event.id === chosen));
    const ask = (lane: PackedLane) => placeLabels({ lane, width, chosen, related, long });
    let found = hides ? undefined : ask(lane);
    if (!found) {
      // the chosen event stands free and is named, even if its lane has to be packed anew
      const again = packLeast({ events: drawn.get(id) ?? [], width, first: chosen }, lane.rows);
      packed.set(id, again);
      found = ask(again) ?? new Map();
    }
    for (const [event, label] of found) labels.set(event, label);
  }

  const rows = [...packed.values()].reduce((sum, lane) => sum + lane.rows, 0);
  const rowHeight = Math.min(request.rowHeight.most, Math.max(request.rowHeight.least, (request.height - gap * packed.size) / rows));
  const facts = new Map(request.events.map((event) => [event.id, event]));
  const layout = { lanes: [] as { id: string; top: number; height: number; rows: number }[], marks: [] as Mark[], clusters: [] as Cluster[] };
  const nodes = new Map<string, Node>();
  let top = 0;
  for (const [id, lane] of packed) {
    const height = lane.rows * rowHeight + gap;
    layout.lanes.push({ id, top, height, rows: lane.rows });
    for (const placed of [...lane.placed].sort((a, b) => a.left - b.left)) {
      const y = top + gap / 2 + (placed.row + 0.5) * rowHeight;
      addPlaced({ placed, lane: id, y, facts, labels, layout, nodes });
    }
    top += height;
  }
  return { ...layout, width, height: top, edges: drawEdges({ links, chosen, nodeOf: (id) => nodes.get(id) }) };
}

function measureEvent(event: TimelineEvent, { scale, measure }: TimelineRequest): DrawnEvent {
  const start = toYears(event.date);
  const x = scale.at(start);
  const precision = precisionOf(event.date);
  const known = precision === 'day' ? dot[event.importance] : Math.max(narrowest[precision], scale.at(start + lengthInYears(event.date)) - x);
  const mark = precision === 'day' ? known : Math.min(known, scale.width - x);
  return {
    id: event.id,
    importance: event.importance,
    left: precision === 'day' ? x - mark / 2 : x,
    mark,
    centre: precision === 'day' ? x : x + Math.min(mark, narrowest.year) / 2,
    label: event.label,
    labelWidth: measure(event.label, weightOf(event)) + 2,
  };
}

function measureLong({ events, measure }: TimelineRequest): Map<string, { text: string; width: number }> {
  return new Map(events.flatMap((event) => (event.long ? [[event.id, { text: event.long, width: measure(event.long, weightOf(event)) + 2 }] as const] : [])));
}

export function weightOf(event: { importance: 1 | 2 | 3 }): 400 | 600 {
  return event.importance === 3 ? 600 : 400;
}

/** Every lane gets the rows that it must have; those left over go, one by one, where they name most. */
function shareRows({ lanes, scale, height, rowHeight, gap }: TimelineRequest, drawn: ReadonlyMap<string, readonly DrawnEvent[]>): Map<string, PackedLane> {
  const packed = new Map(lanes.map((lane) => [lane, packLeast({ events: drawn.get(lane) ?? [], width: scale.width }, 1)]));
  let left = Math.floor((height - gap * lanes.length) / rowHeight.least) - [...packed.values()].reduce((sum, lane) => sum + lane.rows, 0);
  for (; left > 0; left--) {
    const offers = [...packed].flatMap(([id, lane]) => {
      const more = packLane({ events: drawn.get(id) ?? [], width: scale.width, rows: lane.rows + 1, clusterUpTo: 1 });
      return more && more.worth > lane.worth ? [{ id, more, gain: more.worth - lane.worth }] : [];
    });
    const best = offers.sort((a, b) => b.gain - a.gain)[0];
    if (!best) break;
    packed.set(best.id, best.more);
  }
  return packed;
}

/** The fewest rows, from `rows` on, that hold the lane; past `maxRows` notable events are counted together too. */
function packLeast(lane: { events: readonly DrawnEvent[]; width: number; first?: string | undefined }, rows: number): PackedLane {
  for (const clusterUpTo of [1, 2] as const)
    for (let count = rows; count <= maxRows || clusterUpTo === 2; count++) {
      const packed = packLane({ ...lane, rows: count, clusterUpTo });
      if (packed) return packed;
      if (count > lane.events.length + rows) break;
    }
  throw new Error('A lane with a row for each of its events cannot be packed.');
}

function addPlaced(one: {
  placed: Placed;
  lane: string;
  y: number;
  facts: ReadonlyMap<string, TimelineEvent>;
  labels: ReadonlyMap<string, Label>;
  layout: { marks: Mark[]; clusters: Cluster[] };
  nodes: Map<string, Node>;
}): void {
  const { placed, lane, y, layout } = one;
  const [event] = placed.events;
  if (!event) return;
  if (placed.events.length > 1) {
    const node = { x: placed.left + placed.width / 2, y, radius: 8 };
    for (const { id } of placed.events) one.nodes.set(id, node);
    layout.clusters.push({ events: placed.events.map(({ id }) => id), lane, x: placed.left, y, width: placed.width });
    return;
  }
  const fact = one.facts.get(event.id);
  if (!fact) return;
  one.nodes.set(event.id, { x: event.centre, y, radius: precisionOf(fact.date) === 'day' ? event.mark / 2 : 5 });
  layout.marks.push({ id: event.id, lane, precision: precisionOf(fact.date), importance: event.importance, x: placed.left, y, width: placed.width, label: one.labels.get(event.id) });
}
