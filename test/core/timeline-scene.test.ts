import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toYears } from '../../core/dates';
import { layOutTimeline, packTimeline } from '../../core/lay-out-timeline';
import { outlineTimeline } from '../../core/outline-timeline';
import { createScale, createStretches } from '../../core/timeline-scale';
import { drawScene, sceneMargin } from '../../core/timeline-scene';
import { readData } from '../../modules/pack/read-data';

const { lanes, events } = outlineTimeline(readData(join(import.meta.dirname, '../../data')).pack);
const scale = createScale({ stretches: createStretches({ first: 1979, today: 2026.5 }), view: 1500, zoom: 0 });
const layout = layOutTimeline(
  packTimeline({
    lanes: lanes.map(({ id }) => id),
    events: events.map((event) => ({ ...event, label: event.label.en })),
    scale,
    height: 1060,
    rowHeight: { least: 22, most: 40 },
    gap: 12,
    measure: (text) => text.length * 6.5,
  }),
);
const colour = 'rgb(0, 0, 0)';
const scene = drawScene({
  layout,
  scale,
  heading: 'Heading',
  caption: 'Caption',
  laneNames: {},
  chosen: undefined,
  describe: (id) => ({ title: id, href: `https://example.org/${id}` }),
  nameMonth: String,
  colours: { ground: colour, ink: colour, 'ink-2': colour, 'ink-3': colour, line: colour, edge: colour, seal: colour, tide: colour },
  laneColours: {},
});

describe('the drawing', () => {
  it('names every event once, by itself or in its count', () => {
    const named = scene.groups.flatMap(({ title }) => title?.split('\n') ?? []);
    expect(named.sort()).toEqual(events.map(({ id }) => id).sort());
  });

  it('puts each dot where its date is', () => {
    for (const { id, date } of events) {
      const group = scene.groups.find(({ title, href }) => title === id && href);
      const [box] = group?.shapes ?? [];
      if (box?.kind !== 'box') continue;
      const x = sceneMargin.left + scale.at(toYears(date));
      expect(date.length === 10 ? box.x + box.width / 2 : box.x).toBeCloseTo(x, 3);
    }
  });

  it('stays on its sheet', () => {
    for (const shape of scene.groups.flatMap(({ shapes }) => shapes)) {
      if (shape.kind === 'line') continue;
      expect(shape.x).toBeGreaterThanOrEqual(0);
      expect(shape.x).toBeLessThanOrEqual(scene.width);
      expect(shape.y).toBeGreaterThan(0);
      expect(shape.y).toBeLessThan(scene.height);
    }
  });
});
