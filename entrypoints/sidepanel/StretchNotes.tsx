import { useEffect, useRef } from 'preact/hooks';
import type { ReaderNote } from '../../core/reader-notes';
import type { Strings } from '../../core/strings/en';
import type { NotesModel } from './notes-model';

/** The reader's notes to one paragraph, open beneath it. Each letter is kept as it is typed. */
export function StretchNotes({ id, list, notes, words }: { id: string; list: readonly ReaderNote[]; notes: NotesModel; words: Strings }) {
  return (
    <div class="own-notes" id={id}>
      {list.map((note) => (
        <OwnNote key={note.id} note={note} notes={notes} words={words} />
      ))}
    </div>
  );
}

function OwnNote({ note, notes, words }: { note: ReaderNote; notes: NotesModel; words: Strings }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const isWriting = notes.writing.value === note.id;
  useEffect(() => {
    if (isWriting) field.current?.focus({ preventScroll: true });
  }, [isWriting]);
  return (
    <div class="own-note">
      <q lang={note.language === 'zh' ? 'zh-Hans' : 'en'}>{note.quote}</q>
      <textarea
        ref={field}
        rows={2}
        aria-label={words.yourNote}
        placeholder={words.yourNote}
        value={note.text}
        onInput={(event) => notes.edit(note.id, event.currentTarget.value)}
      />
      <button type="button" class="link-button" onClick={() => notes.remove(note.id)}>
        {words.removeNote}
      </button>
    </div>
  );
}
