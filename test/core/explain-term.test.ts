import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareDates } from '../../core/dates';
import { type CardContent, explainTerm } from '../../core/explain-term';
import { createHistory } from '../../core/history';
import type { Pack, Run, Term } from '../../core/pack-schema';
import { readData } from '../../modules/pack/read-data';
import { smallPack } from '../fixtures/small-pack';

const history = createHistory(smallPack);
const card = (id: string) => explainTerm(history, id) as CardContent;
const terms = (list: readonly { term: string }[]) => list.map(({ term }) => term);

describe('the card of a term', () => {
  it('says what it is, whose, and from when to when', () => {
    expect(card('kiln')).toMatchObject({
      term: 'kiln',
      name: { en: 'Kiln', zh: '窑' },
      identity: { en: 'The first oven.', zh: '第一座炉。' },
      lane: 'ovens',
      laneName: { en: 'Ovens', zh: '烤炉' },
      owner: { term: 'fire-inc', name: { en: 'Fire, Inc.', zh: '火公司' } },
      began: '2010-03',
      ended: { date: '2012-06-01', how: 'renamed' },
      now: { zh: ['改名为烤炉。'] },
      sources: [{ title: 'The book of ovens', url: 'https://example.com/ovens' }],
    });
  });

  it('says what it was then, in both languages', () => {
    expect(card('kiln').then).toEqual({
      date: '2010-03',
      en: ['Made of ', { text: 'clay', term: 'clay' }, '.'],
      zh: ['用', { text: '黏土', term: 'clay' }, '做成。'],
    });
  });

  it('leaves out what there is not', () => {
    expect(card('clay')).toMatchObject({ owner: undefined, ended: undefined, spot: undefined, events: [] });
    expect(explainTerm(history, 'nothing')).toBeUndefined();
  });

  it('tells where in the chapters, with the chapter’s title', () => {
    expect(card('hearth').spot).toEqual({ chapter: 1, paragraph: 'p1-2', title: { en: 'The name', zh: '名字' } });
  });

  it('crosses to another place as JSON and back', () => {
    for (const { id } of smallPack.terms) expect(JSON.parse(JSON.stringify(card(id)))).toEqual(card(id));
  });
});

describe('its line', () => {
  it('goes from what it came from to what came of it, at most four, never without itself', () => {
    expect(terms(card('kiln').lineage)).toEqual(['clay', 'kiln', 'oven', 'hearth']);
    expect(terms(card('oven').lineage)).toEqual(['kiln', 'oven', 'hearth', 'stove']);
    expect(terms(card('stove').lineage)).toEqual(['oven', 'hearth', 'stove']);
    expect(card('kiln').lineage[1]).toEqual({ term: 'kiln', name: { en: 'Kiln', zh: '窑' }, year: '2010' });
  });

  it('is empty where nothing went before or came after; what a thing inspired is not its heir', () => {
    expect(card('fire-inc').lineage).toEqual([]);
    expect(card('clay').lineage).toEqual([]);
  });

  it('takes the closest kin, and of equals the one that began last, whatever the order of the pack', () => {
    const cameBefore = (change: (pack: Pack) => void) => {
      const pack = structuredClone(smallPack);
      change(pack);
      return [pack.terms, [...pack.terms].reverse()].map((list) => {
        const line = terms(explainTerm(createHistory({ ...pack, terms: list }), 'oven')?.lineage ?? []);
        return line[line.indexOf('oven') - 1];
      });
    };
    const find = (pack: Pack, id: string) => pack.terms.find((term) => term.id === id) as Term;
    const inspire = (pack: Pack) => find(pack, 'oven').relations.push({ type: 'inspired-by', to: 'clay', source: ['book'] });
    const date = (pack: Pack, began: string) => Object.assign(find(pack, 'clay').began, { date: began });
    expect(cameBefore((pack) => [inspire(pack), date(pack, '2011')])).toEqual(['kiln', 'kiln']);
    const rename = (pack: Pack) => find(pack, 'clay').relations.push({ type: 'renamed-to', to: 'oven', source: ['book'] });
    expect(cameBefore((pack) => [rename(pack), date(pack, '2011')])).toEqual(['clay', 'clay']);
    expect(cameBefore((pack) => [rename(pack), date(pack, '2009')])).toEqual(['kiln', 'kiln']);
  });
});

describe('its events', () => {
  it('are the three that matter most, in order of time', () => {
    expect(card('oven').events.map(({ id }) => id)).toEqual(['e2010-kiln', 'e2012-oven', 'e2014-hearth']);
    expect(card('hearth').events.map(({ id }) => id)).toEqual(['e2014-hearth', 'e2016-stove']);
    expect(card('fire-inc').events.map(({ id }) => id)).toEqual(['e2008-fire', 'e2010-kiln', 'e2014-sold']);
    expect(card('kiln').events[0]).toEqual({ id: 'e2010-kiln', date: '2010-03', label: { en: 'Kiln 1.0', zh: '窑 1.0' } });
  });
});

describe('its neighbours', () => {
  it('are those that the card does not show already, each once', () => {
    expect(terms(card('oven').related)).toEqual(['clay']);
    expect(card('kiln').related).toEqual([]);
    expect(
      card('clay')
        .related.map(({ term }) => term)
        .sort(),
    ).toEqual(['kiln', 'oven']);
  });

  it('are three at most: what it used before its rivals, and those before whatever names it', () => {
    const pack = structuredClone(smallPack);
    pack.terms.find(({ id }) => id === 'fire-inc')?.relations.push({ type: 'uses', to: 'clay', source: ['book'] });
    expect(terms(explainTerm(createHistory(pack), 'fire-inc')?.related ?? [])).toEqual(['clay', 'stove', 'kiln']);
    for (const id of ['oven', 'hearth'])
      pack.terms.find((term) => term.id === id)?.relations.push({ type: 'uses', to: 'fire-inc', source: ['book'] });
    expect(terms(explainTerm(createHistory(pack), 'fire-inc')?.related ?? [])).toEqual(['clay', 'stove', 'kiln']);
  });
});

describe('every term of the built-in history', () => {
  const { pack } = readData(join(import.meta.dirname, '../../data'));
  const real = createHistory(pack);
  const known = (ids: readonly string[]) => ids.filter((id) => !real.terms.has(id));
  const text = (runs: readonly Run[]) => runs.map((run) => (typeof run === 'string' ? run : run.text)).join('');

  it('there are enough of them', () => {
    expect(pack.terms.length).toBeGreaterThanOrEqual(100);
  });

  it.each(pack.terms.map(({ id }) => id))('%s', (id) => {
    const content = explainTerm(real, id) as CardContent;
    for (const told of [content.then, content.now]) {
      expect(text(told.en)).toMatch(/[a-z]{2}/i);
      expect(text(told.zh)).toMatch(/\p{Script=Han}/u);
    }
    for (const both of [content.name, content.identity, content.laneName]) expect([both.en.trim(), both.zh.trim()]).not.toContain('');
    expect(content.then.date).toMatch(/^\d{4}/);
    expect(content.sources.length).toBeGreaterThan(0);
    for (const { title, url } of content.sources) expect([title !== '', URL.canParse(url)]).toEqual([true, true]);

    expect([0, 2, 3, 4]).toContain(content.lineage.length);
    if (content.lineage.length > 0) expect(terms(content.lineage)).toContain(id);
    const years = content.lineage.map(({ year }) => year);
    expect(years, 'the line is in order of time').toEqual([...years].sort());
    expect(terms(content.related)).not.toContain(id);
    expect(known([...terms(content.lineage), ...terms(content.related)])).toEqual([]);
    expect(new Set([...terms(content.lineage), ...terms(content.related)]).size).toBe(content.lineage.length + content.related.length);
    expect(content.related.length).toBeLessThanOrEqual(3);
    expect(content.events.length).toBeLessThanOrEqual(3);
    expect([...content.events].sort((a, b) => compareDates(a.date, b.date))).toEqual(content.events);
  });
});
