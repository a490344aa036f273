import type { Language } from '../core/dates';
import { spellDate } from '../core/spell-date';
import type { Strings } from '../core/strings/en';
import type { EventOutline, Timeline, TimelineIndex } from '../core/timeline';
import { LinkChain } from './LinkChain';
import { LoadFailed } from './LoadFailed';
import { ReportLink } from './ReportLink';
import { SourceLinks } from './SourceLinks';
import type { Facts } from './timeline-model';

export interface EventDetailProps {
  event: EventOutline;
  facts: Facts;
  timeline: Timeline;
  index: TimelineIndex;
  /** how causes and effects are named */
  naming: 'label' | 'title';
  language: Language;
  words: Strings;
  onEvent: (id: string) => void;
  onTerm: (id: string) => void;
  onChapter: (place: { chapter: number; paragraph: string }) => void;
  /** the texts of the events did not come: ask again */
  onAgain: () => void;
  /** a path is shown: back to it; else begin one here */
  isOnPath: boolean;
  onPath: () => void;
}

/** One dated fact: when, where, what it meant, why it came and what came of it, where the chapters tell of it, and its receipts. */
export function EventDetail(props: EventDetailProps) {
  const { event, facts, timeline, index, naming, language, words, onEvent, onTerm, onChapter, onAgain, isOnPath, onPath } = props;
  const stepTo = (end: 'from' | 'to') => (link: { from: string; to: string; how: 'became' | 'made-possible' | 'in-answer-to' }) => {
    const other = index.byId.get(link[end]);
    return other ? [{ event: other, how: link.how }] : [];
  };
  const causes = index.causesOf(event.id).flatMap(stepTo('from'));
  const effects = index.effectsOf(event.id).flatMap(stepTo('to'));
  const told = facts.kind === 'ready' ? facts.byId[event.id] : undefined;
  const spot = told?.spot;
  const chapter = timeline.chapters.find(({ number }) => number === spot?.chapter);
  return (
    <>
      <div class="what" aria-live="polite">
        <p class="when">
          <i class="dot" aria-hidden="true" />
          <time dateTime={event.date}>{spellDate(event.date, language)}</time>
          {told?.place && <span>{told.place[language]}</span>}
        </p>
        <h2 tabIndex={-1}>{event.title[language]}</h2>
        {told && <p class="say">{told.significance[language]}</p>}
        {facts.kind === 'failed' && <LoadFailed text={words.workerFailed} words={words} onAgain={onAgain} />}
        <p class="terms">
          {event.terms.map((id) => (
            <button key={id} type="button" class="term" onClick={() => onTerm(id)}>
              {timeline.terms[id]?.[language] ?? id}
            </button>
          ))}
        </p>
      </div>
      {causes.length > 0 && <LinkChain way="in" steps={causes} {...{ naming, language, words, onEvent }} />}
      {effects.length > 0 && <LinkChain way="out" steps={effects} {...{ naming, language, words, onEvent }} />}
      <p class="refs">
        {spot && chapter && (
          <button type="button" class="link-button" onClick={() => onChapter(spot)}>
            {chapter.number === 0 ? words.preface : words.chapterTitle(chapter.number, chapter.title[language])}{' '}
            <span aria-hidden="true">→</span>
          </button>
        )}
        {told && <SourceLinks sources={told.sources} words={words} />}
        {told && (
          <ReportLink
            words={words}
            address={told.reports}
            id={event.id}
            name={event.title[language]}
            said={[`${spellDate(event.date, language)}${words.colon}${event.title[language]}`, told.significance[language]]}
          />
        )}
        {(isOnPath || causes.length > 0 || effects.length > 0) && (
          <button type="button" class="link-button" onClick={onPath}>
            {isOnPath ? words.pathBack : words.pathFromHere}
          </button>
        )}
      </p>
    </>
  );
}
