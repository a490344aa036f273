import { type KnownDate, lengthInYears, type Precision, precisionOf, toYears } from './dates';
import { drawEdges, type Edge, type Node } from './draw-edges';
import { type DrawnEvent, spotsOf } from './lane-boxes';
import type { PackedLane, Placed } from './pack-lane';
import { type Label, placeLabels } from './place-labels';
import { packLeast, shareRows } from './share-rows';
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

/** The events in their rows, before anything is chosen: the costly half, which stays as it is while the reader walks from event to event. */
export interface PackedTimeline {
  request: TimelineRequest;
  drawn: ReadonlyMap<string, readonly DrawnEvent[]>;
  lanes: ReadonlyMap<string, PackedLane>;
  long: ReadonlyMap<string, { text: string; width: number }>;
  /** the labels of each lane while nothing in it is chosen */
  labels: ReadonlyMap<string, ReadonlyMap<string, Label>>;
}

const noEvents: ReadonlySet<string> = new Set();

export function packTimeline(request: TimelineRequest): PackedTimeline {
  const steps = packInSteps(request);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of some ms, so that a page can draw in between: a history of 2,000 events takes longer than a frame. */
export function* packInSteps(request: TimelineRequest): Generator<void, PackedTimeline> {
  const { lanes, events, scale, gap } = request;
  const drawn = new Map<string, DrawnEvent[]>();
  for (const lane of lanes) {
    drawn.set(
      lane,
      events.filter((event) => event.lane === lane).map((event) => measureEvent(event, request)),
    );
    yield;
  }
  const rows = Math.floor((request.height - gap * drawn.size) / request.rowHeight.least);
  const packed = yield* shareRows({ lanes: drawn, width: scale.width, rows });
  const long = measureLong(request);
  yield;
  const labels = new Map<string, ReadonlyMap<string, Label>>();
  for (const [id, lane] of packed) {
    labels.set(id, placeLabels({ lane, width: scale.width, related: noEvents, long }) ?? new Map());
    yield;
  }
  return { request, drawn, lanes: packed, long, labels };
}

export interface Choice {
  chosen?: string | undefined;
  /** the links of the chosen event */
  links?: readonly Link[] | undefined;
  /** the steps of a path that is shown; its events are never counted together, and named where there is room */
  path?: readonly Link[] | undefined;
}

/** Places every event: none is left out, alone or in a count, and no label touches another label or dot. */
export function layOutTimeline(packed: PackedTimeline, choice: Choice = {}): TimelineLayout {
  return stackLanes(packed.request, nameEvents(packed, choice), choice);
}

interface NamedLane {
  lane: PackedLane;
  labels: ReadonlyMap<string, Label>;
}

/** Chooses the labels. Packs a lane anew where the chosen event or one of its links would otherwise hide in a count or have no name. */
function nameEvents(
  { request, drawn, lanes, long, labels }: PackedTimeline,
  { chosen, links = [], path = [] }: Choice,
): Map<string, NamedLane> {
  const { width } = request.scale;
  const related = new Set([...links, ...path].flatMap((link) => [link.from, link.to]));
  const name = (lane: PackedLane) => placeLabels({ lane, width, chosen, related, long });
  const hides = ({ placed }: PackedLane) =>
    placed.some(({ events }) => events.length > 1 && events.some((event) => event.id === chosen || related.has(event.id)));
  return new Map(
    [...lanes].map(([id, lane]) => {
      const isConcerned = (drawn.get(id) ?? []).some((event) => event.id === chosen || related.has(event.id));
      const named = !isConcerned ? labels.get(id) : hides(lane) ? undefined : name(lane);
      if (named) return [id, { lane, labels: named }];
      const again = packLeast({ events: drawn.get(id) ?? [], width, first: chosen, apart: related }, lane.rows);
      return [id, { lane: again, labels: name(again) ?? new Map() }];
    }),
  );
}

function stackLanes(
  request: TimelineRequest,
  named: ReadonlyMap<string, NamedLane>,
  { chosen, links = [], path = [] }: Choice,
): TimelineLayout {
  const { gap } = request;
  const rows = [...named.values()].reduce((sum, { lane }) => sum + lane.rows, 0);
  // lanes may have got up to three more rows since the rows were shared out: all give a little rather than that the picture scrolls
  const tightest = request.rowHeight.least * 0.85;
  const rowHeight = Math.min(request.rowHeight.most, Math.max(tightest, (request.height - gap * named.size) / rows));
  const facts = new Map(request.events.map((event) => [event.id, event]));
  const lanes: { id: string; top: number; height: number; rows: number }[] = [];
  const layout = { marks: [] as Mark[], clusters: [] as Cluster[] };
  const nodes = new Map<string, Node>();
  let top = 0;
  for (const [id, { lane, labels }] of named) {
    for (const placed of [...lane.placed].sort((a, b) => a.left - b.left))
      addPlaced({ placed, lane: id, y: top + gap / 2 + (placed.row + 0.5) * rowHeight, facts, labels, layout, nodes });
    lanes.push({ id, top, height: lane.rows * rowHeight + gap, rows: lane.rows });
    top += lane.rows * rowHeight + gap;
  }
  return {
    ...layout,
    lanes,
    width: request.scale.width,
    height: top,
    edges: drawEdges({ links, path, chosen, nodeOf: (id) => nodes.get(id) }),
  };
}

function measureEvent(event: TimelineEvent, { scale, measure }: TimelineRequest): DrawnEvent {
  const start = toYears(event.date);
  const x = scale.at(start);
  const precision = precisionOf(event.date);
  const known =
    precision === 'day' ? dot[event.importance] : Math.max(narrowest[precision], scale.at(start + lengthInYears(event.date)) - x);
  const mark = precision === 'day' ? known : Math.min(known, scale.width - x);
  const drawn = {
    id: event.id,
    importance: event.importance,
    left: precision === 'day' ? x - mark / 2 : x,
    mark,
    centre: precision === 'day' ? x : x + Math.min(mark, narrowest.year) / 2,
    label: event.label,
    labelWidth: measure(event.label, weightOf(event)) + 2,
  };
  return { ...drawn, spots: spotsOf(drawn, scale.width) };
}

function measureLong({ events, measure }: TimelineRequest): Map<string, { text: string; width: number }> {
  return new Map(
    events.flatMap((event) =>
      event.long ? [[event.id, { text: event.long, width: measure(event.long, weightOf(event)) + 2 }] as const] : [],
    ),
  );
}

export function weightOf(event: { importance: 1 | 2 | 3 }): 400 | 600 {
  return event.importance === 3 ? 600 : 400;
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
  one.nodes.set(event.id, {
    x: event.centre,
    y,
    radius: precisionOf(fact.date) === 'day' ? event.mark / 2 : 5,
    label: one.labels.get(event.id)?.side,
  });
  layout.marks.push({
    id: event.id,
    lane,
    precision: precisionOf(fact.date),
    importance: event.importance,
    x: placed.left,
    y,
    width: placed.width,
    label: one.labels.get(event.id),
  });
}
