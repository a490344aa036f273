import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CardContent } from '../core/explain-term';
import { betweenYears, type Filters, listFilters, noFilters, type OneFilter, passes, toggleFilter } from '../core/filter-events';
import { type EventFacts, type EventOutline, indexTimeline, type Link, type Timeline, type TimelineIndex } from '../core/timeline';
import { readTimelineHash, writeTimelineHash } from '../core/timeline-hash';
import { maxZoom } from '../core/timeline-scale';
import { createPathModel } from './path-model';
import { createSearchModel, type SearchTransport } from './search-model';

/** What the timeline asks the worker; passed in, so that the model is tested without a browser. */
export interface TimelineTransport extends SearchTransport {
  getTimeline(): Promise<Timeline>;
  getEventFacts(): Promise<Record<string, EventFacts>>;
}

export type Loading = { kind: 'loading' } | { kind: 'failed' } | { kind: 'ready'; timeline: Timeline; index: TimelineIndex };

/** The rest of every event: asked for once the first picture is drawn. */
export type Facts = { kind: 'loading' } | { kind: 'failed' } | { kind: 'ready'; byId: Readonly<Record<string, EventFacts>> };

/** What the picture shows of time, in years; `centre` is the year in its middle. */
export interface ShownYears {
  from: number;
  to: number;
  centre: number;
}

export type Chosen =
  | { kind: 'nothing' }
  | { kind: 'event'; id: string }
  | { kind: 'term'; id: string }
  | { kind: 'card'; id: string; card: CardContent }
  | { kind: 'failed'; id: string }
  | { kind: 'unknown'; text: string; nearest: readonly string[] };

export type View = 'picture' | 'list';
export type TimelineModel = ReturnType<typeof createTimelineModel>;

/** The whole state of the timeline, in the popup and on the tab; the components only show it. `hasPage`: there is a page beside it. */
export function createTimelineModel(transport: TimelineTransport, { hasPage = false } = {}) {
  const finder = createSearchModel(transport);
  const loading = signal<Loading>({ kind: 'loading' });
  const view = signal<View>('picture');
  /** the terms of the page are shown instead of either */
  const isPage = signal(false);
  const zoom = signal(0);
  const facts = signal<Facts>({ kind: 'loading' });
  const filters = signal<Filters>(noFilters);
  const years = signal<ShownYears | undefined>(undefined);
  /** where the picture is asked to go; each request is an object of its own */
  const target = signal<{ year: number } | undefined>(undefined);
  const chosen = signal<Chosen>({ kind: 'nothing' });

  const index = computed(() => (loading.value.kind === 'ready' ? loading.value.index : undefined));
  const chosenEvent = computed(() => (chosen.value.kind === 'event' ? index.value?.byId.get(chosen.value.id) : undefined));
  /** the links of the chosen event, causes first */
  const links: ReadonlySignal<readonly Link[]> = computed(() => {
    const id = chosenEvent.value?.id;
    return id === undefined || !index.value ? [] : [...index.value.causesOf(id), ...index.value.effectsOf(id)];
  });
  const path = createPathModel(index);
  const onPath = computed(() => new Set(path.path.value.flatMap(({ from, to }) => [from, to])));
  /** what passes the filters, in order of time; the chosen event and those of the path are always among them */
  const shown: ReadonlySignal<readonly EventOutline[]> = computed(() => {
    const events = index.value?.events ?? [];
    if (listFilters(filters.value).length === 0) return events;
    return events.filter((event) => event.id === chosenEvent.value?.id || onPath.value.has(event.id) || passes(filters.value, event));
  });
  const hash = computed(() => {
    const { value } = chosen;
    return writeTimelineHash({
      event: value.kind === 'event' ? value.id : undefined,
      term: value.kind === 'term' || value.kind === 'card' || value.kind === 'failed' ? value.id : undefined,
      query: finder.results.value.kind === 'closed' ? undefined : finder.query.value.trim(),
      view: isPage.value ? 'page' : view.value === 'list' ? 'list' : undefined,
      path: path.ends.value,
      filters: filters.value,
      zoom: zoom.value,
      at: years.value?.centre ?? target.value?.year,
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

  async function loadFacts(): Promise<void> {
    if (facts.value.kind === 'ready') return;
    facts.value = { kind: 'loading' };
    facts.value = await transport.getEventFacts().then(
      (byId): Facts => ({ kind: 'ready', byId }),
      (): Facts => ({ kind: 'failed' }),
    );
  }

  function chooseEvent(id: string): void {
    batch(() => {
      if (path.answer(id)) return finishPath();
      chosen.value = { kind: 'event', id };
      finder.close();
      refuseUnknownEvent();
    });
  }

  /** The path takes the place of what was chosen before. */
  function finishPath(): void {
    chosen.value = { kind: 'nothing' };
    finder.close();
  }

  function beginPath(from?: string): void {
    batch(() => {
      path.begin(from);
      finishPath();
    });
  }

  function forget(): void {
    chosen.value = { kind: 'nothing' };
  }

  /** An id from an old or mistyped address is said to be unknown, once the events are here to know it. */
  function refuseUnknownEvent(): void {
    const { value } = chosen;
    if (value.kind === 'event' && index.value && !index.value.byId.has(value.id))
      chosen.value = { kind: 'unknown', text: value.id, nearest: [] };
  }

  async function chooseTerm(id: string): Promise<void> {
    if (path.answer(id)) return batch(finishPath);
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

  function toggle(one: OneFilter): void {
    filters.value = toggleFilter(filters.value, one);
  }

  function setYears(range: { from?: number | undefined; to?: number | undefined }): void {
    filters.value = betweenYears(filters.value, range);
  }

  function showAll(): void {
    filters.value = noFilters;
  }

  function setZoom(level: number): void {
    zoom.value = Math.max(0, Math.min(maxZoom, level));
  }

  /** Asks the picture to put a year into its middle. */
  function goTo(year: number): void {
    target.value = { year };
  }

  function applyHash(text: string): void {
    const state = readTimelineHash(text);
    batch(() => {
      view.value = state.view === 'list' ? 'list' : 'picture';
      isPage.value = hasPage && state.view === 'page';
      filters.value = state.filters ?? noFilters;
      setZoom(state.zoom ?? 0);
      if (state.at !== undefined && state.at.toFixed(2) !== years.value?.centre.toFixed(2)) goTo(state.at);
      path.setEnds(undefined);
      if (state.event) chooseEvent(state.event);
      else if (state.term) void chooseTerm(state.term);
      else chosen.value = { kind: 'nothing' };
      path.setEnds(state.path);
      void finder.search(state.query ?? '');
    });
  }

  return {
    loading: loading as ReadonlySignal<Loading>,
    chosen: chosen as ReadonlySignal<Chosen>,
    zoom: zoom as ReadonlySignal<number>,
    facts: facts as ReadonlySignal<Facts>,
    filters: filters as ReadonlySignal<Filters>,
    target: target as ReadonlySignal<{ year: number } | undefined>,
    years,
    view,
    isPage,
    path,
    finder,
    chosenEvent,
    links,
    shown,
    hash,
    load,
    loadFacts,
    beginPath,
    forget,
    chooseEvent,
    chooseTerm,
    walkLink,
    toggle,
    setYears,
    showAll,
    setZoom,
    goTo,
    applyHash,
  };
}
