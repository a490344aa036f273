import { beforeEach, describe, expect, it } from 'vitest';
import type { ReaderNote } from '../../../core/reader-notes';
import { createNotesModel } from '../../../entrypoints/sidepanel/notes-model';

const note = (id: string, text = ''): ReaderNote => ({ id, chapter: 3, paragraph: 'c3-fig', language: 'en', start: 0, quote: 'Fig', text });
const settle = () => new Promise((done) => setTimeout(done));

describe('notes', () => {
  let kept: ReaderNote[];
  let isFull: boolean;
  let words: string[];
  const start = () =>
    createNotesModel({
      store: {
        load: async () => ({ notes: kept, unreadable: 0 }),
        change: async (change) => {
          await settle();
          if (isFull) throw new Error('QUOTA_BYTES quota exceeded');
          kept = change(kept);
        },
      },
      onFailure: (failure) => words.push(failure),
      onKept: () => words.push('kept'),
    });
  beforeEach(() => {
    kept = [];
    isFull = false;
    words = [];
  });

  it('are kept as they are when the write has its turn, beside those of another window', async () => {
    const model = start();
    model.add(note('a'));
    model.edit('a', 'o');
    model.edit('a', 'one');
    kept = [note('b', 'of another window')];
    await settle();
    await settle();
    expect(kept).toEqual([note('b', 'of another window'), note('a', 'one')]);
  });

  it('that the browser refused go along with the next one, in their last form', async () => {
    const model = start();
    isFull = true;
    model.add(note('a', 'first'));
    model.edit('a', 'last');
    await settle();
    await settle();
    expect(words.at(-1)).toBe('noteNotKept');
    isFull = false;
    model.add(note('b'));
    await settle();
    expect(kept).toEqual([note('a', 'last'), note('b')]);
    await settle();
    expect(words.at(-1)).toBe('kept');
  });

  it('that were refused stay in view when another window keeps its own', async () => {
    const model = start();
    isFull = true;
    model.add(note('a', 'refused'));
    await settle();
    await settle();
    model.take([note('b')]);
    expect(model.notes.value).toEqual([note('b'), note('a', 'refused')]);
  });

  it('come back after they were taken away', async () => {
    const model = start();
    model.add(note('a', 'one'));
    model.remove('a');
    await settle();
    await settle();
    expect(kept).toEqual([]);
    model.restore();
    await settle();
    expect(kept).toEqual([note('a', 'one')]);
  });
});
