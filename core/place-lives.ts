import { type KnownDate, lengthInYears, toYears } from './dates';

/** One scale for the lives of a page's terms; places are shares of its width, 0 to 1. */
export interface LifeScale {
  /** whole years to write on it */
  ticks: { year: number; at: number }[];
  /** the day of the page, where it is known */
  page?: number | undefined;
  place(life: { began: KnownDate; ended?: KnownDate | undefined }): Life;
}

export interface Life {
  from: number;
  to: number;
  /** it began before the scale does */
  isEarly: boolean;
  /** it ended, and on the scale */
  isOver: boolean;
  /** it begins later than the scale goes: nothing to draw */
  isLater: boolean;
}

/** What began longer before the page than this is drawn from the scale's edge: chroot would make a point of all the rest. In years. */
const longestPast = 12;
const mostTicks = 5;

/** Spans the lives around the page's day, or up to `today` (in years, 2026.4) where that is unknown. */
export function createLifeScale({
  lives,
  date,
  today,
}: {
  lives: readonly { began: KnownDate }[];
  date?: KnownDate | undefined;
  today: number;
}): LifeScale {
  const day = date && Math.min(toYears(date) + lengthInYears(date) / 2, today);
  const anchor = day ?? today;
  const begun = lives.map(({ began }) => toYears(began)).filter((year) => year >= anchor - longestPast);
  const first = Math.min(...begun, anchor - 1) - 0.4;
  const last = Math.min(today, Math.max(...begun.map((year) => year + 0.6), anchor + Math.max(2, (anchor - first) * 0.5)));
  const width = Math.max(last - first, 1);
  const at = (year: number) => Math.max(0, Math.min(1, (year - first) / width));
  const step = Math.max(1, Math.ceil(width / mostTicks));
  const years = Array.from({ length: Math.ceil(width) + 1 }, (_, n) => Math.ceil(first) + n);
  return {
    ticks: years.filter((year) => year <= last && year % step === 0).map((year) => ({ year, at: at(year) })),
    page: day === undefined ? undefined : at(day),
    place({ began, ended }) {
      const [begin, end] = [toYears(began), ended === undefined ? undefined : toYears(ended) + lengthInYears(ended)];
      const isOver = end !== undefined && end < last;
      return { from: at(begin), to: isOver ? at(end) : 1, isEarly: begin < first, isOver, isLater: begin > last };
    },
  };
}
