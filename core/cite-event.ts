import type { KnownDate, Language } from './dates';
import type { Source } from './pack-schema';
import { spellDate } from './spell-date';

export const citationFormats = ['Markdown', 'BibTeX', 'CSL-JSON'] as const;
export type CitationFormat = (typeof citationFormats)[number];

export interface Citable {
  id: string;
  date: KnownDate;
  title: { en: string; zh: string };
  sources: readonly Source[];
}

/**
 * The receipts of an event, for a text of one's own. What is cited are the sources; the event that they show is named with its date,
 * as precise as it is known. Fields of the event: `eventtitle` and `eventdate` of biblatex, `event-title` and `event-date` of CSL 1.0.2.
 */
export function citeEvent(event: Citable, format: CitationFormat, language: Language): string {
  if (format === 'Markdown') return inMarkdown(event, language);
  return format === 'BibTeX' ? inBibtex(event, language) : inCsl(event, language);
}

function inMarkdown({ title, date, sources }: Citable, language: Language): string {
  const links = sources.map((source) => `[${source.title.replace(/[[\]\\]/g, '\\$&')}](<${source.url}>)`);
  return language === 'zh'
    ? `${title.zh}（${spellDate(date, language)}）。来源：${links.join('、')}。`
    : `${title.en} (${spellDate(date, language)}). Sources: ${links.join(', ')}.`;
}

function inBibtex({ id, title, date, sources }: Citable, language: Language): string {
  return sources
    .map((source, at) =>
      [
        `@online{${id}${sources.length > 1 ? `-${at + 1}` : ''},`,
        `  title      = {{${escapeTex(source.title)}}},`,
        `  url        = {${source.url}},`,
        `  eventtitle = {{${escapeTex(title[language])}}},`,
        `  eventdate  = {${date}},`,
        '}',
      ].join('\n'),
    )
    .join('\n\n');
}

function inCsl({ id, title, date, sources }: Citable, language: Language): string {
  const items = sources.map((source, at) => ({
    id: sources.length > 1 ? `${id}-${at + 1}` : id,
    type: 'webpage',
    title: source.title,
    URL: source.url,
    'event-title': title[language],
    'event-date': { 'date-parts': [date.split('-').map(Number)] },
  }));
  return JSON.stringify(items, null, 2);
}

function escapeTex(text: string): string {
  return text.replace(/[\\{}]/g, ' ').replace(/[#$%&_]/g, '\\$&');
}
