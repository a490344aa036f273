import type { Language } from '../core/dates';
import type { Filters, OneFilter } from '../core/filter-events';
import type { Strings } from '../core/strings/en';
import type { Timeline } from '../core/timeline';

export interface FilterChipsProps {
  chapters: Timeline['chapters'];
  filters: Filters;
  /** number: for narrow places; title: number and title */
  naming: 'number' | 'title';
  language: Language;
  words: Strings;
  onToggle: (one: OneFilter) => void;
}

/** The filters that are always at hand: chapters, turning points. The preface (0) tells of no time of its own. */
export function FilterChips({ chapters, filters, naming, language, words, onToggle }: FilterChipsProps) {
  return (
    <span class="filters">
      <span class="quiet small" id="chapter-chips">
        {words.chapter}
      </span>
      <fieldset class="chips" aria-labelledby="chapter-chips">
        {chapters
          .filter(({ number }) => number > 0)
          .map(({ number, title }) => {
            const full = words.chapterTitle(number, title[language]);
            return (
              <button
                key={number}
                type="button"
                class="chip"
                title={full}
                {...(naming === 'number' && { 'aria-label': full })}
                aria-pressed={filters.chapters.includes(number)}
                onClick={() => onToggle({ by: 'chapter', number })}
              >
                {words.chapterChip(number)}
                {naming === 'title' && ` ${title[language]}`}
              </button>
            );
          })}
      </fieldset>
      <button type="button" class="chip" aria-pressed={filters.least === 3} onClick={() => onToggle({ by: 'least', least: 3 })}>
        {words.turningPoints}
      </button>
    </span>
  );
}
