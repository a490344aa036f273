import type { Language } from '../core/dates';
import { nameMonth } from '../core/spell-date';
import type { Tick } from '../core/timeline-scale';

/** The years below the lanes, and the months where there is room for them. Every event carries its date in its own name. */
export function TimelineAxis({ ticks, width, language }: { ticks: readonly Tick[]; width: number; language: Language }) {
  return (
    <div class="axis" style={{ width: `${width}px` }} aria-hidden="true">
      {ticks.map(({ x, year, month }) => (
        <span key={x} class={month === undefined ? 'year' : 'month'} style={{ left: `${x}px` }}>
          {month === undefined ? year : nameMonth(month, language)}
        </span>
      ))}
    </div>
  );
}
