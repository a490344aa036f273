import type { Language } from '../core/dates';
import type { Strings } from '../core/strings/en';
import type { Timeline, TimelineIndex } from '../core/timeline';
import type { PathEnds } from '../core/timeline-hash';
import { EventStep } from './EventStep';
import { HowArrow } from './HowArrow';
import { Icon } from './Icon';
import type { End } from './path-model';
import type { TimelineModel } from './timeline-model';

export interface PathDetailProps {
  model: TimelineModel;
  timeline: Timeline;
  /** how its steps are named */
  naming: 'label' | 'title';
  index: TimelineIndex;
  language: Language;
  words: Strings;
}

/** The path from A to B in words: its ends, and each step with how it led to the next. */
export function PathDetail({ model, timeline, index, naming, language, words }: PathDetailProps) {
  const { value: state } = model.path.state;
  if (state.kind === 'off') return null;
  const nameOf = (end: string | undefined) =>
    end === undefined ? undefined : (index.byId.get(end)?.label[language] ?? timeline.terms[end]?.[language] ?? end);
  const { ends } = state;
  const missing = state.kind === 'open' ? state.missing : undefined;
  return (
    <>
      <div class="what" aria-live="polite">
        <p class="when">
          <Icon name="path" />
          <span>{state.kind === 'found' ? words.pathSteps(state.path.length, spanOf(state.path, index, words)) : words.pathFromTo}</span>
          <span class="tools">
            {ends.from !== undefined && ends.to !== undefined && (
              <button type="button" class="icon-button" aria-label={words.pathTurn} title={words.pathTurn} onClick={model.path.turn}>
                <Icon name="turn" />
              </button>
            )}
            <button type="button" class="icon-button" aria-label={words.close} title={words.close} onClick={model.path.close}>
              <Icon name="close" />
            </button>
          </span>
        </p>
        <h2 tabIndex={-1}>{missing ? words.pathAsk[missing] : `${nameOf(ends.from)} → ${nameOf(ends.to)}`}</h2>
        <Ends {...{ ends, missing, nameOf, words }} onAsk={model.path.ask} />
        {state.kind === 'open' && <p class="say">{words.pathHelp}</p>}
        {state.kind === 'none' && (
          <p class="say">
            {words.pathNone(nameOf(ends.from) ?? '', nameOf(ends.to) ?? '')}{' '}
            {state.isReversed ? (
              <button type="button" class="link-button" onClick={model.path.turn}>
                {words.pathTurned}
              </button>
            ) : (
              words.pathNoneHelp
            )}
          </p>
        )}
      </div>
      {state.kind === 'found' && (
        <div class="flow steps">
          <ol aria-label={words.pathFromTo}>
            {[undefined, ...state.path].map((link) => {
              const event = index.byId.get(link?.to ?? state.path[0]?.from ?? '');
              return (
                event && (
                  <li key={event.id}>
                    {link ? <HowArrow how={link.how} way="path" /> : <i class="dot" aria-hidden="true" />}
                    <EventStep
                      event={event}
                      language={language}
                      hint={link ? `${event.title[language]} (${words.how[link.how]})` : event.title[language]}
                      onEvent={model.chooseEvent}
                    >
                      {link && <small>{words.how[link.how]}</small>}
                      <span>{event[naming][language]}</span>
                    </EventStep>
                  </li>
                )
              );
            })}
          </ol>
        </div>
      )}
    </>
  );
}

function spanOf(path: readonly { from: string; to: string }[], index: TimelineIndex, words: Strings): string {
  const year = (id: string | undefined) => Number(index.byId.get(id ?? '')?.date.slice(0, 4));
  return words.yearsBetween(year(path[0]?.from), year(path.at(-1)?.to));
}

function Ends({
  ends,
  missing,
  nameOf,
  words,
  onAsk,
}: {
  ends: PathEnds;
  missing: End | undefined;
  nameOf: (end: string | undefined) => string | undefined;
  words: Strings;
  onAsk: (end: End) => void;
}) {
  return (
    <p class="ends">
      {(['from', 'to'] as const).map((end) => (
        <button key={end} type="button" class="chip" aria-pressed={missing === end} onClick={() => onAsk(end)}>
          <small>{end === 'from' ? words.pathBegin : words.pathEnd}</small> {nameOf(ends[end]) ?? '…'}
        </button>
      ))}
    </p>
  );
}
