import { useMemo, useRef } from 'preact/hooks';
import type { TimelineModel } from '../../components/timeline-model';
import { toYears } from '../../core/dates';
import type { Strings } from '../../core/strings/en';

/** All years at one scale, with a window on those in view: dragged, pressed or moved by the arrow keys, the picture follows. */
export function Overview({ model, today, words }: { model: TimelineModel; today: number; words: Strings }) {
  const strip = useRef<HTMLDivElement>(null);
  const events = model.shown.value;
  const { value: loading } = model.loading;
  // all years, whatever the filters leave of their events
  const first = loading.kind === 'ready' ? loading.index.events[0] : undefined;
  const from = first ? Math.floor(toYears(first.date)) - 1 : today - 1;
  const share = (year: number) => Math.max(0, Math.min(1, (year - from) / (today - from)));
  const at = (year: number) => `${(share(year) * 100).toFixed(2)}%`;
  // the same as long as the events are: only the window moves
  const ticks = useMemo(
    () =>
      events.map((event) => (
        <i
          key={event.id}
          class={`w${event.importance}`}
          style={{ left: at(toYears(event.date)), color: `var(--lw-lane-${event.lane}, var(--lw-ink-3))` }}
        />
      )),
    [events, today],
  );
  if (!first) return null;
  const decades = [1980, 1990, 2000, 2010, 2020, 2030].filter((year) => year > from && year < today);
  const years = model.years.value ?? { from, to: today, centre: (from + today) / 2 };
  const [begin, end] = [Math.max(years.from, from), Math.min(years.to, today)];
  const goTo = (year: number) => model.goTo(Math.max(from, Math.min(today, year)));

  const follow = (event: PointerEvent) => {
    const box = strip.current?.getBoundingClientRect();
    if (box) goTo(from + ((event.clientX - box.left) / box.width) * (today - from));
  };
  const press = (event: KeyboardEvent) => {
    const step = (end - begin) / 4;
    const to = {
      ArrowLeft: years.centre - step,
      ArrowDown: years.centre - step,
      ArrowRight: years.centre + step,
      ArrowUp: years.centre + step,
      PageDown: years.centre - 4 * step,
      PageUp: years.centre + 4 * step,
      Home: from,
      End: today,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    goTo(to);
  };
  return (
    <div class="overview">
      <div
        ref={strip}
        class="strip"
        role="slider"
        tabIndex={0}
        aria-label={words.minimap}
        aria-valuemin={from}
        aria-valuemax={Math.ceil(today)}
        aria-valuenow={Math.round(years.centre)}
        aria-valuetext={words.minimapValue(Math.floor(begin), Math.floor(end))}
        onKeyDown={press}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          follow(event);
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && follow(event)}
      >
        {ticks}
        <span class="window" style={{ left: at(begin), right: `calc(100% - ${at(end)})` }} />
      </div>
      <p aria-hidden="true">
        {decades.map((year) => (
          <span key={year} style={{ left: at(year) }}>
            {year}
          </span>
        ))}
      </p>
    </div>
  );
}
