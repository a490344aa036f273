import { compareDates, type KnownDate, lengthInYears, toYears } from './dates';
import type { EventOutline } from './timeline';
import type { Scale } from './timeline-scale';

/** The time that a chapter tells of: from its first event to the end of its last one. */
export interface ChapterSpan {
  number: number;
  first: KnownDate;
  last: KnownDate;
  /** of its events */
  count: number;
}

/** A chapter over the years, in pixels; `row` counts from the top. */
export interface ChapterBar {
  number: number;
  x: number;
  width: number;
  row: number;
}

/** Between two bars of a row. */
const barGap = 3;
/** Before and after the words in a bar. */
const padding = 8;

/** In order of their numbers; chapters without events are left out. */
export function findChapterSpans(events: readonly EventOutline[]): ChapterSpan[] {
  const numbers = [...new Set(events.flatMap(({ chapter }) => (Number.isInteger(Number(chapter)) ? [Number(chapter)] : [])))];
  return numbers
    .sort((a, b) => a - b)
    .flatMap((number) => {
      const dates = events.filter(({ chapter }) => chapter === String(number)).map(({ date }) => date);
      const [first] = dates.toSorted(compareDates);
      const last = dates.toSorted((a, b) => endOf(a) - endOf(b)).at(-1);
      return first && last ? [{ number, first, last, count: dates.length }] : [];
    });
}

/**
 * Bars where their years are, each in the first row in which neither it nor its words touch one that stands there. `widthOf` measures the
 * words in a bar, in pixels.
 */
export function placeChapters(spans: readonly ChapterSpan[], scale: Scale, widthOf: (number: number) => number): ChapterBar[] {
  const rows: { from: number; to: number }[][] = [];
  return spans.map(({ number, first, last }) => {
    const x = scale.at(toYears(first));
    const width = Math.max(2 * padding, scale.at(endOf(last)) - x - barGap);
    const to = x + Math.max(width, widthOf(number) + 2 * padding) + barGap;
    const free = rows.findIndex((taken) => taken.every((one) => to <= one.from || one.to <= x));
    const row = free < 0 ? rows.length : free;
    rows[row] = [...(rows[row] ?? []), { from: x, to }];
    return { number, x, width, row };
  });
}

function endOf(date: KnownDate): number {
  return toYears(date) + lengthInYears(date);
}
