import type { Language } from '../core/dates';
import type { Station } from '../core/explain-term';
import type { Strings } from '../core/strings/en';

/** Two to four stations of the line that a term stands in, oldest first. */
export function Lineage({
  stations,
  current,
  language,
  words,
  onTerm,
}: {
  stations: readonly Station[];
  current: string;
  language: Language;
  words: Strings;
  onTerm: (term: string) => void;
}) {
  return (
    <ol class="lineage" aria-label={words.lineage}>
      {stations.map((station) => (
        <li key={station.term} {...(station.term === current && { 'aria-current': 'true' as const })}>
          <i aria-hidden="true" />
          {station.term === current ? (
            <b>{station.name[language]}</b>
          ) : (
            <button type="button" class="term" onClick={() => onTerm(station.term)}>
              {station.name[language]}
            </button>
          )}
          <time dateTime={station.year}>{station.year}</time>
        </li>
      ))}
    </ol>
  );
}
