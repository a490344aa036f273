import { type ReadonlySignal, signal } from '@preact/signals';
import type { ReaderNote } from '../../core/reader-notes';

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

export function createNotesModel({ store, onFailure }: { store: NotesStore; onFailure: (failure: NotesFailure) => void }): NotesModel {
  const notes = signal<readonly ReaderNote[]>([]);
  const removed = signal<ReaderNote | undefined>(undefined);
  const writing = signal<string | undefined>(undefined);
  /** changes on their way to the storage, by note: what is heard from there meanwhile is older */
  let unsaved = 0;

  function put(note: ReaderNote): void {
    const change = (all: readonly ReaderNote[]) =>
      all.some(({ id }) => id === note.id) ? all.map((other) => (other.id === note.id ? note : other)) : [...all, note];
    commit(change);
  }

  function commit(change: (all: readonly ReaderNote[]) => ReaderNote[]): void {
    notes.value = change(notes.value);
    unsaved++;
    // by note and not as a whole: another window may have added its own
    store
      .change(change)
      .catch(() => onFailure('noteNotKept'))
      .finally(() => unsaved--);
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
      commit((all) => all.filter((note) => note.id !== id));
    },
    restore() {
      const note = removed.value;
      removed.value = undefined;
      if (note) put(note);
    },
    write: (id) => void (writing.value = id),
    take(other) {
      if (unsaved === 0) notes.value = other;
    },
  };
}
