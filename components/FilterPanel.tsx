import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../core/dates';
import { eventKinds } from '../core/event-kinds';
import { listFilters } from '../core/filter-events';
import type { Strings } from '../core/strings/en';
import { Icon } from './Icon';
import type { TimelineModel } from './timeline-model';

/** Lanes, kinds, importance and years behind one button. Escape and a press outside close it. */
export function FilterPanel({ model, language, words }: { model: TimelineModel; language: Language; words: Strings }) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const leave = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    // the popup itself closes on Escape, so the key is taken before it gets there
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    document.addEventListener('keydown', press, true);
    return () => {
      document.removeEventListener('keydown', press, true);
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [isOpen]);
  const { value: loading } = model.loading;
  const { value: filters } = model.filters;
  const count = listFilters(filters).length;
  const known = loading.kind === 'ready' ? loading : undefined;
  const inUse = new Set(known?.index.events.map(({ kind }) => kind));
  const year = (end: 'from' | 'to') => ({
    type: 'number' as const,
    inputMode: 'numeric' as const,
    min: 1950,
    max: 2100,
    'aria-label': end === 'from' ? words.yearFrom : words.yearTo,
    value: filters[end] ?? '',
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      const { value, validity } = currentTarget;
      if (validity.valid) model.setYears({ from: filters.from, to: filters.to, [end]: value === '' ? undefined : Number(value) });
    },
  });
  return (
    <span class="filter-panel" ref={root}>
      <button
        type="button"
        ref={button}
        class="icon-button"
        aria-label={count > 0 ? `${words.filters}${words.colon}${count}` : words.filters}
        title={words.filters}
        aria-expanded={isOpen}
        aria-controls="filters"
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="filter" />
        {count > 0 && <small aria-hidden="true">{count}</small>}
      </button>
      <div id="filters" class="panel" hidden={!isOpen}>
        <fieldset>
          <legend>{words.lanes}</legend>
          {known?.timeline.lanes.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              class="chip"
              aria-pressed={filters.lanes.includes(id)}
              onClick={() => model.toggle({ by: 'lane', id })}
            >
              <i class="dot" style={{ color: `var(--lw-lane-${id}, var(--lw-ink-3))` }} aria-hidden="true" />
              {name[language]}
            </button>
          ))}
        </fieldset>
        <fieldset>
          <legend>{words.kinds}</legend>
          {eventKinds
            .filter((kind) => inUse.has(kind))
            .map((kind) => (
              <button
                key={kind}
                type="button"
                class="chip"
                aria-pressed={filters.kinds.includes(kind)}
                onClick={() => model.toggle({ by: 'kind', id: kind })}
              >
                {words.kindNames[kind] ?? kind}
              </button>
            ))}
        </fieldset>
        <fieldset>
          <legend>{words.importance}</legend>
          {([2, 3] as const).map((least) => (
            <button
              key={least}
              type="button"
              class="chip"
              aria-pressed={filters.least === least}
              onClick={() => model.toggle({ by: 'least', least })}
            >
              {least === 3 ? words.turningPoints : words.notable}
            </button>
          ))}
        </fieldset>
        <fieldset>
          <legend>{words.years}</legend>
          <input class="year-field" {...year('from')} />
          <span aria-hidden="true">–</span>
          <input class="year-field" {...year('to')} />
        </fieldset>
      </div>
    </span>
  );
}
