import type { Language } from '../core/dates';
import type { Strings } from '../core/strings/en';
import type { EventOutline, How } from '../core/timeline';
import { EventStep } from './EventStep';
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
            <EventStep event={event} language={language} hint={`${event.title[language]} (${words.how[how]})`} onEvent={onEvent}>
              <span>{event[naming][language]}</span>
              <span class="sr">
                {words.comma}
                {words.how[how]}
                {words.comma}
              </span>
            </EventStep>
          </li>
        ))}
      </ol>
    </div>
  );
}
