import { formatDate, type Language } from '../core/dates';
import type { ChapterBar, ChapterSpan } from '../core/place-chapters';
import type { Strings } from '../core/strings/en';
import type { Timeline } from '../core/timeline';

/** What a picture needs to show which chapter tells of which years; a press narrows it to a chapter's events, or takes that back. */
export interface RibbonOfChapters {
  chapters: Timeline['chapters'];
  spans: readonly ChapterSpan[];
  /** those that the events are narrowed to */
  chosen: readonly number[];
  onChapter: (number: number) => void;
}

/** As high as a press wants it, with the space to the next; and the air above and below all rows. In pixels. */
const row = { height: 26, air: 10 } as const;

export function ribbonHeight(bars: readonly ChapterBar[]): number {
  return bars.length === 0 ? 0 : Math.max(...bars.map((bar) => bar.row + 1)) * row.height + row.air;
}

export interface ChapterRibbonProps extends RibbonOfChapters {
  bars: readonly ChapterBar[];
  width: number;
  /** of the lanes below, in pixels */
  height: number;
  language: Language;
  words: Strings;
}

/** The chapters over the years that they tell of, above the lanes. A title stays in view as long as its years do. */
export function ChapterRibbon({ bars, chapters, spans, chosen, width, height, language, words, onChapter }: ChapterRibbonProps) {
  const own = ribbonHeight(bars);
  return (
    <fieldset class="ribbon" aria-labelledby="ribbon-name" style={{ width: `${width}px`, height: `${own}px` }}>
      {bars.map(({ number, x, width: wide, row: at }) => {
        const span = spans.find((one) => one.number === number);
        const top = row.air / 2 + at * row.height;
        const title = chapters.find((one) => one.number === number)?.title[language] ?? '';
        return (
          <button
            key={number}
            type="button"
            class="chapter-bar"
            data-chapter={number}
            style={{ left: `${x}px`, width: `${wide}px`, top: `${top}px`, '--down': `${own - top + height}px` }}
            aria-pressed={chosen.includes(number)}
            title={
              span &&
              words.ribbon.covers(words.chapterTitle(number, title), {
                count: span.count,
                from: formatDate(span.first, language),
                to: formatDate(span.last, language),
              })
            }
            onClick={() => onChapter(number)}
          >
            <span>
              <b>{words.chapterChip(number)}</b> {title}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
