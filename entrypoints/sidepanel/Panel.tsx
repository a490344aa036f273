import type { Language } from '../../core/dates';
import { chooseStrings } from '../../core/strings/choose-strings';
import { ChapterText } from './ChapterText';
import { Contents } from './Contents';
import type { PanelModel } from './model';
import { Progress } from './Progress';

export interface PanelProps {
  model: PanelModel;
  onLanguage: (language: 'en' | 'zh-CN') => void;
  onTimeline: () => void;
  onEvent: (event: string) => void;
}

/** The side panel: contents, or one chapter; a word above the text where something failed. */
export function Panel({ model, onLanguage, onTimeline, onEvent }: PanelProps) {
  const language = model.language.value;
  const words = chooseStrings(language);
  const state = model.state.value;
  const chapter = model.chapter.value;
  const notice = model.notice.value;
  const titleOf = (at: Language) =>
    chapter ? (chapter.number === 0 ? words.preface : words.chapterTitle(chapter.number, chapter.title[at])) : words.contents;
  return (
    <div class="panel">
      <header>
        <button type="button" class="icon-button" aria-label={words.contents} onClick={model.showContents}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2.5 4h1M6 4h7.5M2.5 8h1M6 8h7.5M2.5 12h1M6 12h7.5" />
          </svg>
        </button>
        <p class="where">
          <b>{titleOf(language)}</b>
        </p>
        <fieldset class="segments" aria-label={words.language}>
          <button type="button" lang="zh-Hans" aria-pressed={language === 'zh'} onClick={() => onLanguage('zh-CN')}>
            中文
          </button>
          <button type="button" lang="en" aria-pressed={language === 'en'} onClick={() => onLanguage('en')}>
            EN
          </button>
        </fieldset>
        <Progress model={model} words={words} />
      </header>
      <p class="word" role="status">
        {notice && words[notice]}
      </p>
      {state.kind === 'loading' && (
        <main class="bones" aria-busy="true">
          {Array.from({ length: 9 }, (_, n) => (
            <i key={n} />
          ))}
        </main>
      )}
      {state.kind === 'failed' && (
        <main class="failed">
          <p role="alert">{words.workerFailed}</p>
          <button type="button" class="button" onClick={() => void model.load()}>
            {words.tryAgain}
          </button>
        </main>
      )}
      {state.kind === 'ready' && !chapter && <Contents model={model} book={state.book} words={words} />}
      {chapter && <ChapterText model={model} chapter={chapter} words={words} onEvent={onEvent} key={chapter.number} />}
      <Foot model={model} onTimeline={onTimeline} />
    </div>
  );
}

function Foot({ model, onTimeline }: { model: PanelModel; onTimeline: () => void }) {
  const words = chooseStrings(model.language.value);
  const chapter = model.chapter.value;
  const count = model.state.value.kind === 'ready' ? Math.max(...model.state.value.book.chapters.map(({ number }) => number)) : 0;
  if (!chapter)
    return (
      <footer>
        <button type="button" class="turn" style={{ marginInlineStart: 'auto' }} onClick={onTimeline}>
          {words.timeline}
        </button>
      </footer>
    );
  const seen = model.places.value.places[chapter.number]?.seen ?? 0;
  return (
    <footer>
      <button type="button" class="turn" disabled={chapter.number === 0} onClick={() => model.goTo({ chapter: chapter.number - 1 })}>
        ← {words.previous}
      </button>
      <span class="progress">{words.progress(Math.round(seen * 100))}</span>
      <button type="button" class="turn" disabled={chapter.number === count} onClick={() => model.goTo({ chapter: chapter.number + 1 })}>
        {words.next} →
      </button>
    </footer>
  );
}
