import { formatDate, type Language } from '../core/dates';
import type { CardContent } from '../core/explain-term';
import { saidOfTerm } from '../core/report-link';
import type { Strings } from '../core/strings/en';
import type { EventOutline } from '../core/timeline';
import { EventStep } from './EventStep';
import { ReportLink } from './ReportLink';
import { RunText } from './RunText';
import { SourceLinks } from './SourceLinks';

export interface TermDetailProps {
  card: CardContent;
  /** in order of time */
  events: readonly EventOutline[];
  language: Language;
  words: Strings;
  onEvent: (id: string) => void;
  onTerm: (id: string) => void;
  onChapter: (place: { chapter: number; paragraph: string }) => void;
}

/** What a card says of a term, with all of its events: what it was then, what became of it. */
export function TermDetail({ card, events, language, words, onEvent, onTerm, onChapter }: TermDetailProps) {
  const date = (known: CardContent['began']) => <time dateTime={known}>{formatDate(known, language)}</time>;
  return (
    <>
      <div class="what" aria-live="polite">
        <p class="when">
          <i class="dot" style={{ color: `var(--lw-lane-${card.lane}, var(--lw-ink-3))` }} aria-hidden="true" />
          <span>{(card.owner?.name ?? card.laneName)[language]}</span>
          <span>
            {card.ended ? (
              <>
                {date(card.began)} {words.to} {date(card.ended.date)}
                {words.comma}
                {words.fates[card.ended.how]}
              </>
            ) : (
              words.since(formatDate(card.began, language))
            )}
          </span>
        </p>
        <h2 tabIndex={-1}>{card.name[language]}</h2>
        <p class="say">{card.identity[language]}</p>
      </div>
      <div class="depths">
        <h3 class="then">
          {words.then} {card.then.date && date(card.then.date)}
        </h3>
        <p>
          <RunText runs={card.then[language]} onTerm={onTerm} onEvent={onEvent} />
        </p>
        <h3>{words.now}</h3>
        <p>
          <RunText runs={card.now[language]} onTerm={onTerm} onEvent={onEvent} />
        </p>
      </div>
      {events.length > 0 && (
        <div class="flow">
          <h3>{words.events}</h3>
          <ol>
            {events.map((event) => (
              <li key={event.id}>
                <EventStep event={event} language={language} onEvent={onEvent}>
                  <span>{event.title[language]}</span>
                </EventStep>
              </li>
            ))}
          </ol>
        </div>
      )}
      <p class="refs">
        {card.spot && (
          <button type="button" class="link-button" onClick={() => card.spot && onChapter(card.spot)}>
            {card.spot.chapter === 0 ? words.preface : words.chapterTitle(card.spot.chapter, card.spot.title[language])}{' '}
            <span aria-hidden="true">→</span>
          </button>
        )}
        <SourceLinks sources={card.sources} words={words} />
        <ReportLink
          words={words}
          address={card.reports}
          id={card.term}
          name={card.name[language]}
          said={saidOfTerm({ card, language, words })}
        />
      </p>
    </>
  );
}
