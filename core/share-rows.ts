import type { DrawnEvent } from './lane-boxes';
import { type Crowding, type LaneOrder, type LaneToPack, orderLane, type PackedLane, packLane } from './pack-lane';

/** The more crowded a lane, the more of it is counted together; the last is for a lane that is full of turning points. */
const crowdings: readonly Crowding[] = [
  { upTo: 1, within: 12 },
  { upTo: 2, within: 16 },
  { upTo: 2, within: 48 },
  { upTo: 2, within: 120 },
];

export interface SharedRows {
  /** lane → its events */
  lanes: ReadonlyMap<string, readonly DrawnEvent[]>;
  width: number;
  /** how many rows there are for all lanes together */
  rows: number;
}

/** Every lane gets the fewest rows that hold its turning points; the others go to where they tell much. */
export function* shareRows({ lanes, width, rows }: SharedRows): Generator<void, Map<string, PackedLane>> {
  const packed = new Map<string, PackedLane>();
  const ordered = new Map([...lanes].map(([id, events]) => [id, orderOnce({ events, width })]));
  for (const [id, lane] of ordered) {
    packed.set(id, yield* packLeastInSteps(lane, 1));
  }
  const tried = new Map<string, PackedLane | undefined>();
  let left = rows - [...packed.values()].reduce((sum, lane) => sum + lane.rows, 0);
  while (left > 0) {
    for (const [id, lane] of ordered)
      for (const more of [1, 2, 3]) {
        const rows = (packed.get(id)?.rows ?? 0) + more;
        if (more > left || tried.has(`${rows} ${id}`)) continue;
        tried.set(`${rows} ${id}`, yield* packInto(lane, rows));
      }
    const offers = [...packed].flatMap(([id, lane]) =>
      [1, 2, 3].flatMap((more) => {
        const offer = more <= left ? tried.get(`${lane.rows + more} ${id}`) : undefined;
        // a lane that has few rows comes first: the next row of a high one must tell much more
        return offer && offer.worth > lane.worth ? [{ id, offer, more, gain: (offer.worth - lane.worth) / more / lane.rows }] : [];
      }),
    );
    const [best] = offers.sort((a, b) => b.gain - a.gain);
    if (!best) break;
    packed.set(best.id, best.offer);
    // no lane goes back to fewer rows; what is let go early is cheap to collect
    for (let less = 0; less < best.more; less++) tried.delete(`${best.offer.rows - less} ${best.id}`);
    left -= best.more;
  }
  return packed;
}

interface OrderedLane {
  events: readonly DrawnEvent[];
  orderFor: (crowding: Crowding) => LaneOrder;
}

function orderOnce(lane: LaneToPack): OrderedLane {
  const known = new Map<Crowding, LaneOrder>();
  const orderFor = (crowding: Crowding) => {
    const order = known.get(crowding) ?? orderLane(lane, crowding);
    known.set(crowding, order);
    return order;
  };
  return { events: lane.events, orderFor };
}

/** The least crowded packing that tells most; a step a try. */
function* packInto(lane: OrderedLane, rows: number): Generator<void, PackedLane | undefined> {
  let best: PackedLane | undefined;
  for (const crowding of crowdings) {
    const packed = packLane(lane.orderFor(crowding), rows);
    yield;
    if (packed && packed.worth > (best?.worth ?? Number.NEGATIVE_INFINITY)) best = packed;
    if (crowding === crowdings[0] && packed) break;
  }
  return best;
}

/** A lane with a row for each of its events can always be packed. */
export function packLeast(lane: LaneToPack, rows: number): PackedLane {
  const steps = packLeastInSteps(orderOnce(lane), rows);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function* packLeastInSteps(lane: OrderedLane, rows: number): Generator<void, PackedLane> {
  for (let count = rows; count <= rows + lane.events.length; count++) {
    const packed = yield* packInto(lane, count);
    if (packed) return packed;
  }
  throw new Error('The events of a lane do not fit into as many rows.');
}
