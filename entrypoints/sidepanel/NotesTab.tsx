import { sortNotes, writeNotes } from '../../core/reader-notes';
import type { Strings } from '../../core/strings/en';
import type { Book } from '../../core/tell-book';
import { numberOf } from './Contents';
import type { PanelModel } from './model';
import type { NotesModel } from './notes-model';

/** All that the reader wrote, in the order of the book, and the way to take it elsewhere. */
export function NotesTab({ model, notes, book, words }: { model: PanelModel; notes: NotesModel; book: Book; words: Strings }) {
  const language = model.language.value;
  const sorted = sortNotes(notes.notes.value, book.chapters);
  const removed = notes.removed.value;
  const save = () =>
    saveFile(
      'little-whale-notes.md',
      writeNotes({
        notes: sorted,
        chapters: book.chapters,
        title: words.notesTitle(book.title[language]),
        language,
        nameChapter: (number, title) => (number === 0 ? words.preface : words.chapterTitle(number, title)),
      }),
    );
  return (
    <>
      {sorted.length === 0 && <p class="count">{words.noNotes}</p>}
      <ol class="hits">
        {sorted.map((note) => (
          <li key={note.id} class="kept">
            <button
              type="button"
              onClick={() => {
                model.goTo({ chapter: note.chapter, paragraph: note.paragraph });
                notes.write(note.id);
              }}
            >
              <span class="numeral" aria-hidden="true">
                {numberOf(note.chapter, language)}
              </span>
              <span>
                <q lang={note.language === 'zh' ? 'zh-Hans' : 'en'}>{note.quote}</q>
                <span class="own">{note.text}</span>
              </span>
            </button>
            <button type="button" class="link-button" onClick={() => notes.remove(note.id)}>
              {words.removeNote}
            </button>
          </li>
        ))}
      </ol>
      {removed && (
        <p class="count" role="status">
          {words.noteRemoved}{' '}
          <button type="button" class="link-button" onClick={notes.restore}>
            {words.undo}
          </button>
        </p>
      )}
      {sorted.length > 0 && (
        <button type="button" class="button go" onClick={save}>
          {words.exportNotes}
        </button>
      )}
      <p class="count">{words.notesPrivate}</p>
    </>
  );
}

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // the browser has taken the file by the time the next task runs
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
