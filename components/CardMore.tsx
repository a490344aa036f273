import type { Language } from '../core/dates';
import { formatDate } from '../core/dates';
import type { CardContent } from '../core/explain-term';
import type { Strings } from '../core/strings/en';

/** Key dates and related terms: after the depths, for those who read on. */
export function CardMore({
  content,
  language,
  words,
  onTerm,
}: {
  content: CardContent;
  language: Language;
  words: Strings;
  onTerm: (term: string) => void;
}) {
  return (
    <div class="more">
      {content.events.length > 0 && (
        <>
          <h3 class="sr">{words.keyDates}</h3>
          <ul class="events">
            {content.events.map((event) => (
              <li>
                <time dateTime={event.date}>{formatDate(event.date, language)}</time>
                <span>{event.label[language]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {content.related.length > 0 && (
        <p class="related">
          <span>
            {words.related}
            {words.colon}
          </span>
          {content.related.map((other, n) => (
            <>
              {n > 0 && words.comma}
              <button type="button" class="term" onClick={() => onTerm(other.term)}>
                {other.name[language]}
              </button>
            </>
          ))}
        </p>
      )}
    </div>
  );
}
