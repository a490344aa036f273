import type { Chapter } from '../../core/pack-schema';
import type { Strings } from '../../core/strings/en';
import type { PanelModel } from './model';

/** The way on. */
export function ChapterEnd({ model, chapter, words }: { model: PanelModel; chapter: Chapter; words: Strings }) {
  const state = model.state.value;
  const language = model.language.value;
  const next = state.kind === 'ready' ? state.book.chapters.find(({ number }) => number === chapter.number + 1) : undefined;
  return (
    <div class="chapter-end">
      <span class="fleuron" aria-hidden="true" />
      <button type="button" class="button" onClick={() => (next ? model.goTo({ chapter: next.number }) : model.show('contents'))}>
        {next ? words.chapterTitle(next.number, next.title[language]) : words.contents}
      </button>
    </div>
  );
}
