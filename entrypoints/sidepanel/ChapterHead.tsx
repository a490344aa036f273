import type { Language } from '../../core/dates';
import type { Chapter } from '../../core/pack-schema';
import type { Strings } from '../../core/strings/en';

/** Number, years and title, the title in the other language beneath. */
export function ChapterHead({ chapter, language, words }: { chapter: Chapter; language: Language; words: Strings }) {
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <div class="chapter-head">
      {chapter.number > 0 && (
        <p class="no">
          {words.chapterNumber(chapter.number)}
          {chapter.years && <span class="years">{chapter.years}</span>}
        </p>
      )}
      <h1>{chapter.title[language]}</h1>
      {chapter.number > 0 && <p lang={other === 'zh' ? 'zh-Hans' : 'en'}>{chapter.title[other]}</p>}
    </div>
  );
}
