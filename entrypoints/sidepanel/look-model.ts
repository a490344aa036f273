import { type ReadonlySignal, signal } from '@preact/signals';
import { type ReaderLook, readLook } from '../../core/reader-look';

export interface LookModel {
  look: ReadonlySignal<ReaderLook>;
  /** shown at once; the text stays so even where the choice could not be kept */
  change(change: Partial<ReaderLook>): void;
  take(look: ReaderLook): void;
}

export function createLookModel({
  first,
  save,
  onRefused,
}: {
  first: ReaderLook;
  save: (change: Partial<ReaderLook>) => Promise<void>;
  onRefused: () => void;
}): LookModel {
  const look = signal(first);
  /** choices on their way to the storage: what is heard from there meanwhile is older */
  let unsaved = 0;
  return {
    look,
    change(change) {
      look.value = readLook({ ...look.value, ...change });
      unsaved++;
      save(change)
        .catch(onRefused)
        .finally(() => unsaved--);
    },
    // our own change comes back from the storage as another object: the text must not be set anew for it
    take: (other) => {
      if (unsaved === 0 && JSON.stringify(other) !== JSON.stringify(look.value)) look.value = other;
    },
  };
}
