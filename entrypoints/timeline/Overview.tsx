import { toYears } from '../../core/dates';
import type { HistoryEvent } from '../../core/pack-schema';

export interface OverviewProps {
  /** in order of time */
  events: readonly HistoryEvent[];
  today: number;
  /** what the picture shows of it; all, until it says */
  years: { from: number; to: number } | undefined;
  label: string;
}

/** All years at one scale: an honest ruler beside a picture whose density changes. */
export function Overview({ events, today, years, label }: OverviewProps) {
  const [first] = events;
  if (!first) return null;
  const from = Math.floor(toYears(first.date)) - 1;
  const at = (year: number) => `${Math.max(0, Math.min(100, ((year - from) / (today - from)) * 100)).toFixed(2)}%`;
  const decades = [1980, 1990, 2000, 2010, 2020, 2030].filter((year) => year > from && year < today);
  const [begin, end] = [Math.max(years?.from ?? from, from), Math.min(years?.to ?? today, today)];
  return (
    <div class="overview" role="img" aria-label={label}>
      <div>
        {events.map((event) => (
          <i
            key={event.id}
            class={`w${event.importance}`}
            style={{ left: at(toYears(event.date)), color: `var(--lw-lane-${event.lane}, var(--lw-ink-3))` }}
          />
        ))}
        <span class="window" style={{ left: at(begin), right: `calc(100% - ${at(end)})` }} />
      </div>
      <p>
        {decades.map((year) => (
          <span key={year} style={{ left: at(year) }}>
            {year}
          </span>
        ))}
      </p>
    </div>
  );
}
