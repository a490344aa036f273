import type { Strings } from '../../core/strings/en';
import type { Book } from '../../core/tell-book';
import { Contents } from './Contents';
import { FindTab } from './FindTab';
import { NotesTab } from './NotesTab';
import { PageTab } from './PageTab';
import type { PanelProps } from './Panel';

/** What is there beside the text: contents, a search, the reader's notes. */
export function Tabs(props: PanelProps & { book: Book; words: Strings }) {
  const { model, words } = props;
  const tab = model.tab.value;
  // in a tab of its own the panel has no page beside it
  const tabs = (['contents', 'find', 'page', 'notes'] as const).filter((name) => name !== 'page' || props.page);
  return (
    <main class="contents" tabIndex={-1}>
      <fieldset class="segments tabs" aria-label={words.view}>
        {tabs.map((name) => (
          <button type="button" key={name} data-tab={name} aria-pressed={tab === name} onClick={() => model.show(name)}>
            {words.tabs[name]}
          </button>
        ))}
      </fieldset>
      {tab !== 'contents' && <h1 class="sr">{words.tabs[tab]}</h1>}
      {tab === 'contents' && <Contents {...props} />}
      {tab === 'find' && <FindTab {...props} />}
      {tab === 'page' && props.page && <PageTab {...props} page={props.page} />}
      {tab === 'notes' && <NotesTab {...props} />}
    </main>
  );
}
