import { type ReadonlySignal, signal } from '@preact/signals';
import { mergeNotes, type ReaderNote } from '../../core/reader-notes';

export type NotesFailure = 'noteNotKept' | 'notesUnreadable';

/** Where notes are kept; passed in. */
export interface NotesStore {
  load(): Promise<{ notes: ReaderNote[]; unreadable: number }>;
  /** rejects when the browser refuses the write */
  change(change: (notes: ReaderNote[]) => ReaderNote[]): Promise<void>;
}

export interface NotesModel {
  notes: ReadonlySignal<readonly ReaderNote[]>;
  /** the note that was taken away last, until the next change: it can come back */
  removed: ReadonlySignal<ReaderNote | undefined>;
  /** the paragraph whose notes are open, and the note to write in */
  writing: ReadonlySignal<string | undefined>;
  load(): Promise<void>;
  add(note: ReaderNote): void;
  edit(id: string, text: string): void;
  remove(id: string): void;
  restore(): void;
  write(id: string | undefined): void;
  /** what another window kept */
  take(notes: readonly ReaderNote[]): void;
}

export function createNotesModel({
  store,
  onFailure,
  onKept,
}: {
  store: NotesStore;
  onFailure: (failure: NotesFailure) => void;
  /** all that is written here is in the storage */
  onKept: () => void;
}): NotesModel {
  const notes = signal<readonly ReaderNote[]>([]);
  const removed = signal<ReaderNote | undefined>(undefined);
  const writing = signal<string | undefined>(undefined);
  /** changes on their way to the storage: what is heard from there meanwhile is older */
  let unsaved = 0;
  /** notes whose last change the browser refused: they go along with the next one */
  const refused = new Set<string>();

  /** Keeps one note as it is here when the write's turn comes. By note and not as a whole: another window may have added its own. */
  function keep(id: string): void {
    const ids = new Set(refused).add(id);
    unsaved++;
    store
      .change((kept) => mergeNotes({ kept, own: notes.value, ids }))
      .then(
        () => {
          for (const each of ids) refused.delete(each);
          if (refused.size === 0) onKept();
        },
        () => {
          for (const each of ids) refused.add(each);
          onFailure('noteNotKept');
        },
      )
      .finally(() => unsaved--);
  }

  function put(note: ReaderNote): void {
    const isThere = notes.value.some(({ id }) => id === note.id);
    notes.value = isThere ? notes.value.map((other) => (other.id === note.id ? note : other)) : [...notes.value, note];
    keep(note.id);
  }

  return {
    notes,
    removed,
    writing,
    async load() {
      try {
        const { notes: kept, unreadable } = await store.load();
        notes.value = kept;
        if (unreadable > 0) onFailure('notesUnreadable');
      } catch {
        onFailure('notesUnreadable');
      }
    },
    add(note) {
      removed.value = undefined;
      put(note);
      writing.value = note.id;
    },
    edit(id, text) {
      const note = notes.value.find((other) => other.id === id);
      if (note && note.text !== text) put({ ...note, text });
    },
    remove(id) {
      removed.value = notes.value.find((note) => note.id === id);
      if (writing.value === id) writing.value = undefined;
      notes.value = notes.value.filter((note) => note.id !== id);
      keep(id);
    },
    restore() {
      const note = removed.value;
      removed.value = undefined;
      if (note) put(note);
    },
    write: (id) => void (writing.value = id),
    take(kept) {
      if (unsaved === 0) notes.value = mergeNotes({ kept, own: notes.value, ids: refused });
    },
  };
}
