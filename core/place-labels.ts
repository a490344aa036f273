import { airOf, type Box, type DrawnEvent, fitsInside, labelBox, markGap, type Side, sidesOf } from './lane-boxes';
import type { PackedLane, Placed } from './pack-lane';
import { addTo, findTouching } from './row-boxes';

export interface Label {
  text: string;
  side: Side;
}

export interface LabelRequest {
  lane: PackedLane;
  width: number;
  chosen?: string | undefined;
  /** causes and effects of the chosen event */
  related: ReadonlySet<string>;
  /** a longer text for where there is room, by event */
  long: ReadonlyMap<string, { text: string; width: number }>;
}

/**
 * The labels of a packed lane, by event: the chosen event's first, then turning points', its links', the rest. Dots stay where they are,
 * so that choosing moves nothing; labels give way. Undefined where the chosen event's label finds no place beside its dot.
 */
export function placeLabels({ lane, width, chosen, related, long }: LabelRequest): Map<string, Label> | undefined {
  const singles = lane.placed.filter((placed) => placed.events.length === 1);
  const taken = Array.from({ length: lane.rows }, (_, row) => rowOf(lane, row));
  const labels = new Map<string, Label>();
  const boxes = new Map<string, Box>();
  const rank = ({ events: [event] }: Placed) =>
    event?.id === chosen ? 9 : event?.importance === 3 ? 4 : event && related.has(event.id) ? 3 : (event?.importance ?? 0);

  const put = (placed: Placed, { text, width: wide }: { text: string; width: number }, sides: readonly Side[]): boolean => {
    const [event] = placed.events;
    const others = taken[placed.row];
    if (!event || !others) return false;
    const mark = markOf(placed);
    for (const side of sides) {
      const box = labelBox(mark, side, wide);
      // a label that had its place when the rows were packed keeps it, however near the dots that came later
      const gap = rank(placed) > 2 || side === placed.side ? markGap : airOf(event);
      const own = boxes.get(event.id);
      if (box.from < 0 || box.to > width || (side === 'inside' && !fitsInside(event, wide))) continue;
      if (side !== 'inside' && findTouching(others, box, gap).some((other) => other !== own && !isSame(other, mark))) continue;
      if (own) others.splice(others.indexOf(own), 1);
      addTo(others, box);
      boxes.set(event.id, box);
      labels.set(event.id, { text, side });
      return true;
    }
    return false;
  };
  const short = (event: DrawnEvent) => ({ text: event.label, width: event.labelWidth });
  const sidesFor = (placed: Placed, event: DrawnEvent) => [
    ...new Set([...(placed.side ? [placed.side] : []), ...sidesOf(event, event.labelWidth)]),
  ];

  // turning points have had their place since the rows were packed: nothing may take it, not even the chosen event
  const order = [...singles].sort((a, b) => rank(b) - rank(a) || a.left - b.left);
  const turning = order.filter((placed) => placed.events[0]?.importance === 3);
  for (const placed of [...turning, ...order.filter((placed) => !turning.includes(placed))]) {
    const [event] = placed.events;
    if (event && !put(placed, short(event), sidesFor(placed, event)) && event.id === chosen) return undefined;
  }
  for (const placed of order) {
    const [event] = placed.events;
    const side = event && labels.get(event.id)?.side;
    const more = event && long.get(event.id);
    if (side && more && more.width > event.labelWidth) put(placed, more, [side]);
  }
  return labels;
}

/** The marks of a row from left to right. */
function rowOf({ placed }: PackedLane, row: number): Box[] {
  return placed
    .filter((one) => one.row === row)
    .map(markOf)
    .sort((a, b) => a.from - b.from);
}

function markOf(placed: Placed): Box {
  return { from: placed.left, to: placed.left + placed.width };
}

function isSame(a: Box, b: Box): boolean {
  return a.from === b.from && a.to === b.to;
}
