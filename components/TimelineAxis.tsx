import type { Language } from '../core/dates';
import { nameMonth } from '../core/spell-date';
import type { Tick } from '../core/timeline-scale';

/** The years below the lanes, and the months where there is room for them. Every event carries its date in its own name. */
export function TimelineAxis({
  ticks,
  width,
  seen,
  language,
}: {
  ticks: readonly Tick[];
  width: number;
  /** what is drawn of it, in pixels */
  seen: { from: number; to: number };
  language: Language;
}) {
  return (
    <div class="axis" style={{ width: `${width}px` }} aria-hidden="true">
      {ticks
        .filter(({ x }) => x >= seen.from && x <= seen.to)
        .map(({ x, year, month }) => (
          <span key={x} class={month === undefined ? 'year' : 'month'} style={{ left: `${x}px` }}>
            {month === undefined ? year : nameMonth(month, language)}
          </span>
        ))}
    </div>
  );
}
