import type { Strings } from '../../core/strings/en';
import { Contents } from './Contents';
import { FindTab } from './FindTab';
import type { Book } from './model';
import { NotesTab } from './NotesTab';
import type { PanelProps } from './Panel';

/** What is there beside the text: contents, a search, the reader's notes. */
export function Tabs(props: PanelProps & { book: Book; words: Strings }) {
  const { model, words } = props;
  const tab = model.tab.value;
  return (
    <main class="contents" tabIndex={-1}>
      <fieldset class="segments tabs" aria-label={words.view}>
        {(['contents', 'find', 'notes'] as const).map((name) => (
          <button type="button" key={name} data-tab={name} aria-pressed={tab === name} onClick={() => model.show(name)}>
            {words.tabs[name]}
          </button>
        ))}
      </fieldset>
      {tab === 'contents' && <Contents {...props} />}
      {tab === 'find' && <FindTab {...props} />}
      {tab === 'notes' && <NotesTab {...props} />}
    </main>
  );
}
