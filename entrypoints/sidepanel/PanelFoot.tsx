import type { Strings } from '../../core/strings/en';
import { ListenButton } from './ListenButton';
import { LitTerms } from './LitTerms';
import type { PanelProps } from './Panel';
import { lengthOf, readingSpeed } from './Progress';

/** How far the reader is, and the chapters before and after. */
export function PanelFoot({ model, page, listen, onTimeline, words }: PanelProps & { words: Strings }) {
  const chapter = model.chapter.value;
  const state = model.state.value;
  const last = state.kind === 'ready' ? Math.max(...state.book.chapters.map(({ number }) => number)) : 0;
  if (!chapter)
    return (
      <footer>
        <button type="button" class="turn alone" onClick={onTimeline}>
          {words.timeline}
        </button>
      </footer>
    );
  const seen = model.places.value.places[chapter.number]?.seen ?? 0;
  const minutes = Math.round((lengthOf(chapter) * (1 - seen)) / readingSpeed);
  return (
    <footer>
      <button
        type="button"
        class="icon-button turn"
        aria-label={words.previous}
        title={words.previous}
        disabled={chapter.number === 0}
        onClick={() => model.goTo({ chapter: chapter.number - 1 })}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M10 3.5 5.500 8l4.500 4.500" />
        </svg>
      </button>
      <span class="progress">
        {words.progress(Math.round(seen * 100))}
        {seen < 0.99 && words.minutesLeft(minutes)}
      </span>
      <button
        type="button"
        class="icon-button turn"
        aria-label={words.next}
        title={words.next}
        disabled={chapter.number === last}
        onClick={() => model.goTo({ chapter: chapter.number + 1 })}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M6 3.500 10.500 8 6 12.500" />
        </svg>
      </button>
      {listen.languages.value.has(model.language.value) && <ListenButton model={model} listen={listen} chapter={chapter} words={words} />}
      {page && <LitTerms model={model} page={page} words={words} />}
    </footer>
  );
}
