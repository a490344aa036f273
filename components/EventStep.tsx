import type { ComponentChildren } from 'preact';
import { formatDate, type Language } from '../core/dates';
import type { EventOutline } from '../core/timeline';

export interface EventStepProps {
  event: EventOutline;
  language: Language;
  /** what the pointer is told where the name is short or more is to be said */
  hint?: string | undefined;
  onEvent: (id: string) => void;
  /** the name, and what belongs to it here */
  children: ComponentChildren;
}

/** The way to an event from a list of them: its name, and the date below it. */
export function EventStep({ event, language, hint, onEvent, children }: EventStepProps) {
  return (
    <button type="button" class="chain" title={hint} onClick={() => onEvent(event.id)}>
      {children}
      <time dateTime={event.date}>{formatDate(event.date, language)}</time>
    </button>
  );
}
