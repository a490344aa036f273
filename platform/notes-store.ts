import browser from 'webextension-polyfill';
import { storage } from 'wxt/utils/storage';
import { type ReaderNote, readNotes } from '../core/reader-notes';

/** The reader's notes: in `storage.local`, they never leave this browser. */
const kept = storage.defineItem<unknown>('local:reader-notes');
/** what lay among them and cannot be read: put aside, so that the next write does not lose it */
const aside = storage.defineItem<unknown[]>('local:reader-notes-unreadable', { fallback: [] });

/** Rejects when the storage cannot be read. */
export async function loadNotes(): Promise<{ notes: ReaderNote[]; unreadable: number }> {
  const { notes, unreadable } = readNotes(await kept.getValue());
  return { notes, unreadable: unreadable.length };
}

/** Changes the notes as they are in the storage; panels in two windows take turns. Rejects when the browser refuses the write, and in a private
 * window: nothing is kept from there, and the panel says so. */
export async function changeNotes(change: (notes: ReaderNote[]) => ReaderNote[]): Promise<void> {
  if (browser.extension?.inIncognitoContext) throw new Error('nothing is kept from a private window');
  await navigator.locks.request('reader-notes', async () => {
    const { notes, unreadable } = readNotes(await kept.getValue());
    if (unreadable.length > 0) await aside.setValue([...(await aside.getValue()), ...unreadable]);
    await kept.setValue(change(notes));
  });
}

/** Hears of every change, with the notes as they are now: what an event brings may be older than a write of ours. */
export function watchNotes(onChange: (notes: ReaderNote[]) => void, signal: AbortSignal): void {
  const read = () =>
    loadNotes().then(
      ({ notes }) => onChange(notes),
      () => undefined,
    );
  signal.addEventListener(
    'abort',
    kept.watch(() => void read()),
  );
}
