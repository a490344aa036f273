import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compareDates } from '../../../core/dates';
import { acts, type Run } from '../../../core/pack-schema';
import { countData } from '../../../modules/pack/count-data';
import { printFinding } from '../../../modules/pack/finding';
import { readData } from '../../../modules/pack/read-data';
import { findShared, hashRuns, type RunHashes } from '../../fixtures/hash-runs';

const folder = join(import.meta.dirname, '../../../data');
const { pack, findings } = readData(folder);
const counts = countData(pack);
const events = new Map(pack.events.map((event) => [event.id, event]));
const paragraphs = pack.chapters.flatMap((chapter) => chapter.paragraphs.map((paragraph) => ({ ...paragraph, chapter: chapter.number })));

describe('the history', () => {
  it('is in order', () => {
    expect(findings.map(printFinding)).toEqual([]);
  });

  it('has its 124 terms', () => {
    expect(pack.terms).toHaveLength(124);
  });

  it('has at least 120 events, 70 of them in the dense years', () => {
    expect(pack.events.length).toBeGreaterThanOrEqual(120);
    expect(pack.events.filter(({ date }) => date >= '2013' && date < '2019').length).toBeGreaterThanOrEqual(70);
  });

  it('has every event in a lane and no lane without events', () => {
    const lanes = pack.lanes.map(({ id }) => id);
    expect(pack.events.filter(({ lane }) => !lanes.includes(lane))).toEqual([]);
    expect(lanes.filter((id) => !pack.events.some(({ lane }) => lane === id))).toEqual([]);
  });

  it('goes from 1979 to today, in order', () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(pack.events[0]?.date.slice(0, 4)).toBe('1979');
    expect(pack.events.filter(({ date }) => date < '1979' || date > today).map(({ id }) => id)).toEqual([]);
    expect(pack.events.map(({ date }) => date)).toEqual(pack.events.map(({ date }) => date).sort(compareDates));
  });

  it('has a source for every fact, each with an address', () => {
    expect(counts['facts without source']).toBe(0);
    expect(counts.facts).toBeGreaterThan(1000);
    const sources = [...pack.terms, ...pack.events].flatMap((entry) => Object.values(entry.sources));
    expect(sources.filter(({ url }) => !URL.canParse(url)).map(({ title }) => title)).toEqual([]);
  });

  it('has an event for every act, which names both who did it and to whom', () => {
    const done = pack.terms.flatMap((term) =>
      term.relations.filter(({ type }) => (acts as readonly string[]).includes(type)).map((relation) => ({ ...relation, from: term.id })),
    );
    expect(done.length).toBeGreaterThan(20);
    for (const { from, type, to, event: id } of done) {
      const event = events.get(id ?? '');
      expect(event, `${from} ${type} ${to}`).toBeDefined();
      expect(event?.terms, `${from} ${type} ${to}: ${id}`).toEqual(expect.arrayContaining([from, to]));
    }
  });
});

describe('the chapters', () => {
  it('are a preface and four, with their titles', () => {
    expect(pack.chapters.map(({ number, title }) => [number, title.zh, title.en])).toEqual([
      [0, '前言', 'Preface'],
      [1, '初出茅庐', 'First Breath'],
      [2, '崭露头角', 'Breaking the Surface'],
      [3, '群雄崛起', 'A Sea of Rivals'],
      [4, '尘埃落定', 'The Waters Settle'],
    ]);
  });

  // chapter 2 of the essay is the shortest by far
  it.each([
    { number: 1, words: [900, 1500], han: [1500, 2600] },
    { number: 2, words: [600, 1500], han: [800, 2600] },
    { number: 3, words: [900, 1500], han: [1500, 2600] },
    { number: 4, words: [900, 1500], han: [1500, 2600] },
  ])('are as long as they should be: chapter $number', ({ number, words, han }) => {
    const written = { words: counts[`chapter ${number}, English words`], han: counts[`chapter ${number}, Han`] };
    expect(written.words).toBeGreaterThanOrEqual(words[0] ?? 0);
    expect(written.words).toBeLessThanOrEqual(words[1] ?? 0);
    expect(written.han).toBeGreaterThanOrEqual(han[0] ?? 0);
    expect(written.han).toBeLessThanOrEqual(han[1] ?? 0);
  });

  it('link the same terms and events in both languages', () => {
    const linksOf = (runs: readonly Run[]) =>
      runs
        .flatMap((run) => (typeof run === 'string' || !('term' in run || 'event' in run) ? [] : ['term' in run ? run.term : run.event]))
        .sort();
    for (const { id, en, zh } of paragraphs) expect([...new Set(linksOf(zh))], id).toEqual([...new Set(linksOf(en))]);
  });

  it('have at most four notes each', () => {
    for (const { number, paragraphs } of pack.chapters)
      expect(paragraphs.filter(({ note }) => note).length, `chapter ${number}`).toBeLessThanOrEqual(4);
  });
});

describe('the claims of the essay', () => {
  const claims = parse(readFileSync(join(folder, 'claims.yaml'), 'utf8')) as {
    claim: string;
    paragraph: string;
    verdict: string;
    note: boolean;
    correction?: string;
    sources: string[];
  }[];

  /** How many statements each chapter of the essay makes. */
  const perChapter: Record<string, number> = { 1: 26, 2: 5, 3: 15, 4: 24 };

  it('are all there, once and in order', () => {
    const ids = Object.entries(perChapter).flatMap(([chapter, count]) => Array.from({ length: count }, (_, n) => `${chapter}.${n + 1}`));
    expect(claims.map(({ claim }) => claim)).toEqual(ids);
  });

  it('are each told in a paragraph that exists', () => {
    const known = paragraphs.map(({ id }) => id);
    expect(claims.filter(({ paragraph }) => !known.includes(paragraph))).toEqual([]);
  });

  it('have their notes where they say so, and nowhere else', () => {
    const noted = new Set(claims.filter(({ note }) => note).map(({ paragraph }) => paragraph));
    expect(
      paragraphs
        .filter(({ note }) => note)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...noted].sort());
  });

  it('that are wrong are five, each with its note', () => {
    const wrong = claims.filter(({ verdict }) => verdict === 'wrong');
    expect(wrong.map(({ claim }) => claim)).toEqual(['1.11', '3.1', '3.4', '3.13', '4.6']);
    expect(wrong.every(({ note }) => note)).toBe(true);
  });

  it('that are not confirmed say what is right', () => {
    expect(new Set(claims.map(({ verdict }) => verdict))).toEqual(new Set(['confirmed', 'imprecise', 'wrong']));
    expect(claims.filter(({ verdict, correction }) => verdict !== 'confirmed' && !correction).map(({ claim }) => claim)).toEqual([]);
  });
});

describe('the words', () => {
  const hashes = JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/essay-runs.json'), 'utf8')) as RunHashes;
  const essay = { han: new Set(hashes.han), latin: new Set(hashes.latin) };
  const textOf = (runs: readonly Run[]) => runs.map((run) => (typeof run === 'string' ? run : run.text)).join('');
  const texts: [where: string, text: string][] = [
    ...paragraphs.flatMap(({ id, en, zh, note }): [string, string][] => [
      [id, textOf(en)],
      [id, textOf(zh)],
      [`${id}, note`, textOf(note?.en ?? [])],
      [`${id}, note`, textOf(note?.zh ?? [])],
    ]),
    ...pack.terms.flatMap(({ id, identity, then, now, dates }): [string, string][] =>
      [
        identity.en,
        identity.zh,
        textOf(then.en),
        textOf(then.zh),
        textOf(now.en),
        textOf(now.zh),
        ...dates.flatMap(({ en, zh }) => [en, zh]),
      ].map((text) => [id, text]),
    ),
    ...pack.events.flatMap(({ id, title, label, significance }): [string, string][] =>
      [title.en, title.zh, label.en, label.zh, significance.en, significance.zh].map((text) => [id, text]),
    ),
  ];

  it('share no run of 20 Han or 12 Latin words with the essay', () => {
    expect(essay.han.size).toBeGreaterThan(1000);
    expect(essay.latin.size).toBeGreaterThan(100);
    expect(texts.flatMap(([where, text]) => findShared(text, essay).map((run) => `${where}: ${run}`))).toEqual([]);
  });

  it('would be found out: one run of 20 in the middle of a text, whatever signs stand in it', () => {
    const { han, latin } = hashRuns(
      '天地玄黄，宇宙洪荒。日月盈昃，辰宿列张。寒来暑往，秋收冬藏。 One two three four five six seven eight nine ten eleven twelve',
    );
    const known = { han: new Set(han), latin: new Set(latin) };
    expect(findShared('他说：玄黄“宇宙”洪荒 Docker 日月盈昃、辰宿列张寒来暑往秋收。', known)).toEqual([
      '玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收',
    ]);
    expect(findShared('玄黄宇宙洪荒日月盈昃辰宿列张寒来暑', known)).toEqual([]);
    expect(findShared('And One, two; three four five six seven eight nine ten eleven TWELVE again', known)).toHaveLength(1);
    expect(findShared('two three four five six seven eight nine ten eleven twelve', known)).toEqual([]);
  });
});
