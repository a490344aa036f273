import type { KnownDate } from './dates';

/** Room at both ends, in per cent of the width: a dot has a size, and a year its digits. */
const margin = 3;

/** A linear axis over whole years that holds all dates: where its years begin and where a date lies, in per cent of the width. */
export function placeOnAxis(dates: readonly KnownDate[]): { ticks: { year: number; x: number }[]; at: (date: KnownDate) => number } {
  const years = dates.map(yearOf);
  const first = Math.floor(Math.min(...years));
  const last = Math.floor(Math.max(...years)) + 1;
  const toX = (year: number) => Math.round((margin + ((year - first) / (last - first)) * (100 - 2 * margin)) * 100) / 100;
  const step = Math.ceil((last - first) / 6);
  const ticks = dates.length === 0 ? [] : Array.from({ length: Math.ceil((last - first) / step) }, (_, n) => first + n * step);
  return { ticks: ticks.map((year) => ({ year, x: toX(year) })), at: (date) => toX(yearOf(date)) };
}

/** As a number; a date that is known to the month or year only lies in the middle of it. */
function yearOf(date: KnownDate): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return year + 0.5;
  return year + (month - 1) / 12 + (day === undefined ? 0.5 : (day - 1) / 31) / 12;
}
