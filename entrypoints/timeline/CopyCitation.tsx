import { useState } from 'preact/hooks';
import { type Citable, citationFormats, citeEvent } from '../../core/cite-event';
import type { Language } from '../../core/dates';
import type { Strings } from '../../core/strings/en';

/** The receipts of an event for a text of one's own, onto the clipboard. */
export function CopyCitation({ event, language, words }: { event: Citable; language: Language; words: Strings }) {
  const [said, setSaid] = useState('');
  return (
    <p class="cite">
      {words.citation}
      {words.colon}
      {citationFormats.map((format) => (
        <button
          key={format}
          type="button"
          class="link-button"
          aria-label={words.copyAs(format)}
          data-cite={format}
          onClick={() =>
            void navigator.clipboard.writeText(citeEvent(event, format, language)).then(
              () => setSaid(words.copied),
              () => setSaid(words.copyFailed),
            )
          }
        >
          {format}
        </button>
      ))}
      <span role="status">{said}</span>
    </p>
  );
}
