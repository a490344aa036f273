import type { Language } from '../core/dates';
import type { OneFilter } from '../core/filter-events';
import type { Strings } from '../core/strings/en';
import type { Timeline } from '../core/timeline';

/** What a chip says. */
export function nameFilter(
  one: OneFilter,
  { lanes, chapters }: Timeline,
  { language, words }: { language: Language; words: Strings },
): string {
  switch (one.by) {
    case 'chapter':
      return words.chapterTitle(one.number, chapters.find(({ number }) => number === one.number)?.title[language] ?? '');
    case 'lane':
      return lanes.find(({ id }) => id === one.id)?.name[language] ?? one.id;
    case 'kind':
      return words.kindNames[one.id] ?? one.id;
    case 'least':
      return one.least === 3 ? words.turningPoints : words.notable;
    case 'years':
      return words.yearsBetween(one.from, one.to);
  }
}
