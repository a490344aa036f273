import { formatDate, type Language } from '../core/dates';
import type { Strings } from '../core/strings/en';
import type { EventOutline, How } from '../core/timeline';
import { HowArrow } from './HowArrow';

export interface LinkChainProps {
  /** in: what led here; out: what came of it */
  way: 'in' | 'out';
  steps: readonly { event: EventOutline; how: How }[];
  /** the short label for narrow columns, or the whole title */
  naming: 'label' | 'title';
  language: Language;
  words: Strings;
  onEvent: (id: string) => void;
}

/** Causes or effects of an event. */
export function LinkChain({ way, steps, naming, language, words, onEvent }: LinkChainProps) {
  return (
    <div class="flow">
      <h3>{way === 'in' ? words.becauseOf : words.ledTo}</h3>
      <ol>
        {steps.map(({ event, how }) => (
          <li key={event.id}>
            <HowArrow how={how} way={way} />
            <button type="button" class="chain" title={`${event.title[language]} (${words.how[how]})`} onClick={() => onEvent(event.id)}>
              <span>{event[naming][language]}</span>
              <span class="sr">
                {words.comma}
                {words.how[how]}
                {words.comma}
              </span>
              <time dateTime={event.date}>{formatDate(event.date, language)}</time>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
