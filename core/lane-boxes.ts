/** One event as the picture needs it: `left` and `mark` are the box of its dot or bar, `centre` is where its links end. In pixels. */
export interface DrawnEvent {
  id: string;
  importance: 1 | 2 | 3;
  left: number;
  mark: number;
  centre: number;
  label: string;
  labelWidth: number;
  /** where its label may stand, best first; made once, since a picture is packed in some hundred ways before the best is found */
  spots: readonly LabelSpot[];
}

/** A label beside its mark: its own box, and from where to where both reach. */
export interface LabelSpot extends Box {
  side: Side;
  label: Box;
}

/** Where a label stands: beside its mark, or inside a bar that is long enough. */
export type Side = 'right' | 'left' | 'inside';

/** From where to where in a row. */
export interface Box {
  from: number;
  to: number;
}

/** Between two marks, and between a mark and a label. */
export const markGap = 3;
const labelGap = 5;
/** A long bar carries its label inside from this width on. */
const insideFrom = 90;
/** The clear space that a label wants to its neighbours: the less an event matters, the more air it must find. */
const air = { 3: 4, 2: 7, 1: 14 } as const;

const narrowestCount = 20;
const widestCount = 28;
const countStep = 6;

export function airOf(event: DrawnEvent): number {
  return air[event.importance];
}

/** The box of a label, without air. */
export function labelBox(mark: Box, side: Side, labelWidth: number): Box {
  if (side === 'inside') return mark;
  if (side === 'right') return { from: mark.to + labelGap, to: mark.to + labelGap + labelWidth };
  return { from: mark.from - labelGap - labelWidth, to: mark.from - labelGap };
}

export function spotsOf(event: Omit<DrawnEvent, 'spots'>, width: number): LabelSpot[] {
  const mark = { from: event.left, to: event.left + event.mark };
  return sidesOf(event, event.labelWidth).flatMap((side) => {
    const label = labelBox(mark, side, event.labelWidth);
    const [from, to] = [Math.min(mark.from, label.from), Math.max(mark.to, label.to)];
    return from >= 0 && to <= width ? [{ side, label, from, to }] : [];
  });
}

/** The sides on which a label may stand, best first. */
export function sidesOf(event: Omit<DrawnEvent, 'spots'>, labelWidth: number): readonly Side[] {
  return fitsInside(event, labelWidth) ? ['inside'] : ['right', 'left'];
}

export function fitsInside(event: Omit<DrawnEvent, 'spots'>, labelWidth: number): boolean {
  return event.mark > Math.max(insideFrom, labelWidth + 24);
}

/**
 * Where a mark may lie: an event exactly where it is; a count anywhere over the time that it stands for, nearest to its middle first.
 * It is as wide as that time only while that is narrow: a long bar would claim to be one long event.
 */
export function boxesOf(group: readonly DrawnEvent[], width: number, isCount = group.length > 1): Box[] {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const event of group) {
    from = Math.min(from, event.left);
    to = Math.max(to, event.left + event.mark);
    sum += event.centre;
  }
  if (!isCount) return [{ from, to }];
  const half = Math.max(narrowestCount, Math.min(widestCount, to - from)) / 2;
  const middle = sum / group.length;
  const around = (centre: number) => {
    const inside = Math.max(half, Math.min(width - half, centre));
    return { from: inside - half, to: inside + half };
  };
  const boxes = [around(middle)];
  for (let off = countStep; middle - off > from || middle + off < to; off += countStep) {
    if (middle - off - half > from) boxes.push(around(middle - off));
    if (middle + off + half < to) boxes.push(around(middle + off));
  }
  return boxes;
}

/** Groups whose dots all lie within so many pixels: chains of near neighbours would join years. */
export function groupNear(events: readonly DrawnEvent[], within: number): DrawnEvent[][] {
  const groups: DrawnEvent[][] = [];
  for (const event of events) {
    const group = groups[groups.length - 1];
    if (group?.[0] && event.centre - group[0].centre < within) group.push(event);
    else groups.push([event]);
  }
  return groups;
}
