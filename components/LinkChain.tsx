import { formatDate, type Language } from '../core/dates';
import type { Strings } from '../core/strings/en';
import type { EventOutline, How } from '../core/timeline';

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

/** Causes or effects of an event. Solid: became, or made possible; dashed: in answer to. The words stand for those who see no arrow. */
export function LinkChain({ way, steps, naming, language, words, onEvent }: LinkChainProps) {
  return (
    <div class="flow">
      <h3>{way === 'in' ? words.becauseOf : words.ledTo}</h3>
      <ol>
        {steps.map(({ event, how }) => (
          <li key={event.id}>
            <svg class={`how ${way}`} viewBox="0 0 16 10" width="16" height="10" aria-hidden="true">
              <path d={how === 'in-answer-to' ? 'M1 5h2.5m2 0h2.5m2 0h4m-3.5-3 3.5 3-3.5 3' : 'M1 5h13m-3.5-3 3.5 3-3.5 3'} />
            </svg>
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
