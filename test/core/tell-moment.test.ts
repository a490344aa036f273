import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KnownDate } from '../../core/dates';
import { createHistory } from '../../core/history';
import { tellMoment } from '../../core/tell-moment';
import { readData } from '../../modules/pack/read-data';

const history = createHistory(readData(join(import.meta.dirname, '../../data')).pack);
const tell = (term: string, date: string) => tellMoment({ history, term, date: date as KnownDate });

describe('tellMoment', () => {
  it('places a page among what had just happened', () => {
    const moment = tell('swarm', '2015-11-18');
    expect(moment?.isBefore).toBe(false);
    expect(moment?.past.map(({ event, ago }) => [event, ago])).toContainEqual(['e2015-swarm10', { count: 2, unit: 'week' }]);
    expect(moment?.next).toMatchObject({ event: 'e2016-docker112', ahead: { count: 8, unit: 'month' } });
  });

  it('knows a page that is older than its subject', () => {
    const moment = tell('istio', '2016-01-01');
    expect(moment?.isBefore).toBe(true);
    expect(moment?.next?.event).toBe('e2017-istio');
  });

  it('says nothing of a page written long after everything', () => {
    expect(tell('fig', '2026-06-01')).toBeUndefined();
  });

  it('never counts an event as past that may lie after the page', () => {
    for (const { id } of history.pack.terms)
      for (const date of ['2013', '2014-08', '2016-07-28', '2020-06']) {
        const moment = tell(id, date);
        for (const { event } of moment?.past ?? [])
          expect((history.events.get(event)?.date ?? '9999') < date, `${event} for ${id} on ${date}`).toBe(true);
        expect(tell('nothing', date)).toBeUndefined();
      }
  });
});
