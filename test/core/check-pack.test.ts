import { describe, expect, it } from 'vitest';
import { checkPack } from '../../core/check-pack';
import type { KnownDate } from '../../core/dates';
import type { Chapter, HistoryEvent, Pack, Surface, Term } from '../../core/pack-schema';
import { smallPack } from '../fixtures/small-pack';

const day = (text: string) => text as KnownDate;

/** The small pack with one thing changed. */
function changed(change: (pack: Pack) => void): Pack {
  const pack = structuredClone(smallPack);
  change(pack);
  return pack;
}

function termOf(pack: Pack, id: string): Term {
  return pack.terms.find((term) => term.id === id) as Term;
}

function eventOf(pack: Pack, id: string): HistoryEvent {
  return pack.events.find((event) => event.id === id) as HistoryEvent;
}

describe('checkPack', () => {
  it('has nothing against a pack that is in order', () => {
    expect(checkPack(smallPack)).toEqual([]);
  });

  const cases: [what: string, change: (pack: Pack) => void, of: string, field: string, message: RegExp, remedy: RegExp][] = [
    [
      'an unknown term in an event',
      (pack) => eventOf(pack, 'e2008-fire').terms.push('klin'),
      'event e2008-fire',
      'terms[1]',
      /no term “klin”/,
      /did you mean “kiln”/,
    ],
    [
      'the same term twice in an event',
      (pack) => eventOf(pack, 'e2008-fire').terms.push('fire-inc'),
      'event e2008-fire',
      'terms[1]',
      /“fire-inc” is there twice/,
      /drop one/,
    ],
    [
      'a relation to nothing',
      (pack) => termOf(pack, 'oven').relations.push({ type: 'uses', to: 'gas', source: ['book'] }),
      'term oven',
      'relations[2].to',
      /the term “gas”, and there is none/,
      /existing term|drop the relation/,
    ],
    [
      'a relation to oneself',
      (pack) => termOf(pack, 'oven').relations.push({ type: 'uses', to: 'oven', source: ['book'] }),
      'term oven',
      'relations[2].to',
      /no relation to itself/,
      /drop/,
    ],
    [
      'an act without its event',
      (pack) => termOf(pack, 'oven').relations.push({ type: 'acquired-by', to: 'fire-inc', source: ['book'] }),
      'term oven',
      'relations[2]',
      /“acquired-by fire-inc” .* names no event/,
      /add event:/,
    ],
    [
      'an act with an event that is nowhere',
      (pack) => termOf(pack, 'oven').relations.push({ type: 'acquired-by', to: 'fire-inc', event: 'e2014-solt', source: ['book'] }),
      'term oven',
      'relations[2].event',
      /no event “e2014-solt”/,
      /did you mean “e2014-sold”/,
    ],
    [
      'an act with an event about somebody else',
      (pack) => termOf(pack, 'clay').relations.push({ type: 'acquired-by', to: 'fire-inc', event: 'e2014-sold', source: ['book'] }),
      'term clay',
      'relations[0].event',
      /does not name clay/,
      /add clay to the terms of e2014-sold/,
    ],
    [
      'an act by a term after its end',
      (pack) =>
        termOf(pack, 'kiln').relations.push({
          type: 'donated-to',
          to: 'oven',
          date: day('2012-07'),
          event: 'e2012-oven',
          source: ['book'],
        }),
      'term kiln',
      'relations[3].date',
      /kiln acts here on 2012-07, after its end on 2012-06-01/,
      /mend the date, or the end of kiln in data\/terms\/kiln\.yaml/,
    ],
    [
      'an act by the other term after its end, dated by its event',
      (pack) => {
        termOf(pack, 'fire-inc').ended = { date: day('2011'), how: 'closed', source: ['book'] };
        termOf(pack, 'oven').relations.push({ type: 'acquired-by', to: 'fire-inc', event: 'e2014-sold', source: ['book'] });
      },
      'term oven',
      'relations[2].event',
      /fire-inc acts here on 2014, after its end on 2011/,
      /mend/,
    ],
    [
      'an act by a term before its beginning',
      (pack) => termOf(pack, 'hearth').relations.push({ type: 'uses', to: 'clay', date: day('2013'), source: ['book'] }),
      'term hearth',
      'relations[1].date',
      /hearth acts here on 2013, before its beginning on 2014-05/,
      /mend the date, or the beginning of hearth/,
    ],
    [
      'a relation with another date than its event',
      (pack) => Object.assign(termOf(pack, 'hearth').relations[0] as object, { date: '2015-01-09' }),
      'term hearth',
      'relations[0].date',
      /2015-01-09 is not the date of e2016-stove, 2016-01-09/,
      /leave the date out, or mend/,
    ],
    [
      'an end before the beginning',
      (pack) => Object.assign(termOf(pack, 'kiln').ended as object, { date: '2009' }),
      'term kiln',
      'ended.date',
      /ends on 2009 and begins later, on 2010-03/,
      /mend/,
    ],
    [
      'a cause after its effect',
      (pack) => eventOf(pack, 'e2010-kiln').because.push({ event: 'e2012-oven', how: 'became', source: ['book'] }),
      'event e2010-kiln',
      'because[0].event',
      /e2012-oven \(2012-06-01\) is later than its effect \(2010-03\)/,
      /turn the two round, or mend/,
    ],
    [
      'a cause that is nowhere',
      (pack) => eventOf(pack, 'e2010-kiln').because.push({ event: 'e2000-ur', how: 'became', source: ['book'] }),
      'event e2010-kiln',
      'because[0].event',
      /no event “e2000-ur”/,
      /existing event|drop/,
    ],
    [
      'an event that causes itself',
      (pack) => eventOf(pack, 'e2010-kiln').because.push({ event: 'e2010-kiln', how: 'became', source: ['book'] }),
      'event e2010-kiln',
      'because[0].event',
      /not its own cause/,
      /drop/,
    ],
    [
      'two terms claiming the same surface, in another case and width',
      (pack) => termOf(pack, 'stove').surfaces.push({ text: 'ＣＬＡＹ' }),
      'term stove',
      'surfaces[2]',
      /“ＣＬＡＹ” is claimed by clay too, as “clay”/,
      /belongs to one term: drop it here or in data\/terms\/clay\.yaml/,
    ],
    [
      'a surface written twice',
      (pack) => termOf(pack, 'stove').surfaces.push({ text: 'STOVE' }),
      'term stove',
      'surfaces[2]',
      /“STOVE” is there twice/,
      /drop one/,
    ],
    [
      'an unknown lane of a term',
      (pack) => Object.assign(termOf(pack, 'clay'), { lane: 'mud' }),
      'term clay',
      'lane',
      /“mud” is no lane/,
      /ovens, people/,
    ],
    [
      'an unknown lane of an event',
      (pack) => Object.assign(eventOf(pack, 'e2008-fire'), { lane: 'mud' }),
      'event e2008-fire',
      'lane',
      /“mud” is no lane/,
      /ovens, people/,
    ],
    [
      'an unknown owner',
      (pack) => Object.assign(termOf(pack, 'clay'), { owner: 'nobody' }),
      'term clay',
      'owner',
      /no term “nobody”/,
      /leave the owner out/,
    ],
    [
      'a source that is named and not listed',
      (pack) => termOf(pack, 'clay').began.source.push('bok'),
      'term clay',
      'began.source',
      /“bok” is not among the sources/,
      /add it under sources.*did you mean “book”/,
    ],
    [
      'a source of an event that is named and not listed',
      (pack) => eventOf(pack, 'e2008-fire').source.push('letter'),
      'event e2008-fire',
      'source',
      /“letter” is not among the sources/,
      /add it under sources/,
    ],
    [
      'a source that nothing uses',
      (pack) => Object.assign(termOf(pack, 'clay').sources, { spare: { title: 'Spare', url: 'https://example.com' } }),
      'term clay',
      'sources.spare',
      /no fact uses it/,
      /drop it, or name it/,
    ],
    [
      'a link to no term in what a term was',
      (pack) => termOf(pack, 'kiln').then.zh.push({ text: '煤气', term: 'gas' }),
      'term kiln',
      'then.zh',
      /the link “煤气” leads to the term “gas”/,
      /\[煤气\]\(term:id\)/,
    ],
    [
      'a link to no event in a chapter',
      (pack) => (pack.chapters[1] as Chapter).paragraphs[0]?.zh.push({ text: '那天', event: 'e1999-day' }),
      'chapter 1',
      'p1-1.zh',
      /the link “那天” leads to the event “e1999-day”/,
      /\[那天\]\(event:id\)/,
    ],
    [
      'an editor’s note without its source in one language',
      (pack) => Object.assign((pack.chapters[1] as Chapter).paragraphs[1]?.note as object, { zh: ['见书。'] }),
      'chapter 1',
      'p1-2.note.zh',
      /without its source/,
      /link the source/,
    ],
    [
      'two terms with one id',
      (pack) => void pack.terms.push({ ...termOf(pack, 'clay'), surfaces: [{ text: 'loam' }] }),
      'term clay',
      'id',
      /two terms called “clay”/,
      /another id/,
    ],
    [
      'two events with one id',
      (pack) => void pack.events.push(eventOf(pack, 'e2008-fire')),
      'event e2008-fire',
      'id',
      /two events called “e2008-fire”/,
      /another id/,
    ],
    [
      'one paragraph id in two chapters',
      (pack) => Object.assign((pack.chapters[1] as Chapter).paragraphs[0] as object, { id: 'p0-1' }),
      'chapter 1',
      'p0-1',
      /two paragraphs called “p0-1”/,
      /another id/,
    ],
    [
      'two lanes with one id',
      (pack) => Object.assign(pack.lanes[1] as object, { id: 'ovens' }),
      'pack',
      'lanes[1].id',
      /two lanes called “ovens”/,
      /another id/,
    ],
    [
      'an identity with no room for it',
      (pack) => Object.assign(termOf(pack, 'clay').identity, { en: 'x'.repeat(71) }),
      'term clay',
      'identity.en',
      /71 characters, and there is room for 70/,
      /shorter by 1/,
    ],
  ];

  it.each(cases)('stops %s', (_, change, of, field, message, remedy) => {
    const problems = checkPack(changed(change));
    expect(problems).toContainEqual(
      expect.objectContaining({ of, field, message: expect.stringMatching(message), remedy: expect.stringMatching(remedy) }),
    );
  });

  it('allows what the unknown part of a date leaves open', () => {
    // some time in June 2012 may be the first, on which kiln ends; some time in 2014 may be after May
    const pack = changed((pack) => {
      const [, renamed] = termOf(pack, 'kiln').relations;
      Object.assign(renamed as object, { date: '2012-06' });
      eventOf(pack, 'e2014-sold').because.push({ event: 'e2014-hearth', how: 'became', source: ['book'] });
    });
    expect(checkPack(pack)).toEqual([]);
  });

  it('asks the speller which spellings a surface has', () => {
    const pack = changed((pack) => void termOf(pack, 'stove').surfaces.push({ text: '窯爐' }));
    expect(checkPack(pack)).toEqual([]);
    const problems = checkPack(pack, (text) => (text === '窑炉' ? ['窑炉', '窯爐'] : [text]));
    expect(problems.map(({ of, field, message }) => ({ of, field, message }))).toEqual([
      { of: 'term stove', field: 'surfaces[2]', message: '“窯爐” is claimed by kiln too, as “窑炉”' },
    ]);
  });

  it('lets a term have the same letters twice where no text is both: capitals, and small as written', () => {
    const withClay = (...surfaces: Surface[]) =>
      changed((pack) => {
        termOf(pack, 'clay').surfaces = surfaces;
      });
    const small = { text: 'clay', case: 'exact', unsure: true } as const;
    expect(checkPack(withClay({ text: 'Clay', case: 'capital' }, small))).toEqual([]);
    expect(checkPack(withClay({ text: 'Clay' }, small)).map(({ message }) => message)).toEqual([
      '“clay” is there twice (case and width are not looked at)',
    ]);
  });

  it('says what a name leads to, so that a broken entry is not blamed twice', () => {
    const pack = changed((pack) => void eventOf(pack, 'e2008-fire').terms.push('gas'));
    expect(checkPack(pack).map(({ missing }) => missing)).toEqual(['term gas']);
  });
});
