import { beforeEach, describe, expect, it } from 'vitest';
import type { ReadingPlaces, ReadingStep } from '../../../core/reading-places';
import type { Book } from '../../../core/tell-book';
import { createPanelModel, type PanelTransport, readTarget } from '../../../entrypoints/sidepanel/model';

const chapter = (number: number) => ({
  number,
  title: { en: '', zh: '' },
  paragraphs: ['a', 'b'].map((name) => ({ id: `c${number}-${name}`, en: ['text'], zh: ['文'] })),
});
const book = { chapters: [chapter(1), chapter(2)] } as unknown as Book;
const settle = () => new Promise((done) => setTimeout(done));

describe('the panel', () => {
  let saved: ReadingStep[];
  let kept: ReadingPlaces;
  let isFull: boolean;
  let isSilent: boolean;
  const start = (target?: { chapter: number; paragraph: string | undefined }) => {
    const transport: PanelTransport = {
      getChapters: async () => {
        if (isSilent) throw new Error('Could not establish connection.');
        return book;
      },
      getReceipts: async () => [],
      loadPlaces: async () => kept,
      saveStep: async (step) => {
        if (isFull) throw new Error('QUOTA_BYTES quota exceeded');
        saved.push(step);
      },
    };
    return createPanelModel({ transport, language: 'en', start: target });
  };
  beforeEach(() => {
    saved = [];
    kept = { chapter: 2, places: { 2: { paragraph: 'c2-b', seen: 0.5 } } };
    isFull = isSilent = false;
  });

  it('opens where the reader was, unless it is sent elsewhere', async () => {
    const model = start();
    await model.load();
    expect([model.open.value, model.goal.value]).toEqual([2, { paragraph: 'c2-b', lit: false }]);
    const sent = start({ chapter: 1, paragraph: 'c1-b' });
    await sent.load();
    expect([sent.open.value, sent.goal.value]).toEqual([1, { paragraph: 'c1-b', lit: true }]);
  });

  it('loads again after the worker was silent, and goes where it was to go', async () => {
    isSilent = true;
    const model = start({ chapter: 1, paragraph: 'c1-b' });
    await model.load();
    expect(model.state.value.kind).toBe('failed');
    isSilent = false;
    await model.load();
    expect(model.goal.value).toEqual({ paragraph: 'c1-b', lit: true });
  });

  it('says that a place was not kept, until one is, beside what else there is to say', async () => {
    const model = start();
    await model.load();
    await settle();
    model.tell('noteNotKept');
    isFull = true;
    model.keepPlace({ paragraph: 'c2-a', seen: 0.6 });
    await settle();
    expect(model.notices.value).toEqual(['noteNotKept', 'placeNotKept']);
    isFull = false;
    model.keepPlace({ paragraph: 'c2-b', seen: 0.7 });
    await settle();
    expect(model.notices.value).toEqual(['noteNotKept']);
    model.show('contents');
    expect(model.notices.value).toEqual([]);
  });

  it('writes one step at a time, and of those made meanwhile the last', async () => {
    const model = start();
    await model.load();
    await settle();
    saved = [];
    for (const seen of [0.6, 0.7, 0.8]) model.keepPlace({ paragraph: 'c2-a', seen });
    await settle();
    expect(saved.map(({ place }) => place?.seen)).toEqual([0.6, 0.8]);
  });

  it('stays where it is when another window reads on', async () => {
    const model = start();
    await model.load();
    model.takePlaces({ chapter: 1, places: { 1: { paragraph: 'c1-b', seen: 1 }, 2: { paragraph: 'c2-a', seen: 0 } } });
    expect([model.open.value, model.here.value, model.places.value.places['1']?.seen]).toEqual([2, 'c2-b', 1]);
  });
});

describe('readTarget', () => {
  it.each([
    ['#chapter=3&p=c3-fig', { chapter: 3, paragraph: 'c3-fig' }],
    ['#chapter=0', { chapter: 0, paragraph: undefined }],
    ['#chapter=', undefined],
    ['#chapter=-1', undefined],
    ['#chapter=two', undefined],
    ['', undefined],
  ])('reads %j', (hash, target) => {
    expect(readTarget(hash)).toEqual(target);
  });
});
