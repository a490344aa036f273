import type { Language } from './dates';

/** Part of a text, in UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/** A full stop after these ends no sentence. */
const shortened = /(?:^|[\s(“‘])(?:Inc|Corp|Ltd|Co|Mr|Mrs|Ms|Dr|St|vs|No|Fig|cf|e\.g|i\.e|etc|[A-Z])\.["”’)]*\s*$/;

/** The sentences of a paragraph, without the spaces between them; read aloud and searched one by one. */
export function splitSentences(text: string, language: Language): Span[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const spans: Span[] = [];
  let isOpen = false;
  for (const { segment, index } of segmenter.segment(text)) {
    const last = spans.at(-1);
    // what goes on in lower case is the same sentence: `Node.js 0.6. then …` has none, `fig.yml` and the like have
    const goesOn = last && (isOpen || (language === 'en' && /^[a-z]/.test(segment)));
    const end = index + segment.trimEnd().length;
    if (goesOn) last.end = end;
    else if (segment.trim()) spans.push({ start: index + (segment.length - segment.trimStart().length), end });
    isOpen = language === 'en' && shortened.test(text.slice(0, index + segment.length));
  }
  return spans;
}
