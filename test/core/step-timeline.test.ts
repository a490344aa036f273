import { expect, it } from 'vitest';
import { findStep, stopsOf } from '../../core/step-timeline';

const mark = (id: string, lane: string, x: number) => ({ id, lane, x, y: 0, width: 8, precision: 'day' as const, importance: 2 as const });
const stops = stopsOf({
  width: 500,
  height: 60,
  lanes: ['a', 'empty', 'b'].map((id, n) => ({ id, top: n * 20, height: 20, rows: 1 })),
  marks: [mark('a2', 'a', 200), mark('a1', 'a', 100), mark('b1', 'b', 120), mark('b2', 'b', 400)],
  clusters: [{ events: ['c1', 'c2'], lane: 'a', x: 300, y: 0, width: 20 }],
  edges: [],
});
const from = (key: string, press: string) =>
  findStep({ stops, from: stops.find((stop) => stop.key === key) as (typeof stops)[number], key: press })?.key;

it('walks a lane in order of time, counts among its events', () => {
  expect([from('a1', 'ArrowRight'), from('a2', 'ArrowRight'), from('c1', 'ArrowRight'), from('a2', 'ArrowLeft')]).toEqual([
    'a2',
    'c1',
    undefined,
    'a1',
  ]);
});

it('goes to the ends of a lane', () => {
  expect([from('a2', 'Home'), from('a2', 'End')]).toEqual(['a1', 'c1']);
});

it('changes the lane to what is nearest in time, over lanes that are empty', () => {
  expect([from('a2', 'ArrowDown'), from('c1', 'ArrowDown'), from('b1', 'ArrowUp'), from('a1', 'ArrowUp')]).toEqual([
    'b1',
    'b2',
    'a1',
    undefined,
  ]);
});

it('leaves other keys alone', () => {
  expect(from('a1', 'x')).toBeUndefined();
});
