import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CardContent } from '../core/explain-term';
import type { HistoryEvent } from '../core/pack-schema';
import { indexTimeline, type Link, type Timeline, type TimelineIndex } from '../core/timeline';
import { readTimelineHash, writeTimelineHash } from '../core/timeline-hash';
import { maxZoom } from '../core/timeline-scale';
import { createSearchModel, type SearchTransport } from './search-model';

/** What the timeline asks the worker; passed in, so that the model is tested without a browser. */
export interface TimelineTransport extends SearchTransport {
  getTimeline(): Promise<Timeline>;
}

export type Loading = { kind: 'loading' } | { kind: 'failed' } | { kind: 'ready'; timeline: Timeline; index: TimelineIndex };

export type Chosen =
  | { kind: 'nothing' }
  | { kind: 'event'; id: string }
  | { kind: 'term'; id: string }
  | { kind: 'card'; id: string; card: CardContent }
  | { kind: 'failed'; id: string }
  | { kind: 'unknown'; text: string; nearest: readonly string[] };

export type View = 'picture' | 'list';
export type TimelineModel = ReturnType<typeof createTimelineModel>;

/** The whole state of the timeline, in the popup and on the tab; the components only show it. */
export function createTimelineModel(transport: TimelineTransport) {
  const finder = createSearchModel(transport);
  const loading = signal<Loading>({ kind: 'loading' });
  const view = signal<View>('picture');
  const zoom = signal(0);
  const chapters = signal<readonly number[]>([]);
  const isTurning = signal(false);
  const chosen = signal<Chosen>({ kind: 'nothing' });

  const index = computed(() => (loading.value.kind === 'ready' ? loading.value.index : undefined));
  const chosenEvent = computed(() => (chosen.value.kind === 'event' ? index.value?.byId.get(chosen.value.id) : undefined));
  /** the links of the chosen event, causes first */
  const links: ReadonlySignal<readonly Link[]> = computed(() => {
    const id = chosenEvent.value?.id;
    return id === undefined || !index.value ? [] : [...index.value.causesOf(id), ...index.value.effectsOf(id)];
  });
  const passes = (event: HistoryEvent) =>
    (!isTurning.value || event.importance === 3) &&
    (chapters.value.length === 0 || chapters.value.some((number) => String(number) === event.chapter));
  /** what passes the filters, in order of time; the chosen event is always among them */
  const shown: ReadonlySignal<readonly HistoryEvent[]> = computed(() =>
    (index.value?.events ?? []).filter((event) => event.id === chosenEvent.value?.id || passes(event)),
  );
  const hash = computed(() => {
    const { value } = chosen;
    return writeTimelineHash({
      event: value.kind === 'event' ? value.id : undefined,
      term: value.kind === 'term' || value.kind === 'card' || value.kind === 'failed' ? value.id : undefined,
      query: finder.results.value.kind === 'closed' ? undefined : finder.query.value.trim(),
      isList: view.value === 'list',
      chapters: chapters.value,
      isTurning: isTurning.value,
    });
  });

  async function load(): Promise<void> {
    loading.value = { kind: 'loading' };
    try {
      const timeline = await transport.getTimeline();
      batch(() => {
        loading.value = { kind: 'ready', timeline, index: indexTimeline(timeline) };
        refuseUnknownEvent();
      });
    } catch {
      loading.value = { kind: 'failed' };
    }
  }

  function chooseEvent(id: string): void {
    batch(() => {
      chosen.value = { kind: 'event', id };
      finder.close();
      refuseUnknownEvent();
    });
  }

  /** An id from an old or mistyped address is said to be unknown, once the events are here to know it. */
  function refuseUnknownEvent(): void {
    const { value } = chosen;
    if (value.kind === 'event' && index.value && !index.value.byId.has(value.id))
      chosen.value = { kind: 'unknown', text: value.id, nearest: [] };
  }

  async function chooseTerm(id: string): Promise<void> {
    const known = finder.cards.value.get(id);
    batch(() => {
      chosen.value = known ? { kind: 'card', id, card: known } : { kind: 'term', id };
      finder.close();
    });
    if (known) return;
    const answer = await transport.explain({ term: id }).catch(() => undefined);
    if (chosen.value.kind !== 'term' || chosen.value.id !== id) return;
    if (answer?.kind === 'card') {
      finder.keepCards([answer.card]);
      chosen.value = { kind: 'card', id, card: answer.card };
    } else chosen.value = answer ? { kind: 'unknown', text: id, nearest: answer.nearest } : { kind: 'failed', id };
  }

  /** `because`: to the first cause; `ledTo`: to the first effect. */
  function walkLink(way: 'because' | 'ledTo'): void {
    const id = chosenEvent.value?.id;
    if (id === undefined || !index.value) return;
    const next = way === 'because' ? index.value.causesOf(id)[0]?.from : index.value.effectsOf(id)[0]?.to;
    if (next !== undefined) chooseEvent(next);
  }

  function toggleChapter(number: number): void {
    const { value } = chapters;
    chapters.value = value.includes(number) ? value.filter((other) => other !== number) : [...value, number].sort((a, b) => a - b);
  }

  function showAll(): void {
    batch(() => {
      chapters.value = [];
      isTurning.value = false;
    });
  }

  function setZoom(level: number): void {
    zoom.value = Math.max(0, Math.min(maxZoom, level));
  }

  function applyHash(text: string): void {
    const state = readTimelineHash(text);
    batch(() => {
      view.value = state.isList ? 'list' : 'picture';
      chapters.value = state.chapters ?? [];
      isTurning.value = state.isTurning ?? false;
      if (state.event) chooseEvent(state.event);
      else if (state.term) void chooseTerm(state.term);
      else chosen.value = { kind: 'nothing' };
      void finder.search(state.query ?? '');
    });
  }

  return {
    loading: loading as ReadonlySignal<Loading>,
    chosen: chosen as ReadonlySignal<Chosen>,
    zoom: zoom as ReadonlySignal<number>,
    chapters: chapters as ReadonlySignal<readonly number[]>,
    view,
    isTurning,
    finder,
    chosenEvent,
    links,
    shown,
    hash,
    load,
    chooseEvent,
    chooseTerm,
    walkLink,
    toggleChapter,
    showAll,
    setZoom,
    applyHash,
  };
}
