import type { ComponentChildren } from 'preact';
import { LoadFailed } from '../../components/LoadFailed';
import type { Language } from '../../core/dates';
import { spellDate } from '../../core/spell-date';
import type { Strings } from '../../core/strings/en';
import { PageTermList } from './PageTermList';
import type { PageModel } from './page-model';

export interface PageTermsProps {
  model: PageModel;
  order: 'as-written' | 'in-time';
  /** in years, 2026.4 */
  today: number;
  language: Language;
  words: Strings;
  onTerm: (id: string) => void;
}

/** What the page that is being read names, and what was true of it that day; or why there is nothing to list. */
export function PageTerms({ model, order, today, language, words, onTerm }: PageTermsProps) {
  const { value: state } = model.state;
  const { value: site } = model.site;
  const { thisPage } = words;
  return (
    <div class="page-view" id="view" role="tabpanel" aria-labelledby="tab-page" aria-busy={state.kind === 'loading'}>
      {state.kind === 'loading' && (
        <p class="sr" role="status">
          {thisPage.loading}
        </p>
      )}
      {state.kind === 'failed' && <LoadFailed text={thisPage.failed} words={words} onAgain={() => void model.readAgain()} />}
      {state.kind === 'closed' && <Instead title={thisPage.closed} text={thisPage.closedHint} />}
      {state.kind === 'empty' && <Instead title={thisPage.empty} text={thisPage.emptyHint} />}
      {state.kind === 'off' && (
        <Instead title={thisPage.off(site.kind === 'site' ? site.site : '')} text={thisPage.offHint}>
          <button type="button" class="button" disabled={site.kind === 'site' && site.isPrivate} onClick={() => void model.turn(true)}>
            {thisPage.turnOn}
          </button>
        </Instead>
      )}
      {state.kind === 'listed' && (
        <>
          <div class="lede">
            <h2>
              {thisPage.lede(state.terms.length)}
              {state.date && thisPage.written(spellDate(state.date, language))}
            </h2>
            <p>{state.date ? thisPage.dateGiven : thisPage.dateUnknown}</p>
          </div>
          <PageTermList
            terms={state.terms}
            date={state.date}
            onNext={(term) => void model.showNext(term)}
            {...{ order, today, language, words, onTerm }}
          />
        </>
      )}
    </div>
  );
}

function Instead({ title, text, children }: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <div class="instead" role="status">
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}
