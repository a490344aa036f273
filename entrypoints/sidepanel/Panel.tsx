import { chooseStrings } from '../../core/strings/choose-strings';
import { ChapterText } from './ChapterText';
import type { FindModel } from './find-model';
import type { ListenModel } from './listen-model';
import type { LookModel } from './look-model';
import type { PanelModel } from './model';
import type { NotesModel } from './notes-model';
import { PanelFoot } from './PanelFoot';
import { PanelHead } from './PanelHead';
import type { PageModel } from './page-model';
import { Tabs } from './Tabs';

export interface PanelProps {
  model: PanelModel;
  look: LookModel;
  finder: FindModel;
  notes: NotesModel;
  listen: ListenModel;
  /** the page beside the panel; none where the chapters are open in a tab */
  page: PageModel | undefined;
  onLanguage: (language: 'en' | 'zh-CN') => void;
  onTimeline: () => void;
}

/** The side panel: contents, or one chapter; a word above the text where something failed. */
export function Panel(props: PanelProps) {
  const { model } = props;
  const words = chooseStrings(model.language.value);
  const state = model.state.value;
  const chapter = model.chapter.value;
  return (
    <div class="panel">
      <PanelHead {...props} words={words} />
      <p class="word" role="status">
        {model.notices.value.map((notice) => (
          <span key={notice}>{words[notice]}</span>
        ))}
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
      {state.kind === 'ready' && !chapter && <Tabs {...props} book={state.book} words={words} />}
      {chapter && <ChapterText {...props} chapter={chapter} words={words} key={chapter.number} />}
      <PanelFoot {...props} words={words} />
    </div>
  );
}
