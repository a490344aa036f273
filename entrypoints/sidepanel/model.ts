import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Language } from '../../core/dates';
import type { Receipt } from '../../core/gather-receipts';
import { readFields } from '../../core/hash-fields';
import type { Chapter } from '../../core/pack-schema';
import { type ReadingPlaces, type ReadingStep, takeStep } from '../../core/reading-places';
import type { Book } from '../../core/tell-book';
import type { PanelTarget } from '../../platform/messages';
import type { Passage } from './passages';

/** What the panel needs of the world, so that the model runs without a browser. */
export interface PanelTransport {
  getChapters(): Promise<Book>;
  getReceipts(paragraph: string): Promise<Receipt[]>;
  loadPlaces(): Promise<ReadingPlaces>;
  /** rejects when the place cannot be kept */
  saveStep(step: ReadingStep): Promise<void>;
}

export type BookState = { kind: 'loading' } | { kind: 'failed' } | { kind: 'ready'; book: Book };

/** A sentence above the text, by its name in the catalogue. */
export type Notice =
  | 'placeLost'
  | 'placeNotKept'
  | 'placesUnreadable'
  | 'lookUnreadable'
  | 'settingsFailed'
  | 'noteNotKept'
  | 'notesUnreadable';

/** What stands in place of a chapter while none is open. */
export type Tab = 'contents' | 'find' | 'page' | 'notes';

/** A paragraph to bring to the top, once; `lit` when the reader was sent to it. */
export interface Goal {
  paragraph: string;
  lit: boolean;
}

export interface PanelModel {
  state: ReadonlySignal<BookState>;
  language: Signal<Language>;
  /** the number of the open chapter; undefined: the contents */
  open: ReadonlySignal<number | undefined>;
  chapter: ReadonlySignal<Chapter | undefined>;
  places: ReadonlySignal<ReadingPlaces>;
  /** the paragraph at the top of the open chapter */
  here: ReadonlySignal<string | undefined>;
  goal: Signal<Goal | undefined>;
  tab: ReadonlySignal<Tab>;
  /** paragraphs of the open chapter that are shown in the other language */
  swapped: Signal<ReadonlySet<string>>;
  /** what was looked for and found in the open chapter */
  passage: Signal<Passage | undefined>;
  /** what the reader has to know, the latest last */
  notices: ReadonlySignal<readonly Notice[]>;
  /** says it above the text, until it is settled or the reader goes elsewhere */
  tell(notice: Notice): void;
  settle(notice: Notice): void;
  load(): Promise<void>;
  /** where what a paragraph tells is known from; rejects where the worker does not answer */
  findReceipts(paragraph: string): Promise<Receipt[]>;
  goTo(target: PanelTarget): void;
  /** leaves the chapter for the contents, or for another tab beside them */
  show(tab: Tab): void;
  /** the reader scrolled: the paragraph at the top, and how much of the chapter has been in view */
  keepPlace(place: { paragraph: string; seen: number }): void;
  /** another window kept a place; the open chapter stays where it is */
  takePlaces(places: ReadingPlaces): void;
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
  const goal = signal<Goal | undefined>(undefined);
  const notices = signal<readonly Notice[]>([]);
  const tab = signal<Tab>('contents');
  const swapped = signal<ReadonlySet<string>>(new Set());
  const passage = signal<Passage | undefined>(undefined);
  const chapter = computed(() =>
    state.value.kind === 'ready' ? state.value.book.chapters.find(({ number }) => number === open.value) : undefined,
  );
  const here = computed(() => (open.value === undefined ? undefined : places.value.places[open.value]?.paragraph));
  let wanted = start;

  function settle(notice: Notice): void {
    if (notices.value.includes(notice)) notices.value = notices.value.filter((other) => other !== notice);
  }

  function tell(notice: Notice): void {
    if (!notices.value.includes(notice)) notices.value = [...notices.value, notice];
  }

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
    if (target.paragraph !== undefined && !isThere) tell('placeLost');
    else settle('placeLost');
    if (open.value !== found?.number) swapped.value = new Set();
    passage.value = undefined;
    open.value = found?.number;
    goal.value = isThere && paragraph !== undefined ? { paragraph, lit: target.paragraph !== undefined } : undefined;
    if (found) keep({ chapter: found.number });
  }

  function keepPlace(place: { paragraph: string; seen: number }): void {
    const number = open.value;
    if (number === undefined) return;
    const before = places.value.places[number];
    if (before?.paragraph === place.paragraph && before.seen >= place.seen) return;
    keep({ chapter: number, place });
  }

  let writing: Promise<void> | undefined;
  let next: ReadingStep | undefined;

  /** One write at a time; of the steps made meanwhile the last one counts, if all are in one chapter. */
  function keep(step: ReadingStep): void {
    places.value = takeStep(places.value, step);
    if (writing && (!next || next.chapter === step.chapter)) {
      next = { ...next, ...step };
      return;
    }
    writing = transport
      .saveStep(step)
      .then(
        () => settle('placeNotKept'),
        () => tell('placeNotKept'),
      )
      .then(() => {
        const waiting = next;
        writing = next = undefined;
        if (waiting) keep(waiting);
      });
  }

  return {
    state,
    language: signal(language),
    open,
    chapter,
    places,
    here,
    goal,
    tab,
    swapped,
    passage,
    notices,
    tell,
    settle,
    load,
    findReceipts: transport.getReceipts,
    goTo,
    keepPlace,
    takePlaces(other) {
      const number = open.value;
      const own = number === undefined ? undefined : places.value.places[number];
      places.value = own && number !== undefined ? { chapter: number, places: { ...other.places, [number]: own } } : other;
    },
    show(next) {
      tab.value = next;
      open.value = undefined;
      passage.value = undefined;
      goal.value = undefined;
      notices.value = [];
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
    const paragraph = model.here.value;
    replace(number === undefined ? '' : `#chapter=${number}${paragraph === undefined ? '' : `&p=${paragraph}`}`);
  });
}
