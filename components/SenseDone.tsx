import type { Language } from '../core/dates';
import type { Strings } from '../core/strings/en';

/** Says what became of the reader's choice, and offers the way back. */
export function SenseDone({
  name,
  word,
  language,
  words,
  onUndo,
}: {
  name: string;
  word: string;
  language: Language;
  words: Strings;
  onUndo: () => void;
}) {
  const said = words.senses.unmarked(word);
  return (
    <section class="card toast" role="dialog" aria-label={`${name}${words.comma}${said}`} lang={language === 'zh' ? 'zh-Hans' : 'en'}>
      <p role="status">{said}</p>
      <button type="button" class="link-button" onClick={onUndo}>
        {words.senses.undo}
      </button>
    </section>
  );
}
