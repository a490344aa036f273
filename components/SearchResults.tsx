import { formatDate, type Language } from '../core/dates';
import type { Hit } from '../core/search';
import type { Strings } from '../core/strings/en';
import { LoadFailed } from './LoadFailed';
import type { TimelineModel } from './timeline-model';

export interface SearchResultsProps {
  model: TimelineModel;
  /** the option that the keyboard stands on, or -1 */
  active: number;
  isOpen: boolean;
  language: Language;
  words: Strings;
  onHit: (hit: Hit) => void;
}

/** The terms and events that were found, best first; where there are none, it says so and names the nearest terms. */
export function SearchResults({ model, active, isOpen, language, words, onHit }: SearchResultsProps) {
  const { finder } = model;
  const results = finder.results.value;
  const hits = isOpen && results.kind === 'found' ? results.hits : [];
  return (
    <div class="results" hidden={!isOpen}>
      <div id="results" role="listbox" aria-label={words.searchResults}>
        {hits.map((hit, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus while the results are walked
          <div
            key={`${hit.kind} ${hit.id}`}
            id={`hit-${at}`}
            class="hit"
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onHit(hit)}
          >
            <HitLine {...{ hit, model, language, words }} />
          </div>
        ))}
      </div>
      <p class="sr" role="status">
        {isOpen && results.kind === 'found' && words.results(hits.length)}
      </p>
      {results.kind === 'none' && <NothingFound {...{ model, language, words }} nearest={results.nearest} onHit={onHit} />}
      {results.kind === 'failed' && (
        <LoadFailed text={words.searchFailed} words={words} onAgain={() => void finder.search(finder.query.value)} />
      )}
    </div>
  );
}

function HitLine({ hit, model, language, words }: { hit: Hit; model: TimelineModel; language: Language; words: Strings }) {
  const { value: loading } = model.loading;
  const card = model.finder.cards.value.get(hit.id);
  const event = loading.kind === 'ready' && hit.kind === 'event' ? loading.index.byId.get(hit.id) : undefined;
  const told = event && model.facts.value.kind === 'ready' ? model.facts.value.byId[event.id] : undefined;
  const name = event?.title ?? card?.name ?? (loading.kind === 'ready' ? loading.timeline.terms[hit.id] : undefined);
  const lane = event?.lane ?? card?.lane;
  return (
    <>
      <i class="dot" style={{ color: `var(--lw-lane-${lane}, var(--lw-ink-3))` }} aria-hidden="true" />
      <b>{name?.[language] ?? hit.id}</b>
      <span>{event ? <time dateTime={event.date}>{formatDate(event.date, language)}</time> : words.term}</span>
      <small>{told ? told.significance[language] : card?.identity[language]}</small>
    </>
  );
}

function NothingFound({
  nearest,
  model,
  language,
  words,
  onHit,
}: { nearest: readonly string[] } & Omit<SearchResultsProps, 'active' | 'isOpen'>) {
  const { value: loading } = model.loading;
  const names = loading.kind === 'ready' ? loading.timeline.terms : {};
  return (
    <div class="nothing" role="status">
      <p>{words.noResults(model.finder.query.value.trim())}</p>
      {nearest.length > 0 && (
        <p class="terms">
          <span class="quiet">{words.nearest}</span>
          {nearest.map((id) => (
            <button key={id} type="button" class="term" onClick={() => onHit({ kind: 'term', id, score: 1 })}>
              {names[id]?.[language] ?? id}
            </button>
          ))}
        </p>
      )}
      <p class="quiet small">{words.noResultsHint}</p>
    </div>
  );
}
