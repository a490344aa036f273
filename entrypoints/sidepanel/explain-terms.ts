import { mountHoverCard } from '../../components/mount-hover-card';
import type { FirstLook } from '../../core/first-look';
import type { MarkedWord } from '../../core/mark-source';
import type { Settings } from '../../core/settings';
import { sendMessage } from '../../platform/messages';
import { isDark } from './apply-look';
import type { PanelModel } from './model';

/** Our own words need no highlights: each is a button with its term, and the card that explains it is the one of the pages. */
export function explainTermsOf({
  model,
  settings,
  signal,
}: {
  model: PanelModel;
  settings: () => Pick<Settings, 'dwell' | 'theme'>;
  signal: AbortSignal;
}): void {
  const marked = new WeakMap<Element, MarkedWord & { element: HTMLElement }>();
  const looks = (): FirstLook[] => (model.state.value.kind === 'ready' ? model.state.value.book.looks : []);
  const markOf = (element: Element | null) => {
    const button = element?.closest<HTMLElement>('main [data-term]');
    if (!button) return undefined;
    const mark = marked.get(button) ?? {
      term: looks().findIndex((look) => look.id === button.dataset['term']),
      word: button.textContent ?? '',
      element: button,
    };
    marked.set(button, mark);
    return mark;
  };
  const elementOf = (mark: MarkedWord) => (mark as MarkedWord & { element: HTMLElement }).element;
  const card = mountHoverCard({
    marks: {
      markAt: (x, y) => markOf(document.elementFromPoint(x, y)),
      rectsOf: (mark) => [...elementOf(mark).getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height })),
      toneOf: () => (isDark(document.documentElement) ? 'dark' : 'light'),
      inOrder: () => [...document.querySelectorAll('main [data-term]')].flatMap((element) => markOf(element) ?? []),
      nodeOf: elementOf,
      setOpen: (mark) => {
        for (const open of document.querySelectorAll('[data-open]')) delete (open as HTMLElement).dataset['open'];
        if (mark) elementOf(mark).dataset['open'] = '';
      },
    },
    transport: {
      explain: (question) => sendMessage('explain', question),
      openChapter: async (place) => {
        card.close();
        model.goTo(place);
        return 'panel';
      },
      firstLook: (term) => (typeof term === 'number' ? looks()[term] : looks().find((look) => look.id === term)),
      language: () => model.language.value,
      dwell: () => settings().dwell,
      tone() {
        const { theme } = settings();
        return theme === 'auto' ? undefined : theme;
      },
    },
    signal,
  });
  document.addEventListener(
    'click',
    (event) => {
      const mark = markOf(event.target as Element);
      // with a key held the link opens as a link: the term in the timeline
      if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      card.openForMark(mark);
    },
    { signal },
  );
}
