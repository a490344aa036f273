import type { Language } from '../../core/dates';
import type { Strings } from '../../core/strings/en';
import type { Book } from '../../core/tell-book';
import type { PanelModel } from './model';
import { lengthOf, readingSpeed } from './Progress';

const numerals = '前一二三四五六七八九';

export function numberOf(chapter: number, language: Language): string {
  return language === 'zh' ? numerals.charAt(chapter) : String(chapter);
}

/** The chapters with their years and what they are about, and the way on from where the reader was. */
export function Contents({ model, book, words }: { model: PanelModel; book: Book; words: Strings }) {
  const language = model.language.value;
  const other = language === 'zh' ? 'en' : 'zh';
  const { chapter: current, places } = model.places.value;
  const told = book.chapters.filter(({ number }) => number > 0);
  const minutes = Math.round(told.reduce((sum, chapter) => sum + lengthOf(chapter), 0) / readingSpeed);
  return (
    <>
      <h1>{book.title[language]}</h1>
      <p>{words.aboutChapters(minutes)}</p>
      <ol class="toc">
        {book.chapters.map((chapter) => (
          <li key={chapter.number} class={chapter.number === 0 ? 'preface' : ''}>
            <button
              type="button"
              {...(chapter.number === current && { 'aria-current': 'true' as const })}
              onClick={() => model.goTo({ chapter: chapter.number })}
            >
              {chapter.number > 0 && (
                <span class="numeral" aria-hidden="true">
                  {numberOf(chapter.number, language)}
                </span>
              )}
              <b>{chapter.title[language]}</b>
              {chapter.years && <span class="years">{chapter.years}</span>}
              {chapter.number > 0 && (
                <span class="other" lang={other === 'zh' ? 'zh-Hans' : 'en'}>
                  {chapter.title[other]}
                </span>
              )}
              {chapter.number > 0 && <span class="read">{readWord(places[chapter.number]?.seen, words)}</span>}
              {chapter.about && <span class="about">{chapter.about[language]}</span>}
            </button>
          </li>
        ))}
      </ol>
      <button type="button" class="button primary go" onClick={() => model.goTo({ chapter: current ?? 1 })}>
        {current ? words.continueWith(current) : words.begin}
      </button>
    </>
  );
}

function readWord(seen: number | undefined, words: Strings): string {
  if (!seen) return '';
  return seen >= 0.99 ? words.read : words.progress(Math.round(seen * 100));
}
