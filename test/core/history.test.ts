import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPack } from '../../core/check-pack';
import { compareDates } from '../../core/dates';
import { createHistory } from '../../core/history';
import { readData } from '../../modules/pack/read-data';
import { smallPack } from '../fixtures/small-pack';

const history = createHistory(smallPack);
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

it('the small pack is a sound one', () => {
  expect(checkPack(smallPack)).toEqual([]);
});

describe('createHistory', () => {
  it('knows every term and event by its id', () => {
    expect(history.terms.get('kiln')?.name.en).toBe('Kiln');
    expect(history.events.get('e2010-kiln')?.date).toBe('2010-03');
    expect(history.terms.get('nothing')).toBeUndefined();
  });

  it('gives the events of a term in order of time, however the pack has them', () => {
    expect(ids(history.eventsOf('oven'))).toEqual(['e2010-kiln', 'e2012-oven', 'e2014-sold', 'e2014-hearth', 'e2016-stove']);
    expect(ids(history.eventsOf('fire-inc'))).toEqual(['e2008-fire', 'e2010-kiln', 'e2014-sold']);
    expect(history.eventsOf('clay')).toEqual([]);
    expect(history.eventsOf('nothing')).toEqual([]);
  });

  it('gives what came of an event', () => {
    expect(ids(history.effectsOf('e2010-kiln'))).toEqual(['e2012-oven']);
    expect(history.effectsOf('e2016-stove')).toEqual([]);
  });

  it('shows a relation from both its ends', () => {
    expect(history.relationsOf('oven')).toEqual([
      { type: 'renamed-to', other: 'kiln', isSubject: false, date: '2012-06-01' },
      { type: 'succeeded-by', other: 'hearth', isSubject: true, date: '2014-05' },
      { type: 'uses', other: 'clay', isSubject: true },
    ]);
    expect(history.relationsOf('clay').map(({ other, isSubject }) => [other, isSubject])).toEqual([
      ['kiln', false],
      ['oven', false],
    ]);
  });
});

describe('where the chapters tell of it', () => {
  it('a term: the paragraph of its own moment', () => {
    expect(history.spotOfTerm('hearth')).toEqual({ chapter: 1, paragraph: 'p1-2' });
  });

  it('failing that, the first that names it in either language, the preface last', () => {
    expect(history.spotOfTerm('kiln')).toEqual({ chapter: 1, paragraph: 'p1-1' });
    expect(history.spotOfTerm('stove')).toEqual({ chapter: 0, paragraph: 'p0-2' });
  });

  it('failing that too, where the first of its events is told that is', () => {
    expect(history.spotOfTerm('oven')).toEqual({ chapter: 1, paragraph: 'p1-1' });
  });

  it('an event: its paragraph or, failing that, that of the first of its terms that has one', () => {
    expect(history.spotOfEvent('e2014-hearth')).toEqual({ chapter: 1, paragraph: 'p1-2' });
    expect(history.spotOfEvent('e2010-kiln')).toEqual({ chapter: 1, paragraph: 'p1-1' });
  });

  it('nothing where nothing is told; an editor’s note does not count', () => {
    expect(history.spotOfTerm('clay')).toBeUndefined();
    expect(history.spotOfTerm('nothing')).toBeUndefined();
    expect(history.spotOfEvent('nothing')).toBeUndefined();
  });
});

describe('the built-in history', () => {
  const { pack } = readData(join(import.meta.dirname, '../../data'));
  const real = createHistory(pack);
  const paragraphs = new Map(pack.chapters.map((chapter) => [chapter.number, new Set(chapter.paragraphs.map(({ id }) => id))]));

  it('leads from terms and events to paragraphs that exist', () => {
    const spots = [...pack.terms.map(({ id }) => real.spotOfTerm(id)), ...pack.events.map(({ id }) => real.spotOfEvent(id))].filter(
      (spot) => spot !== undefined,
    );
    expect(spots.length).toBeGreaterThan(pack.terms.length / 2);
    for (const { chapter, paragraph } of spots) expect(paragraphs.get(chapter)?.has(paragraph), `${chapter}, ${paragraph}`).toBe(true);
  });

  it('has the events of every term in order of time', () => {
    for (const { id } of pack.terms) {
      const events = real.eventsOf(id);
      expect(ids([...events].sort((a, b) => compareDates(a.date, b.date))), id).toEqual(ids(events));
    }
  });
});
