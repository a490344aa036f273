import { useEffect, useRef } from 'preact/hooks';
import { formatDate, type Language } from '../core/dates';
import type { Strings } from '../core/strings/en';
import type { EventOutline, Timeline } from '../core/timeline';

export interface TimelineListProps {
  lanes: Timeline['lanes'];
  /** in order of time */
  events: readonly EventOutline[];
  chosen: string | undefined;
  language: Language;
  words: Strings;
  onChoose: (id: string) => void;
  /** Enter on the chosen event */
  onDetail: () => void;
}

/** The same events as the picture's, as an ordered list by years. One tab stop: Up, Down, Home and End move in it. */
export function TimelineList({ lanes, events, chosen, language, words, onChoose, onDetail }: TimelineListProps) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const years = Map.groupBy(events, (event) => event.date.slice(0, 4));
  const stop = chosen ?? events[0]?.id;
  const nameOf = (lane: string) => lanes.find(({ id }) => id === lane)?.name[language] ?? lane;
  const move = (event: KeyboardEvent) => {
    const buttons = [...(root.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  };
  return (
    <div class="list" ref={root}>
      {[...years].map(([year, inYear]) => (
        <section key={year} aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>{year}</h2>
          <ol>
            {inYear.map((event) => (
              <li key={event.id}>
                <button
                  type="button"
                  class={`w${event.importance}`}
                  data-event={event.id}
                  tabIndex={event.id === stop ? 0 : -1}
                  {...(event.id === chosen && { 'aria-current': 'true' as const })}
                  onKeyDown={move}
                  onClick={() => (event.id === chosen ? onDetail() : onChoose(event.id))}
                >
                  <time dateTime={event.date}>{formatDate(event.date, language)}</time>
                  <i class="dot" style={{ color: `var(--lw-lane-${event.lane}, var(--lw-ink-3))` }} aria-hidden="true" />
                  <span>{event.title[language]}</span>
                  <small>
                    {nameOf(event.lane)}
                    {event.importance === 3 && (
                      <span class="sr">
                        {words.comma}
                        {words.turningPoints}
                      </span>
                    )}
                  </small>
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
