import type { Strings } from '../../core/strings/en';
import type { PanelModel } from './model';
import type { PageModel } from './page-model';
import { termsInView } from './terms-in-view';

/** Which terms of the paragraph in view stand on the page too; a press goes to them there. */
export function LitTerms({ model, page, words }: { model: PanelModel; page: PageModel; words: Strings }) {
  const state = page.state.value;
  const book = model.state.value.kind === 'ready' ? model.state.value.book : undefined;
  if (!book || state.kind !== 'listed') return null;
  const both = termsInView(model).filter((term) => state.counts.has(term));
  if (both.length === 0) return null;
  return (
    <span class="lit">
      <span class="lead">{words.alsoOnPage}</span>
      {both.map((term) => (
        <button type="button" class="link-button" key={term} onClick={() => void page.showNext(term)}>
          {book.looks[term]?.name[model.language.value]}
        </button>
      ))}
    </span>
  );
}
