import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSurelyAfter, type KnownDate } from '../../core/dates';
import { createHistory } from '../../core/history';
import { createLifeScale } from '../../core/place-lives';
import { tellPage } from '../../core/tell-page';
import { readData } from '../../modules/pack/read-data';

const history = createHistory(readData(join(import.meta.dirname, '../../data')).pack);
const placeOf = (id: string) => history.pack.terms.findIndex((term) => term.id === id);
const tell = (ids: string[], date?: string) => tellPage({ history, terms: ids.map(placeOf), date: date as KnownDate | undefined });
const date = (text: string) => text as KnownDate;

describe('tellPage', () => {
  it('says what was true that day, in the order asked', () => {
    const told = tell(['swarm', 'istio', 'fig'], '2015-11-18');
    expect(told.map(({ id, day }) => [id, day.kind])).toEqual([
      ['swarm', 'news'],
      ['istio', 'ahead'],
      ['fig', 'gone'],
    ]);
    expect(told[0]?.day).toMatchObject({ ago: { count: 2, unit: 'week' } });
    expect(told[1]?.day).toMatchObject({ ahead: { count: 18, unit: 'month' } });
  });

  it('guesses nothing of a page without a date, and leaves out what it does not know', () => {
    expect(tell(['docker'])[0]?.day).toEqual({ kind: 'unknown' });
    expect(tellPage({ history, terms: [9999, placeOf('docker')] }).map(({ id }) => id)).toEqual(['docker']);
  });

  it('never calls news what may have come after the page', () => {
    for (const day of ['2013', '2014-06', '2014-06-10', '2016-07-28', '2019-11'])
      for (const { day: told, began } of tellPage({ history, terms: history.pack.terms.map((_, n) => n), date: date(day) })) {
        if (told.kind === 'news') expect(told.ago.count).toBeGreaterThanOrEqual(0);
        if (told.kind === 'age') expect(isSurelyAfter(began, date(day))).toBe(false);
      }
  });
});

describe('createLifeScale', () => {
  const lives = [{ began: date('1979') }, { began: date('2013-03-15') }, { began: date('2014-06-10') }, { began: date('2017-05-24') }];

  it('keeps the order of time, and cuts what began long before', () => {
    const scale = createLifeScale({ lives, date: date('2015-11-18'), today: 2026.4 });
    const placed = lives.map((life) => scale.place(life));
    expect(placed.map(({ from }) => from)).toEqual(placed.map(({ from }) => from).sort((a, b) => a - b));
    expect(placed[0]).toMatchObject({ from: 0, isEarly: true });
    expect(placed[1]?.isEarly).toBe(false);
    expect(scale.page).toBeGreaterThan(placed[2]?.from as number);
    expect(scale.page).toBeLessThan(placed[3]?.from as number);
    expect(placed.every(({ from, to }) => from >= 0 && to <= 1 && from <= to)).toBe(true);
  });

  it('is linear: a year is as wide anywhere', () => {
    const { ticks } = createLifeScale({ lives, date: date('2015-11-18'), today: 2026.4 });
    const widths = ticks.slice(1).map(({ year, at }, n) => (at - (ticks[n]?.at ?? 0)) / (year - (ticks[n]?.year ?? 0)));
    expect(ticks.length).toBeGreaterThan(1);
    for (const width of widths) expect(width).toBeCloseTo(widths[0] as number, 9);
  });

  it('draws a life that is over to its end', () => {
    const scale = createLifeScale({ lives, date: date('2015-11-18'), today: 2026.4 });
    const fig = scale.place({ began: date('2013-12'), ended: date('2015-02') });
    expect(fig).toMatchObject({ isOver: true, isLater: false });
    expect(fig.to).toBeLessThan(scale.page as number);
    expect(scale.place({ began: date('2014'), ended: date('2025') }).isOver).toBe(false);
  });

  it.each(['2015-11-18', '2009', '2026-05', undefined])('holds for a page of %s', (day) => {
    const scale = createLifeScale({ lives, date: day ? date(day) : undefined, today: 2026.4 });
    expect(scale.page === undefined).toBe(day === undefined);
    for (const { at } of scale.ticks) expect(at >= 0 && at <= 1).toBe(true);
  });
});
