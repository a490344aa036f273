import { describe, expect, it, vi } from 'vitest';
import { createTimelineModel, type TimelineTransport } from '../../components/timeline-model';
import { explainTerm } from '../../core/explain-term';
import { createHistory } from '../../core/history';
import { createSearch } from '../../core/search';
import { smallPack } from '../fixtures/small-pack';

const history = createHistory(smallPack);
const search = createSearch(smallPack);

function createTransport(more: Partial<TimelineTransport> = {}): TimelineTransport {
  return {
    getTimeline: async () => ({
      lanes: smallPack.lanes,
      events: [...smallPack.events].reverse(),
      terms: Object.fromEntries(smallPack.terms.map(({ id, name }) => [id, name])),
      chapters: smallPack.chapters.map(({ number, title }) => ({ number, title })),
      spots: {},
    }),
    search: async ({ query, limit }) => search.find(query, limit),
    explain: async (question) => {
      const id = 'term' in question ? question.term : search.findTerm(question.text);
      const card = id === undefined ? undefined : explainTerm(history, id);
      return card
        ? { kind: 'card', card }
        : { kind: 'unknown', text: 'term' in question ? question.term : question.text, nearest: ['kiln'] };
    },
    ...more,
  };
}

async function openModel(more: Partial<TimelineTransport> = {}, hash = '') {
  const model = createTimelineModel(createTransport(more));
  model.applyHash(hash);
  await model.load();
  return model;
}

const never = () => Promise.reject(new Error('no answer'));
const cause = smallPack.events.find((event) => event.because.length > 0);
const [causeOf, effect] = [cause?.because[0]?.event ?? '', cause?.id ?? ''];

describe('loading', () => {
  it('puts the events in order of time, however they came', async () => {
    const model = await openModel();
    const dates = model.shown.value.map((event) => event.date);
    expect(dates).toEqual([...dates].sort());
    expect(dates).toHaveLength(smallPack.events.length);
  });

  it('says that the worker did not answer, and tries again', async () => {
    const getTimeline = vi.fn(createTransport().getTimeline).mockRejectedValueOnce(new Error('no answer'));
    const model = await openModel({ getTimeline });
    expect(model.loading.value.kind).toBe('failed');
    await model.load();
    expect(model.loading.value.kind).toBe('ready');
  });
});

describe('choosing an event', () => {
  it('gathers its causes and its effects', async () => {
    const model = await openModel();
    model.chooseEvent(effect);
    expect(model.links.value.map(({ from, to }) => ({ from, to }))).toContainEqual({ from: causeOf, to: effect });
    model.chooseEvent(causeOf);
    expect(model.links.value.map(({ to }) => to)).toContain(effect);
  });

  it('walks to a cause and back to its effect', async () => {
    const model = await openModel({}, `#event=${effect}`);
    model.walkLink('because');
    expect(model.chosenEvent.value?.id).toBe(causeOf);
    model.walkLink('ledTo');
    expect(model.chosenEvent.value?.id).toBe(effect);
  });

  it('shows it even where the filters would not', async () => {
    const model = await openModel();
    const minor = model.shown.value.find((event) => event.importance < 3);
    model.isTurning.value = true;
    expect(model.shown.value).not.toContain(minor);
    model.chooseEvent(minor?.id ?? '');
    expect(model.shown.value).toContain(minor);
  });

  it('says that it does not know an id, whether the events are there or still to come', async () => {
    const early = await openModel({}, '#event=nothing');
    expect(early.chosen.value).toEqual({ kind: 'unknown', text: 'nothing', nearest: [] });
    const late = await openModel();
    late.chooseEvent('nothing');
    expect(late.chosen.value.kind).toBe('unknown');
  });
});

describe('choosing a term', () => {
  it('brings its card', async () => {
    const model = await openModel();
    await model.chooseTerm('kiln');
    expect(model.chosen.value).toMatchObject({ kind: 'card', id: 'kiln', card: { name: { en: 'Kiln' } } });
  });

  it('says that it does not know it, and what comes nearest', async () => {
    const model = await openModel();
    await model.chooseTerm('kilm');
    expect(model.chosen.value).toEqual({ kind: 'unknown', text: 'kilm', nearest: ['kiln'] });
  });

  it('says that the worker failed', async () => {
    const model = await openModel({ explain: never });
    await model.chooseTerm('kiln');
    expect(model.chosen.value).toEqual({ kind: 'failed', id: 'kiln' });
  });

  it('drops a card that comes after another choice', async () => {
    let answer = (_: Awaited<ReturnType<TimelineTransport['explain']>>) => {};
    const model = await openModel({ explain: () => new Promise((resolve) => (answer = resolve)) });
    const asking = model.chooseTerm('kiln');
    model.chooseEvent(effect);
    answer(await createTransport().explain({ term: 'kiln' }));
    await asking;
    expect(model.chosen.value).toEqual({ kind: 'event', id: effect });
  });
});

describe('searching', () => {
  it('finds terms and events, and learns what the terms are', async () => {
    const model = await openModel();
    await model.finder.search('kiln');
    const { value } = model.finder.results;
    expect(value).toMatchObject({ kind: 'found' });
    expect(value.kind === 'found' && value.hits[0]).toMatchObject({ kind: 'term', id: 'kiln' });
    expect(model.finder.cards.value.get('kiln')?.identity.en).toBe('The first oven.');
  });

  it('names the nearest where it finds nothing', async () => {
    const model = await openModel({ search: async () => [], explain: async () => ({ kind: 'unknown', text: 'x', nearest: ['oven'] }) });
    await model.finder.search('zzzz');
    expect(model.finder.results.value).toEqual({ kind: 'none', nearest: ['oven'] });
  });

  it('says that the worker failed', async () => {
    const model = await openModel({ search: never });
    await model.finder.search('kiln');
    expect(model.finder.results.value).toEqual({ kind: 'failed' });
  });

  it('drops the answer to an earlier question', async () => {
    const answers: ((hits: []) => void)[] = [];
    const slow = createTransport();
    const model = await openModel({
      search: (question) => (question.query === 'k' ? new Promise((resolve) => answers.push(resolve)) : slow.search(question)),
    });
    const first = model.finder.search('k');
    await model.finder.search('kiln');
    answers[0]?.([]);
    await first;
    expect(model.finder.results.value.kind).toBe('found');
  });

  it('closes the results once one is chosen', async () => {
    const model = await openModel();
    await model.finder.search('kiln');
    await model.chooseTerm('kiln');
    expect(model.finder.results.value).toEqual({ kind: 'closed' });
  });
});

describe('the address', () => {
  it.each(['', `#event=${effect}`, '#term=kiln', '#q=kiln', `#event=${effect}&view=list&chapter=1%2C2&only=turning`])(
    'keeps its state: %s',
    async (hash) => {
      const model = await openModel({}, hash);
      await vi.waitFor(() => expect(model.finder.results.value.kind).not.toBe('asking'));
      expect(model.hash.value).toBe(hash);
    },
  );

  it('forgets the filters that were taken off', async () => {
    const model = await openModel({}, '#chapter=1&only=turning');
    model.toggleChapter(2);
    expect(model.hash.value).toBe('#chapter=1%2C2&only=turning');
    model.showAll();
    expect(model.hash.value).toBe('');
  });
});

describe('zooming', () => {
  it('stays between the whole story and a year', async () => {
    const model = await openModel();
    model.setZoom(-1);
    expect(model.zoom.value).toBe(0);
    model.setZoom(9);
    expect(model.zoom.value).toBe(2);
  });
});
