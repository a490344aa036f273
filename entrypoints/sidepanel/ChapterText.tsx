import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Chapter } from '../../core/pack-schema';
import { placeNote, type ReaderNote } from '../../core/reader-notes';
import { textOf } from '../../core/run-text';
import type { Strings } from '../../core/strings/en';
import { ChapterEnd } from './ChapterEnd';
import { ChapterFigure } from './ChapterFigure';
import { ChapterHead } from './ChapterHead';
import { ChapterLineage } from './ChapterLineage';
import { createPlaceHolder } from './hold-place';
import type { PanelProps } from './Panel';
import { drawPassages, type Passage, rangeOf, type selectedPassage } from './passages';
import { SelectionButton } from './SelectionButton';
import { Stretch } from './Stretch';

/** One chapter, in one language or in both. The paragraph at the top stays there, whatever the language, the type and the width. */
export function ChapterText({ model, look, notes, listen, chapter, words }: PanelProps & { chapter: Chapter; words: Strings }) {
  const language = model.language.value;
  const current = look.look.value;
  const main = useRef<HTMLElement>(null);
  const holder = useRef<ReturnType<typeof createPlaceHolder>>(undefined);
  const goal = model.goal.value;
  const book = model.state.value.kind === 'ready' ? model.state.value.book : undefined;
  const swapped = model.swapped.value;
  const passage = model.passage.value;
  const own = notes.notes.value;
  const spoken = listen.spoken.value;
  const swap = (id: string) => {
    const next = new Set(swapped);
    if (!next.delete(id)) next.add(id);
    model.swapped.value = next;
  };
  const addNote = ({ paragraph, language, start, quote }: ReturnType<typeof selectedPassage> & object) =>
    notes.add({ id: crypto.randomUUID(), chapter: chapter.number, paragraph, language, start, quote, text: '' });

  useLayoutEffect(() => {
    if (!main.current) return;
    const made = createPlaceHolder(main.current, model.keepPlace);
    holder.current = made;
    return made.end;
  }, []);
  useLayoutEffect(() => holder.current?.hold(), [language, current, swapped]);
  // before it is painted: later, a reader who scrolls at once would be taken back
  useLayoutEffect(() => {
    const hit = model.passage.peek();
    // found in the language that is not shown: its paragraph is
    if (hit && !document.querySelector(`#${CSS.escape(hit.paragraph)} [data-voice=${hit.language}]`)) swap(hit.paragraph);
    const at = goal && document.getElementById(goal.paragraph);
    if (at) at.scrollIntoView({ block: 'start' });
    else main.current?.scrollTo({ top: 0 });
    holder.current?.look();
    const focused = goal?.lit ? at?.querySelector<HTMLElement>('.para') : main.current;
    focused?.focus({ preventScroll: true });
  }, [goal]);

  useLayoutEffect(() => drawPassages('found', passage ? [passage] : []), [passage, language, current, swapped]);
  useLayoutEffect(() => drawPassages('noted', placeNotes(own, chapter)), [own, chapter, language, current, swapped]);
  useLayoutEffect(() => {
    drawPassages('spoken', spoken ? [spoken] : []);
    const box = spoken && rangeOf(spoken)?.getBoundingClientRect();
    const view = main.current?.getBoundingClientRect();
    if (box && view && (box.top < view.top || box.bottom > view.bottom))
      main.current?.scrollBy({ top: box.top - view.top - view.height / 4 });
  }, [spoken, language, current, swapped]);

  return (
    <main ref={main} class="text" tabIndex={-1}>
      <ChapterHead chapter={chapter} language={language} words={words} />
      {book && <ChapterFigure chapter={chapter} book={book} language={language} words={words} />}
      {chapter.paragraphs.map((paragraph) => (
        <Stretch
          key={paragraph.id}
          model={model}
          notes={notes}
          paragraph={paragraph}
          isBoth={current.languages === 'both'}
          isSwapped={swapped.has(paragraph.id)}
          isLit={goal?.lit === true && goal.paragraph === paragraph.id}
          words={words}
          onSwap={() => swap(paragraph.id)}
          onNote={addNote}
        />
      ))}
      {book && <ChapterLineage chapter={chapter} book={book} language={language} words={words} />}
      <SelectionButton words={words} onNote={addNote} />
      <ChapterEnd model={model} chapter={chapter} words={words} />
    </main>
  );
}

function placeNotes(notes: readonly ReaderNote[], chapter: Chapter): Passage[] {
  return notes.flatMap((note) => {
    const paragraph = chapter.paragraphs.find(({ id }) => id === note.paragraph);
    const text = paragraph ? textOf(paragraph[note.language]) : '';
    const span = placeNote(note, text);
    // a note on the whole paragraph has its pencil beside it: a page of colour says no more
    return span && note.quote.length < text.length ? [{ paragraph: note.paragraph, language: note.language, ...span }] : [];
  });
}
