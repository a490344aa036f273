import type { Language } from '../core/dates';
import type { CardContent } from '../core/explain-term';
import { saidOfTerm } from '../core/report-link';
import type { Strings } from '../core/strings/en';
import { ReportLink } from './ReportLink';
import { type SenseOfWord, SenseReasons } from './SenseReasons';

const shownSources = 1;

/** The way into the chapter, and the receipts. */
export function CardFoot({
  content,
  language,
  words,
  sense,
  onChapter,
}: {
  content: CardContent;
  language: Language;
  words: Strings;
  /** undefined where nothing decides what a word means */
  sense: SenseOfWord | undefined;
  onChapter: () => void;
}) {
  const { spot, sources } = content;
  return (
    <div class="foot">
      {spot && (
        <button type="button" class="chapter" onClick={onChapter}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M8 4C6.5 2.8 4.5 2.5 2 2.7v9.8c2.500-.2 4.500.1 6 1.300 1.500-1.200 3.500-1.500 6-1.300V2.700C11.500 2.500 9.500 2.800 8 4zm0 0v9.800" />
          </svg>
          <b>{spot.chapter === 0 ? words.preface : words.chapterTitle(spot.chapter, spot.title[language])}</b>
          <span aria-hidden="true">→</span>
        </button>
      )}
      <details class="receipts">
        <summary>
          {words.sources}
          {words.colon}
          <span class="hosts">
            {sources
              .slice(0, shownSources)
              .map((source) => hostOf(source.url))
              .join(words.comma)}
          </span>
          {sources.length > shownSources && (
            <>
              {words.comma}
              <span class="more-sources">{words.more(sources.length - shownSources)}</span>
            </>
          )}
        </summary>
        <ul>
          {sources.map((source) => (
            <li>
              <a href={source.url} target="_blank" rel="noreferrer">
                {source.title}
              </a>
            </li>
          ))}
        </ul>
        <ReportLink
          words={words}
          address={content.reports}
          id={content.term}
          name={content.name[language]}
          said={saidOfTerm({ card: content, language, words })}
        />
      </details>
      {sense && <SenseReasons sense={sense} words={words} />}
    </div>
  );
}

/** `https://www.docker.com/blog/…` → `docker.com` */
function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
