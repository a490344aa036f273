import type { Strings } from '../core/strings/en';
import type { View } from './timeline-model';

/** A third view, of the page that is being read: only the popup has one. */
export interface PageView {
  isOpen: boolean;
  /** how many terms it lists; undefined where it has no list */
  count: number | 'to-come' | undefined;
}

type Tab = View | 'page';

export interface ViewTabsProps {
  view: View;
  page?: PageView | undefined;
  words: Strings;
  onView: (view: View) => void;
  onPage?: (() => void) | undefined;
}

/** Timeline or list, two tabs over the same facts, and the page between them. The panel that they open has the id `view`. */
export function ViewTabs({ view, page, words, onView, onPage }: ViewTabsProps) {
  const tabs: readonly Tab[] = page ? ['picture', 'page', 'list'] : ['picture', 'list'];
  const open = page?.isOpen ? 'page' : view;
  const names = { picture: words.timeline, page: words.thisPage.tab, list: words.list };
  const choose = (tab: Tab) => (tab === 'page' ? onPage?.() : onView(tab));
  const turn = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(open) + step + tabs.length) % tabs.length] ?? open;
    choose(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="segments" role="tablist" aria-label={words.view} onKeyDown={turn}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          aria-controls="view"
          aria-selected={tab === open}
          tabIndex={tab === open ? 0 : -1}
          onClick={() => choose(tab)}
        >
          {names[tab]} {tab === 'page' && page?.count !== undefined && <b class="count">{page.count === 'to-come' ? '' : page.count}</b>}
        </button>
      ))}
    </div>
  );
}
