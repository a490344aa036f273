/** A span of years that is drawn at one density. `share` is its part of the width when the whole story is in view; the shares add up to 1. */
export interface Stretch {
  from: number;
  to: number;
  share: number;
}

export interface Tick {
  x: number;
  year: number;
  /** 1 to 12 where months are written, else undefined */
  month?: number | undefined;
}

/** Years to pixels and back. Density changes only at `seams`, where the picture draws a double line. */
export interface Scale {
  width: number;
  at(year: number): number;
  yearAt(x: number): number;
  seams: readonly number[];
  ticks: readonly Tick[];
}

/**
 * Zoom 0 shows the whole story, 1 gives every stretch the whole view, 2 a fifth of a stretch (a year of 2013 to 2018), 3 a fifth of
 * that (ten weeks).
 */
export const maxZoom = 3;
const yearsInView = 5;

/** Room at both ends, so that the first and the last dot are whole. */
const pad = 12;
const tickGap = 34;

/** The four densities of the story. The dense middle gets half of the view; figures found by looking at 120 to 170 events. */
export function createStretches({ first, today }: { first: number; today: number }): Stretch[] {
  return [
    { from: Math.min(1979, Math.floor(first)), to: 2006, share: 0.11 },
    { from: 2006, to: 2013, share: 0.13 },
    { from: 2013, to: 2018, share: 0.53 },
    { from: 2018, to: Math.max(today, 2019), share: 0.23 },
  ];
}

export function createScale({ stretches, view, zoom }: { stretches: readonly Stretch[]; view: number; zoom: number }): Scale {
  const room = Math.max(1, view - 2 * pad);
  let x = pad;
  const parts = stretches.map((stretch) => {
    const width = room * stretch.share ** Math.max(0, 1 - zoom) * yearsInView ** Math.max(0, zoom - 1);
    x += width;
    return { ...stretch, x: x - width, width };
  });
  const partAt = (test: (part: (typeof parts)[number]) => boolean) => parts.find(test) ?? parts[parts.length - 1];
  const at = (year: number) => {
    const part = partAt((part) => year < part.to);
    return part ? part.x + ((Math.max(year, parts[0]?.from ?? year) - part.from) / (part.to - part.from)) * part.width : pad;
  };
  const yearAt = (position: number) => {
    const part = partAt((part) => position < part.x + part.width);
    return part ? part.from + ((position - part.x) / part.width) * (part.to - part.from) : 0;
  };
  return { width: x + pad, at, yearAt, seams: parts.slice(1).map((part) => part.x), ticks: parts.flatMap(ticksOf) };
}

const steps = [1 / 12, 3 / 12, 1, 2, 5, 10, 20];

/** The beginning of the stretch, and every round step in it that leaves room for its label. */
function ticksOf({ from, to, x, width }: Stretch & { x: number; width: number }): Tick[] {
  const perYear = width / (to - from);
  const step = steps.find((step) => step * perYear >= tickGap) ?? 50;
  const ticks: Tick[] = [{ x, year: from }];
  for (let n = Math.ceil(from / step + 1e-9); n * step < to; n++) {
    const months = Math.round(n * step * 12);
    const here = x + (months / 12 - from) * perYear;
    if (here - x < tickGap || x + width - here < tickGap) continue;
    ticks.push({ x: here, year: Math.floor(months / 12), month: months % 12 ? (months % 12) + 1 : undefined });
  }
  return ticks;
}
