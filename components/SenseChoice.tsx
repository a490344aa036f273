import { formatDate, type KnownDate, type Language } from '../core/dates';
import type { FirstLook } from '../core/first-look';
import type { Strings } from '../core/strings/en';
import { CardTools } from './CardTools';

/** A meaning that the word could have: a term of the history, with a line of what speaks for it or comes of choosing it. */
export interface Meaning {
  look: FirstLook;
  year?: KnownDate | undefined;
  note: string;
  onChoose: () => void;
}

/** Asks what a word means here, where nobody but the reader knows: the terms that it could be, or none. */
export function SenseChoice({
  word,
  why,
  meanings,
  isPrivate,
  language,
  words,
  side,
  onNone,
  onClose,
}: {
  word: string;
  /** why it is not marked where it stands; empty where that is not known */
  why: string;
  meanings: readonly Meaning[];
  /** what is chosen is not kept */
  isPrivate: boolean;
  language: Language;
  words: Strings;
  side: 'below' | 'above' | 'beside';
  onNone: () => void;
  onClose: () => void;
}) {
  const { senses } = words;
  const first = meanings[0]?.look.name[language] ?? word;
  return (
    <section
      class={`card choice ${side}`}
      role="dialog"
      aria-label={`${first}${words.comma}${senses.question(word)}`}
      lang={language === 'zh' ? 'zh-Hans' : 'en'}
    >
      <span class="drop" aria-hidden="true" />
      <div class="scroll">
        <div class="head">
          <h2 tabIndex={-1}>{word}</h2>
          <CardTools words={words} pin={undefined} onClose={onClose} />
          <p class="identity">{senses.question(word)}</p>
        </div>
        <ul class="meanings">
          {meanings.map(({ look, year, note, onChoose }) => (
            <li key={look.id}>
              <button type="button" onClick={onChoose}>
                <b>
                  {look.name[language]} {year && <time dateTime={year}>{formatDate(year, language)}</time>}
                </b>
                <span>{look.identity[language]}</span>
                {note && <small>{note}</small>}
              </button>
            </li>
          ))}
          <li>
            <button type="button" onClick={onNone}>
              <b>{senses.notTerm}</b>
              <span>{isPrivate ? senses.justWordPrivate : senses.justWord}</span>
            </button>
          </li>
        </ul>
        {why && <p class="choice-why">{why}</p>}
      </div>
    </section>
  );
}
