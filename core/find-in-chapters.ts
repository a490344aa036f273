import Fuse from 'fuse.js';
import type { Language } from './dates';
import type { Chapter } from './pack-schema';
import { textOf } from './run-text';
import { type Span, splitSentences } from './split-sentences';

/** A passage of the chapters, with a little of what stands around it. */
export interface ChapterHit extends Span {
  chapter: number;
  paragraph: string;
  language: Language;
  before: string;
  match: string;
  after: string;
}

interface Sentence extends Span {
  chapter: number;
  paragraph: string;
  language: Language;
  text: string;
  whole: string;
}

/** One slip in six letters: any more, and every sentence has something that fits. */
const threshold = 0.2;
const around: Record<Language, number> = { en: 44, zh: 18 };
/** What goes at either end of what stands around a passage: half a word, and in Chinese the marks beside it. */
const torn: Record<Language, { head: RegExp; tail: RegExp }> = {
  en: { head: /^\S*\s/, tail: /\s\S*$/ },
  zh: { head: /^(?:[\w.-]+|.)[\s，。；：、]*/su, tail: /[\s，；：、]*(?:[\w.-]+|.)$/su },
};

/**
 * Searches the chapters: first the very words, whatever their case, in the reader's language and then in the other; where nobody wrote
 * them, sentences that come near. The second index is built when it is first needed.
 */
export function createChapterSearch(chapters: readonly Chapter[]) {
  const paragraphs = chapters.flatMap(({ number, paragraphs }) =>
    paragraphs.flatMap((paragraph) =>
      (['en', 'zh'] as const).map((language) => ({
        chapter: number,
        paragraph: paragraph.id,
        language,
        whole: textOf(paragraph[language]),
      })),
    ),
  );
  let near: Fuse<Sentence> | undefined;

  function find({ query, language, limit = 40 }: { query: string; language: Language; limit?: number }): ChapterHit[] {
    const wanted = fold(query.trim());
    if (!wanted) return [];
    const exact = paragraphs.flatMap((paragraph) =>
      occurrences(fold(paragraph.whole), wanted).map((span) => tell({ ...paragraph, ...span })),
    );
    const hits = exact.length > 0 ? exact : findNear(wanted);
    return [...hits.filter((hit) => hit.language === language), ...hits.filter((hit) => hit.language !== language)].slice(0, limit);
  }

  function findNear(wanted: string): ChapterHit[] {
    if (wanted.length < 3) return [];
    near ??= new Fuse(
      paragraphs.flatMap((paragraph): Sentence[] =>
        splitSentences(paragraph.whole, paragraph.language).map((span) => ({
          ...paragraph,
          ...span,
          text: fold(paragraph.whole.slice(span.start, span.end)),
        })),
      ),
      { keys: ['text'], threshold, ignoreLocation: true, ignoreFieldNorm: true, minMatchCharLength: 2 },
    );
    return near.search(wanted, { limit: 20 }).map(({ item }) => tell(item));
  }

  return { find };
}

function tell({ chapter, paragraph, language, whole, start, end }: Omit<Sentence, 'text'>): ChapterHit {
  // one character more, to see whether a word is torn
  const reach = around[language] + 1;
  const { head, tail } = torn[language];
  return {
    chapter,
    paragraph,
    language,
    start,
    end,
    before: start > reach ? `…${whole.slice(start - reach, start).replace(head, '')}` : whole.slice(0, start),
    match: whole.slice(start, end),
    after: end + reach < whole.length ? `${whole.slice(end, end + reach).replace(tail, '')}…` : whole.slice(end),
  };
}

function occurrences(text: string, wanted: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
    spans.push({ start: at, end: at + wanted.length });
  return spans;
}

/** Every character stays one: offsets hold. */
function fold(text: string): string {
  return text
    .replace(/[\s\u3000]/g, ' ')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[A-ZÀ-Þ]/g, (letter) => letter.toLowerCase());
}
