import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Language } from '../../core/dates';
import { readFields } from '../../core/hash-fields';
import type { Chapter } from '../../core/pack-schema';
import type { ReadingPlaces } from '../../core/reading-places';
import type { PanelTarget, Protocol } from '../../platform/messages';

type Book = ReturnType<Protocol['getChapters']>;

/** What the panel needs of the world, so that the model runs without a browser. */
export interface PanelTransport {
  getChapters(): Promise<Book>;
  loadPlaces(): Promise<ReadingPlaces>;
  savePlaces(places: ReadingPlaces): Promise<void>;
}

export type BookState = { kind: 'loading' } | { kind: 'failed' } | { kind: 'ready'; book: Book };

export interface PanelModel {
  state: ReadonlySignal<BookState>;
  language: Signal<Language>;
  /** the number of the open chapter; undefined: the contents */
  open: ReadonlySignal<number | undefined>;
  chapter: ReadonlySignal<Chapter | undefined>;
  places: ReadonlySignal<ReadingPlaces>;
  /** a paragraph to bring to the top, once; `lit` when the reader was sent to it */
  goal: Signal<{ paragraph: string; lit: boolean } | undefined>;
  notice: Signal<'placeLost' | 'placeNotKept' | undefined>;
  load(): Promise<void>;
  goTo(target: PanelTarget): void;
  showContents(): void;
  /** the reader scrolled: the paragraph at the top, and how much of the chapter has been in view */
  keepPlace(place: { paragraph: string; seen: number }): void;
}

export function createPanelModel({
  transport,
  language,
  start,
}: {
  transport: PanelTransport;
  language: Language;
  start: PanelTarget | undefined;
}): PanelModel {
  const state = signal<BookState>({ kind: 'loading' });
  const open = signal<number | undefined>(undefined);
  const places = signal<ReadingPlaces>({ places: {} });
  const goal = signal<{ paragraph: string; lit: boolean } | undefined>(undefined);
  const notice = signal<'placeLost' | 'placeNotKept' | undefined>(undefined);
  const chapter = computed(() =>
    state.value.kind === 'ready' ? state.value.book.chapters.find(({ number }) => number === open.value) : undefined,
  );
  let wanted = start;

  async function load(): Promise<void> {
    state.value = { kind: 'loading' };
    try {
      const [book, kept] = await Promise.all([transport.getChapters(), transport.loadPlaces()]);
      places.value = kept;
      state.value = { kind: 'ready', book };
    } catch {
      state.value = { kind: 'failed' };
      return;
    }
    if (wanted) goTo(wanted);
    else if (places.value.chapter !== undefined) goTo({ chapter: places.value.chapter });
  }

  function goTo(target: PanelTarget): void {
    wanted = target;
    if (state.value.kind !== 'ready') return;
    const found = state.value.book.chapters.find(({ number }) => number === target.chapter);
    const paragraph = target.paragraph ?? places.value.places[target.chapter]?.paragraph;
    const isThere = found?.paragraphs.some(({ id }) => id === paragraph);
    notice.value = target.paragraph !== undefined && !isThere ? 'placeLost' : undefined;
    open.value = found?.number;
    goal.value = isThere && paragraph !== undefined ? { paragraph, lit: target.paragraph !== undefined } : undefined;
    if (found) keep({ ...places.value, chapter: found.number });
  }

  function keepPlace({ paragraph, seen }: { paragraph: string; seen: number }): void {
    const number = open.value;
    if (number === undefined) return;
    const before = places.value.places[number];
    if (before?.paragraph === paragraph && before.seen >= seen) return;
    keep({ chapter: number, places: { ...places.value.places, [number]: { paragraph, seen: Math.max(seen, before?.seen ?? 0) } } });
  }

  function keep(next: ReadingPlaces): void {
    places.value = next;
    transport.savePlaces(next).then(
      () => {
        if (notice.value === 'placeNotKept') notice.value = undefined;
      },
      () => {
        notice.value = 'placeNotKept';
      },
    );
  }

  return {
    state,
    language: signal(language),
    open,
    chapter,
    places,
    goal,
    notice,
    load,
    goTo,
    keepPlace,
    showContents() {
      open.value = undefined;
      goal.value = undefined;
      notice.value = undefined;
    },
  };
}

/** Reads `#chapter=3&p=ID`; anything else is no target. */
export function readTarget(hash: string): PanelTarget | undefined {
  const fields = readFields(hash);
  const chapter = Number(fields.get('chapter') || Number.NaN);
  if (!Number.isInteger(chapter) || chapter < 0) return undefined;
  return { chapter, paragraph: fields.get('p') ?? undefined };
}

/** Writes the open place into the address, so that it can be linked to. */
export function followHash(model: PanelModel, replace: (hash: string) => void): () => void {
  return effect(() => {
    const number = model.open.value;
    const paragraph = number === undefined ? undefined : model.places.value.places[number]?.paragraph;
    replace(number === undefined ? '' : `#chapter=${number}${paragraph === undefined ? '' : `&p=${paragraph}`}`);
  });
}
