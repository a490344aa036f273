import { describe, expect, it } from 'vitest';
import { createScale, createStretches } from '../../core/timeline-scale';

const stretches = createStretches({ first: 1979, today: 2026.5 });

describe.each([0, 1, 2])('zoom %i', (zoom) => {
  const scale = createScale({ stretches, view: 700, zoom });

  it('runs only forwards, and back again', () => {
    let last = -1;
    for (let year = 1979; year <= 2026.5; year += 0.25) {
      const x = scale.at(year);
      expect(x).toBeGreaterThan(last);
      expect(scale.yearAt(x)).toBeCloseTo(year, 6);
      last = x;
    }
  });

  it('has its seams where the stretches meet', () => {
    expect(scale.seams.map((x) => Math.round(scale.yearAt(x)))).toEqual([2006, 2013, 2018]);
  });

  it('leaves every tick room for its label', () => {
    const xs = scale.ticks.map(({ x }) => x);
    for (const [n, x] of xs.entries()) if (n > 0) expect(x - (xs[n - 1] ?? 0)).toBeGreaterThanOrEqual(33.9);
  });
});

it('shows the whole story at zoom 0, a stretch at 1, a year of the middle at 2', () => {
  expect(createScale({ stretches, view: 700, zoom: 0 }).width).toBeCloseTo(700);
  const [era, year] = [1, 2].map((zoom) => createScale({ stretches, view: 700, zoom }));
  expect((era?.at(2018 - 1e-9) ?? 0) - (era?.at(2013) ?? 0)).toBeCloseTo(676, 3);
  expect((year?.at(2016) ?? 0) - (year?.at(2015) ?? 0)).toBeCloseTo(676, 3);
});

it('writes the months where there is room for them', () => {
  const ticks = createScale({ stretches, view: 700, zoom: 2 }).ticks;
  expect(ticks.filter(({ year }) => year === 2015).map(({ month }) => month)).toEqual([undefined, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});
