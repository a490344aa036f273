import { describe, expect, it, vi } from 'vitest';
import { createTimelineModel, type TimelineTransport } from '../../components/timeline-model';
import { explainTerm } from '../../core/explain-term';
import { createHistory } from '../../core/history';
import { gatherFacts, outlineTimeline } from '../../core/outline-timeline';
import { createSearch } from '../../core/search';
import { maxZoom } from '../../core/timeline-scale';
import { smallPack } from '../fixtures/small-pack';

const history = createHistory(smallPack);
const search = createSearch(smallPack);

function createTransport(more: Partial<TimelineTransport> = {}): TimelineTransport {
  return {
    getTimeline: async () => outlineTimeline({ ...smallPack, events: [...smallPack.events].reverse() }),
    getEventFacts: async () => gatherFacts(history),
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
    model.toggle({ by: 'least', least: 3 });
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
  it.each([
    '',
    `#event=${effect}`,
    '#term=kiln',
    '#q=kiln',
    `#event=${effect}&view=list&chapter=1%2C2&only=turning`,
    '#lane=clay%2Cstone&kind=release&only=notable&years=2013-2016&zoom=2&at=2014.50',
    '#years=-2016',
    `#path=${causeOf}..${effect}`,
    `#event=${effect}&path=kiln..`,
    '#path=..kiln',
  ])('keeps its state: %s', async (hash) => {
    const model = await openModel({}, hash);
    await vi.waitFor(() => expect(model.finder.results.value.kind).not.toBe('asking'));
    expect(model.hash.value).toBe(hash);
  });

  it('keeps the view of the page where there is one', async () => {
    const beside = createTimelineModel(createTransport(), { hasPage: true });
    beside.applyHash('#view=page');
    expect(beside.isPage.value).toBe(true);
    expect(beside.hash.value).toBe('#view=page');
    beside.isPage.value = false;
    expect(beside.hash.value).toBe('');
    const alone = await openModel({}, '#view=page');
    expect(alone.hash.value).toBe('');
  });

  it('forgets the filters that were taken off', async () => {
    const model = await openModel({}, '#chapter=1&only=turning');
    model.toggle({ by: 'chapter', number: 2 });
    expect(model.hash.value).toBe('#chapter=1%2C2&only=turning');
    model.showAll();
    expect(model.hash.value).toBe('');
  });
});

describe('the path from A to B', () => {
  it('asks for one end after the other, and takes what is chosen next', async () => {
    const model = await openModel();
    model.beginPath();
    expect(model.path.state.value).toMatchObject({ kind: 'open', missing: 'from' });
    model.chooseEvent(causeOf);
    expect(model.path.state.value).toMatchObject({ kind: 'open', missing: 'to' });
    expect(model.hash.value).toBe(`#path=${causeOf}..`);
    model.chooseEvent(effect);
    expect(model.path.path.value).toMatchObject([{ from: causeOf, to: effect }]);
    expect(model.chosen.value).toEqual({ kind: 'nothing' });
  });

  it('says that there is none, and whether there is one the other way round', async () => {
    const model = await openModel({}, `#path=${effect}..${causeOf}`);
    expect(model.path.state.value).toMatchObject({ kind: 'none', isReversed: true });
    model.path.turn();
    expect(model.path.state.value.kind).toBe('found');
  });

  it('stays while its events are looked at, and shows them whatever the filters say', async () => {
    const model = await openModel({}, `#path=${causeOf}..${effect}&years=1901-1902`);
    expect(model.shown.value.map(({ id }) => id)).toEqual(expect.arrayContaining([causeOf, effect]));
    model.chooseEvent(effect);
    expect(model.path.state.value.kind).toBe('found');
    model.path.close();
    expect(model.hash.value).toBe(`#event=${effect}&years=1901-1902`);
  });

  it('takes a term for an end', async () => {
    const model = await openModel({}, `#path=..${effect}`);
    await model.chooseTerm('kiln');
    expect(model.path.ends.value).toEqual({ from: 'kiln', to: effect });
  });

  it('chooses another end when it is asked to', async () => {
    const model = await openModel({}, `#path=${effect}..${causeOf}`);
    model.path.ask('from');
    model.chooseEvent(causeOf);
    expect(model.path.ends.value).toEqual({ from: causeOf, to: causeOf });
    expect(model.path.state.value).toMatchObject({ kind: 'none', isReversed: false });
  });
});

describe('the facts of the events', () => {
  it('come by themselves, once', async () => {
    const getEventFacts = vi.fn(createTransport().getEventFacts);
    const model = await openModel({ getEventFacts });
    expect(model.facts.value.kind).toBe('loading');
    await model.loadFacts();
    await model.loadFacts();
    expect(getEventFacts).toHaveBeenCalledTimes(1);
    const { value } = model.facts;
    expect(value.kind === 'ready' && value.byId[effect]?.sources.length).toBeGreaterThan(0);
  });

  it('are asked for again after the worker failed', async () => {
    const getEventFacts = vi.fn(createTransport().getEventFacts).mockRejectedValueOnce(new Error('no answer'));
    const model = await openModel({ getEventFacts });
    await model.loadFacts();
    expect(model.facts.value.kind).toBe('failed');
    await model.loadFacts();
    expect(model.facts.value.kind).toBe('ready');
  });
});

describe('zooming', () => {
  it('stays between the whole story and a month', async () => {
    const model = await openModel();
    model.setZoom(-1);
    expect(model.zoom.value).toBe(0);
    model.setZoom(9);
    expect(model.zoom.value).toBe(maxZoom);
  });
});
