import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSurelyAfter, type KnownDate } from '../../core/dates';
import { findPath, findPathBetween } from '../../core/find-path';
import { outlineTimeline } from '../../core/outline-timeline';
import { type EventOutline, type How, indexTimeline, type TimelineIndex } from '../../core/timeline';
import { readData } from '../../modules/pack/read-data';

/** `b < a became, c < b made-possible`: the events in order of time, with what each is because of. */
function indexOf(links: Record<string, Record<string, How>>): TimelineIndex {
  const events = Object.entries(links).map(
    ([id, because], at): EventOutline => ({
      id,
      date: String(2000 + at) as KnownDate,
      title: { en: id, zh: id },
      label: { en: id, zh: id },
      terms: [`term-${id.charAt(0)}`],
      chapter: '1',
      lane: 'clay',
      kind: 'release',
      importance: 1,
      because: Object.entries(because).map(([event, how]) => ({ event, how })),
    }),
  );
  return indexTimeline({ lanes: [], events, terms: {}, chapters: [] });
}

const idsOf = (path: readonly { from: string; to: string }[] | undefined) => path && [path[0]?.from, ...path.map(({ to }) => to)];

describe('a path', () => {
  const index = indexOf({
    a: {},
    b: { a: 'made-possible' },
    c: { a: 'made-possible', b: 'in-answer-to' },
    d: { c: 'became' },
    e: { c: 'in-answer-to' },
    f: { d: 'became', e: 'became' },
    g: {},
  });

  it('takes no shortcut past what lies between', () => {
    expect(idsOf(findPath(index, 'a', 'c'))).toEqual(['a', 'b', 'c']);
  });

  it('takes the stronger of two that are as long', () => {
    expect(idsOf(findPath(index, 'a', 'f'))).toEqual(['a', 'b', 'c', 'd', 'f']);
  });

  it('runs with time only, and from an event to another', () => {
    expect(findPath(index, 'f', 'a')).toBeUndefined();
    expect(findPath(index, 'a', 'a')).toBeUndefined();
    expect(findPath(index, 'a', 'g')).toBeUndefined();
    expect(findPath(index, 'a', 'nothing')).toBeUndefined();
  });

  it('says how each step led to the next', () => {
    expect(findPath(index, 'b', 'd')).toEqual([
      { from: 'b', to: 'c', how: 'in-answer-to' },
      { from: 'c', to: 'd', how: 'became' },
    ]);
  });

  it('comes to an end where links run in a circle', () => {
    const circle = indexOf({ a: { c: 'became' }, b: { a: 'became' }, c: { b: 'became' }, d: { c: 'became' } });
    expect(idsOf(findPath(circle, 'a', 'd'))).toEqual(['a', 'b', 'c', 'd']);
    expect(findPath(circle, 'd', 'a')).toBeUndefined();
  });

  it('begins and ends at the first events of terms between which there is one', () => {
    const terms = indexOf({ x: {}, a1: {}, a2: { x: 'became' }, b1: {}, b2: { a2: 'became' } });
    expect(idsOf(findPathBetween(terms, 'term-a', 'term-b'))).toEqual(['a2', 'b2']);
    expect(findPathBetween(terms, 'term-b', 'term-a')).toBeUndefined();
  });
});

describe('the built-in history', () => {
  const index = indexTimeline(outlineTimeline(readData(join(import.meta.dirname, '../../data')).pack));

  it.each([
    ['borg', 'kubernetes', ['e2003-borg', 'e2013-omega', 'e2014-k8s-commit']],
    ['fig', 'compose', ['e2013-fig', 'e2014-orchard', 'e2014-fig10', 'e2015-compose']],
    ['dotcloud', 'docker', ['e2008-dotcloud', 'e2013-first-commit']],
    ['opentracing', 'opentelemetry', ['e2016-opentracing', 'e2019-otel-merge', 'e2019-otel']],
  ])('leads from %s to %s', (from, to, events) => {
    expect(idsOf(findPathBetween(index, from, to))).toEqual(events);
  });

  it('has none from Kubernetes back to Borg', () => {
    expect(findPathBetween(index, 'kubernetes', 'borg')).toBeUndefined();
  });

  it('has a path between any two events that causes join, and it never goes back in time', () => {
    const dateOf = (id: string) => index.byId.get(id)?.date ?? ('' as KnownDate);
    for (const { id } of index.events)
      for (const link of index.effectsOf(id)) {
        const path = findPath(index, link.from, link.to) ?? [];
        expect(idsOf(path)?.at(0)).toBe(link.from);
        expect(idsOf(path)?.at(-1)).toBe(link.to);
        for (const step of path) expect(isSurelyAfter(dateOf(step.from), dateOf(step.to))).toBe(false);
      }
  });
});
