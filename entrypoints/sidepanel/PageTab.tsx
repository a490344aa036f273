import { useEffect } from 'preact/hooks';
import type { Strings } from '../../core/strings/en';
import type { Book } from '../../core/tell-book';
import type { PanelModel } from './model';
import type { PageModel } from './page-model';

/** The terms of the page beside the panel; each opens its card, its count goes round its mentions on the page. */
export function PageTab({ model, page, book, words }: { model: PanelModel; page: PageModel; book: Book; words: Strings }) {
  const state = page.state.value;
  const language = model.language.value;
  useEffect(() => void page.readAgain(), []);
  if (state.kind !== 'listed' || state.counts.size === 0)
    return <p class="count">{state.kind === 'closed' ? words.pageBesideClosed : words.pageBesideEmpty}</p>;
  return (
    <ol class="page-terms">
      {[...state.counts].map(([term, count]) => {
        const look = book.looks[term];
        return look ? (
          <li key={look.id}>
            <button type="button" class="term" data-term={look.id}>
              {look.name[language]}
            </button>
            <button
              type="button"
              class="link-button"
              aria-label={words.showOnPage(look.name[language], count)}
              onClick={() => void page.showNext(term)}
            >
              {count}
            </button>
            <span class="identity">{look.identity[language]}</span>
          </li>
        ) : null;
      })}
    </ol>
  );
}
