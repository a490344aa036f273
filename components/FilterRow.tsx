import type { Language } from '../core/dates';
import { listFilters } from '../core/filter-events';
import type { Strings } from '../core/strings/en';
import { Icon } from './Icon';
import { nameFilter } from './name-filter';
import type { TimelineModel } from './timeline-model';

/** The filters that are on, each with its way off. */
export function FilterRow({ model, language, words }: { model: TimelineModel; language: Language; words: Strings }) {
  const { value: loading } = model.loading;
  if (loading.kind !== 'ready') return null;
  const on = listFilters(model.filters.value);
  if (on.length === 0) return null;
  return (
    <div class="filter-row">
      <span class="quiet small" role="status">
        {words.eventsShown(model.shown.value.length, loading.index.events.length)}
      </span>
      <ul class="chips" aria-label={words.filters}>
        {on.map((one) => {
          const name = nameFilter(one, loading.timeline, { language, words });
          return (
            <li key={name}>
              <button
                type="button"
                class="chip off"
                aria-label={words.filterOff(name)}
                title={words.filterOff(name)}
                onClick={() => model.toggle(one)}
              >
                {name}
                <Icon name="close" />
              </button>
            </li>
          );
        })}
      </ul>
      <button type="button" class="link-button" onClick={model.showAll}>
        {words.showAll}
      </button>
    </div>
  );
}
