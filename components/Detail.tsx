import { formatDate, type Language } from '../core/dates';
import type { Strings } from '../core/strings/en';
import { EventDetail } from './EventDetail';
import { focusDetail } from './focus-detail';
import { LoadFailed } from './LoadFailed';
import { PathDetail } from './PathDetail';
import { TermDetail } from './TermDetail';
import type { TimelineModel } from './timeline-model';

export interface DetailProps {
  model: TimelineModel;
  naming: 'label' | 'title';
  language: Language;
  words: Strings;
  onChapter: (place: { chapter: number; paragraph: string }) => void;
}

/** What is known of the chosen event or term; before anything is chosen, how to choose. */
export function Detail({ model, naming, language, words, onChapter }: DetailProps) {
  const [{ value: chosen }, { value: loading }] = [model.chosen, model.loading];
  const event = model.chosenEvent.value;
  const shared = { language, words, onChapter, onEvent: model.chooseEvent, onTerm: (id: string) => void model.chooseTerm(id) };
  const isPath = chosen.kind === 'nothing' && model.path.state.value.kind !== 'off';
  const kind = chosen.kind === 'card' ? 'of-term' : event ? 'of-event' : isPath ? 'of-path' : 'of-nothing';
  return (
    <section class={`detail ${kind}`} id="detail" aria-label={words.details}>
      {event && loading.kind === 'ready' && (
        <EventDetail
          key={event.id}
          event={event}
          facts={model.facts.value}
          timeline={loading.timeline}
          index={loading.index}
          naming={naming}
          onAgain={() => void model.loadFacts()}
          isOnPath={model.path.ends.value !== undefined}
          onPath={() => {
            if (model.path.ends.value === undefined) model.beginPath(event.id);
            else model.forget();
            focusDetail();
          }}
          {...shared}
        />
      )}
      {chosen.kind === 'card' && (
        <TermDetail
          key={chosen.id}
          card={chosen.card}
          events={loading.kind === 'ready' ? loading.index.eventsOfTerm(chosen.id) : []}
          {...shared}
        />
      )}
      {chosen.kind === 'failed' && <LoadFailed text={words.workerFailed} words={words} onAgain={() => void model.chooseTerm(chosen.id)} />}
      {chosen.kind === 'unknown' && <Unknown {...{ chosen, model, language, words }} />}
      {isPath && loading.kind === 'ready' && (
        <PathDetail timeline={loading.timeline} index={loading.index} {...{ model, naming, language, words }} />
      )}
      {chosen.kind === 'nothing' && !isPath && loading.kind === 'ready' && <Invitation {...{ model, language, words }} />}
    </section>
  );
}

function Unknown({
  chosen,
  model,
  language,
  words,
}: { chosen: { text: string; nearest: readonly string[] } } & Omit<DetailProps, 'onChapter' | 'naming'>) {
  const { value: loading } = model.loading;
  const names = loading.kind === 'ready' ? loading.timeline.terms : {};
  return (
    <div class="what" role="status">
      <h2 tabIndex={-1}>{words.unknownTerm(chosen.text)}</h2>
      {chosen.nearest.length > 0 && (
        <p class="terms">
          <span class="quiet">{words.nearest}</span>
          {chosen.nearest.map((id) => (
            <button key={id} type="button" class="term" onClick={() => void model.chooseTerm(id)}>
              {names[id]?.[language] ?? id}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

function Invitation({ model, language, words }: Omit<DetailProps, 'onChapter' | 'naming'>) {
  const { value: loading } = model.loading;
  const [first] = loading.kind === 'ready' ? loading.index.events : [];
  if (loading.kind !== 'ready' || !first) return null;
  return (
    <div class="invitation">
      <p>{words.chooseEvent}</p>
      <p class="quiet small">{words.wholeStoryOf(loading.index.events.length, formatDate(first.date, language))}</p>
      <p class="quiet small keys">
        <span>
          <kbd>←</kbd> <kbd>→</kbd> <kbd>↑</kbd> <kbd>↓</kbd> {words.moveKeys}
        </span>
        <span>
          <kbd>Enter</kbd> {words.chooseKey}
        </span>
        <span>
          <kbd>+</kbd> <kbd>−</kbd> <kbd>0</kbd> {words.zoomKeys}
        </span>
        <span>
          <kbd>/</kbd> {words.searchKey}
        </span>
      </p>
    </div>
  );
}
