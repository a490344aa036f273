import * as v from 'valibot';
import type { Language } from './dates';
import type { Chapter } from './pack-schema';
import type { Span } from './split-sentences';

/** A passage that the reader highlighted, and what they wrote to it. */
const noteSchema = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  chapter: v.pipe(v.number(), v.integer(), v.minValue(0)),
  paragraph: v.string(),
  language: v.picklist(['en', 'zh']),
  /** of the passage in the paragraph's text, in UTF-16 units, when it was made; the quote decides where it is now */
  start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  quote: v.string(),
  text: v.string(),
});

export type ReaderNote = v.InferOutput<typeof noteSchema>;

/** The notes that can be read, and whatever else lay there: nothing of it is thrown away. */
export function readNotes(stored: unknown): { notes: ReaderNote[]; unreadable: unknown[] } {
  if (stored === undefined || stored === null) return { notes: [], unreadable: [] };
  const notes: ReaderNote[] = [];
  const unreadable: unknown[] = [];
  for (const value of Array.isArray(stored) ? stored : [stored]) {
    const read = v.safeParse(noteSchema, value);
    if (read.success) notes.push(read.output);
    else unreadable.push(value);
  }
  return { notes, unreadable };
}

/** The kept notes, but those with these ids as they are in our own list: changed, added, or gone. */
export function mergeNotes({
  kept,
  own,
  ids,
}: {
  kept: readonly ReaderNote[];
  own: readonly ReaderNote[];
  ids: ReadonlySet<string>;
}): ReaderNote[] {
  const ours = new Map(own.filter(({ id }) => ids.has(id)).map((note) => [note.id, note]));
  const merged = kept.flatMap((note) => {
    const mine = ours.get(note.id);
    ours.delete(note.id);
    return mine ?? (ids.has(note.id) ? [] : note);
  });
  return [...merged, ...ours.values()];
}

/** Where the passage stands in the text of today; of several the one nearest to where it was. Undefined when it was rewritten. */
export function placeNote({ quote, start }: Pick<ReaderNote, 'quote' | 'start'>, text: string): Span | undefined {
  if (!quote) return undefined;
  let best: number | undefined;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    if (best === undefined || Math.abs(at - start) < Math.abs(best - start)) best = at;
  return best === undefined ? undefined : { start: best, end: best + quote.length };
}

/** In the order of the book, then of the passage. */
export function sortNotes(notes: readonly ReaderNote[], chapters: readonly Chapter[]): ReaderNote[] {
  const order = new Map(chapters.flatMap(({ paragraphs }) => paragraphs.map(({ id }) => id)).map((id, at) => [id, at]));
  const place = ({ paragraph }: ReaderNote) => order.get(paragraph) ?? order.size;
  return [...notes].sort((a, b) => a.chapter - b.chapter || place(a) - place(b) || a.start - b.start);
}

/** All notes as Markdown: a heading a chapter, the passage as a quotation, what was written to it, and its address in the panel. */
export function writeNotes({
  notes,
  chapters,
  title,
  language,
  nameChapter,
}: {
  notes: readonly ReaderNote[];
  chapters: readonly Chapter[];
  title: string;
  language: Language;
  nameChapter: (number: number, title: string) => string;
}): string {
  const lines = [`# ${title}`];
  let last: number | undefined;
  for (const note of sortNotes(notes, chapters)) {
    if (note.chapter !== last) {
      const chapter = chapters.find(({ number }) => number === note.chapter);
      lines.push(`## ${nameChapter(note.chapter, chapter?.title[language] ?? '')}`);
      last = note.chapter;
    }
    lines.push(note.quote.replace(/^/gm, '> '));
    if (note.text.trim()) lines.push(note.text.trim());
    lines.push(`\`#chapter=${note.chapter}&p=${note.paragraph}\``);
  }
  return `${lines.join('\n\n')}\n`;
}
