import type { Chapter } from '../../core/pack-schema';
import type { Strings } from '../../core/strings/en';
import type { PanelModel } from './model';

/** Han characters that a Chinese reader takes in a minute; the English text of the same paragraphs takes about as long. */
export const readingSpeed = 400;

/** A segment a chapter, as long as the chapter is, filled as far as it was read. */
export function Progress({ model, words }: { model: PanelModel; words: Strings }) {
  const state = model.state.value;
  const chapters = state.kind === 'ready' ? state.book.chapters.filter(({ number }) => number > 0) : [];
  const open = model.open.value ?? 0;
  return (
    <div
      class="way"
      role="progressbar"
      aria-label={words.chapterOf(open, chapters.length)}
      aria-valuenow={open}
      aria-valuemin={0}
      aria-valuemax={chapters.length || 4}
      style={{ gridTemplateColumns: chapters.map((chapter) => `${lengthOf(chapter)}fr`).join(' ') }}
    >
      {chapters.map(({ number }) => (
        <i key={number} style={{ '--done': `${Math.round((model.places.value.places[number]?.seen ?? 0) * 100)}%` }} />
      ))}
    </div>
  );
}

/** Chinese characters: one measure for both languages, because the paragraphs are the same. */
export function lengthOf(chapter: Chapter): number {
  return chapter.paragraphs.reduce(
    (sum, paragraph) => sum + paragraph.zh.reduce((length, run) => length + (typeof run === 'string' ? run : run.text).length, 0),
    0,
  );
}
