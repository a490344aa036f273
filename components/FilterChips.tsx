import type { Language } from '../core/dates';
import type { Strings } from '../core/strings/en';
import type { Timeline } from '../core/timeline';

export interface FilterChipsProps {
  chapters: Timeline['chapters'];
  chosen: readonly number[];
  isTurning: boolean;
  /** number: for narrow places; title: number and title */
  naming: 'number' | 'title';
  language: Language;
  words: Strings;
  onChapter: (number: number) => void;
  onTurning: () => void;
}

/** What the timeline is narrowed to: chapters, turning points. The preface (0) tells of no time of its own. */
export function FilterChips({ chapters, chosen, isTurning, naming, language, words, onChapter, onTurning }: FilterChipsProps) {
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
                aria-pressed={chosen.includes(number)}
                onClick={() => onChapter(number)}
              >
                {words.chapterChip(number)}
                {naming === 'title' && ` ${title[language]}`}
              </button>
            );
          })}
      </fieldset>
      <button type="button" class="chip" aria-pressed={isTurning} onClick={onTurning}>
        {words.turningPoints}
      </button>
    </span>
  );
}
