import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ChapterHit } from '../../core/find-in-chapters';

export type Found = { kind: 'nothing-asked' } | { kind: 'found'; hits: readonly ChapterHit[] } | { kind: 'failed' };

export interface FindModel {
  query: Signal<string>;
  found: ReadonlySignal<Found>;
  /** An answer that comes after a later question is dropped. */
  find(query: string): Promise<void>;
}

export function createFindModel(ask: (query: string) => Promise<ChapterHit[]>): FindModel {
  const query = signal('');
  const found = signal<Found>({ kind: 'nothing-asked' });
  let asked = 0;
  return {
    query,
    found,
    async find(text) {
      query.value = text;
      const token = ++asked;
      const answer: Found = !text.trim()
        ? { kind: 'nothing-asked' }
        : await ask(text).then(
            (hits) => ({ kind: 'found', hits }),
            () => ({ kind: 'failed' }),
          );
      if (token === asked) found.value = answer;
    },
  };
}
