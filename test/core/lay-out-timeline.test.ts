import { describe, expect, it } from 'vitest';
import { type KnownDate, lengthInYears, toYears } from '../../core/dates';
import { type Choice, layOutTimeline, packTimeline, type TimelineEvent, type TimelineLayout } from '../../core/lay-out-timeline';
import { createScale, createStretches } from '../../core/timeline-scale';

const lanes = ['clay', 'stone', 'iron', 'steel', 'glass', 'light'];
const measure = (text: string, weight: 400 | 600) => text.length * (weight === 600 ? 7 : 6.5);
const rooms = {
  popup: { view: 696, height: 296, rowHeight: { least: 16, most: 36 }, gap: 3 },
  tab: { view: 944, height: 685, rowHeight: { least: 22, most: 44 }, gap: 12 },
};

/** A history as uneven as a real one: a few old years, a crowded middle, all three precisions; the same at every run. */
function writeHistory(count: number): TimelineEvent[] {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const two = (n: number) => String(n + 1).padStart(2, '0');
  return Array.from({ length: count }, (_, n) => {
    const year = n % 12 === 0 ? 1979 + random(30) : n % 4 === 0 ? 2018 + random(8) : 2013 + random(5);
    const precision = random(10);
    const day = precision < 3 && year < 2013 ? '' : precision < 3 ? `-${two(random(12))}` : `-${two(random(12))}-${two(random(28))}`;
    const importance = n % 14 === 0 ? 3 : n % 5 < 2 ? 2 : 1;
    return {
      id: `e${n}`,
      date: `${year}${day}` as KnownDate,
      lane: lanes[random(lanes.length)] ?? '',
      importance,
      label: `Event no. ${n} x`.slice(0, 6 + random(10)),
    };
  });
}

function lay(
  events: readonly TimelineEvent[],
  more: Choice & { place?: keyof typeof rooms; zoom?: number; height?: number } = {},
): TimelineLayout {
  const { place = 'popup', zoom = 0, height = rooms[place].height, ...choice } = more;
  const { view, ...room } = rooms[place];
  const scale = createScale({ stretches: createStretches({ first: 1979, today: 2026.5 }), view, zoom });
  return layOutTimeline(packTimeline({ lanes, events, scale, measure, ...room, height }), choice);
}

/** What is drawn, as boxes: marks, counts and labels. */
function boxesOf({ marks, clusters }: TimelineLayout) {
  const dots = [
    ...marks.map(({ id, x, y, width }) => ({ id, from: x, to: x + width, y })),
    ...clusters.map(({ events, x, y, width }) => ({ id: `count ${events[0]}`, from: x, to: x + width, y })),
  ];
  const labels = marks.flatMap(({ id, x, y, width, label, importance }) => {
    if (!label || label.side === 'inside') return [];
    const wide = measure(label.text, importance === 3 ? 600 : 400);
    return [label.side === 'right' ? { id, from: x + width + 5, to: x + width + 5 + wide, y } : { id, from: x - 5 - wide, to: x - 5, y }];
  });
  return { dots, labels };
}

function collisionsOf(layout: TimelineLayout): string[] {
  const { dots, labels } = boxesOf(layout);
  const hit = (a: { from: number; to: number; y: number }, b: { from: number; to: number; y: number }) =>
    Math.abs(a.y - b.y) < 8 && a.from < b.to && b.from < a.to;
  return [
    ...labels.flatMap((a, n) =>
      labels
        .slice(n + 1)
        .filter((b) => hit(a, b))
        .map((b) => `labels of ${a.id} and ${b.id}`),
    ),
    ...labels.flatMap((a) => dots.filter((b) => b.id !== a.id && hit(a, b)).map((b) => `label of ${a.id} on ${b.id}`)),
    ...dots.flatMap((a, n) =>
      dots
        .slice(n + 1)
        .filter((b) => hit(a, b))
        .map((b) => `${a.id} on ${b.id}`),
    ),
  ];
}

/** Ends of links that are farther from their events, or from the counts these lie in, than an arrow is from what it points at. */
function strayEnds({ edges, marks, clusters }: Pick<TimelineLayout, 'edges' | 'marks' | 'clusters'>): string[] {
  const distance = (id: string, x = Number.NaN, y = Number.NaN) => {
    const mark = marks.find((mark) => mark.id === id) ?? clusters.find((cluster) => cluster.events.includes(id));
    if (!mark) return Number.POSITIVE_INFINITY;
    const isBar = 'precision' in mark && mark.precision !== 'day';
    return Math.hypot((isBar ? mark.x + Math.min(mark.width, 20) / 2 : mark.x + mark.width / 2) - x, mark.y - y);
  };
  return edges.flatMap((edge) => {
    const numbers = (edge.path.match(/-?[\d.]+/g) ?? []).map(Number);
    const [begin, end] = [distance(edge.from, numbers[0], numbers[1]), distance(edge.to, numbers.at(-2), numbers.at(-1))];
    return [...(begin < 14 ? [] : [`${edge.from} begins ${begin}`]), ...(end < 14 ? [] : [`${edge.to} ends ${end}`])];
  });
}

const everyView = (['popup', 'tab'] as const).flatMap((place) => [0, 1, 2].map((zoom) => ({ place, zoom })));

describe('a crowded history', () => {
  const events = writeHistory(250);

  it.each(everyView)('draws every event once, alone or in a count: $place, zoom $zoom', (view) => {
    const { marks, clusters } = lay(events, view);
    expect([...marks.map(({ id }) => id), ...clusters.flatMap((cluster) => cluster.events)].sort()).toEqual(
      events.map(({ id }) => id).sort(),
    );
  });

  it.each(everyView)('lets nothing touch anything: $place, zoom $zoom', (view) => {
    expect(collisionsOf(lay(events, view))).toEqual([]);
  });

  it.each(everyView)('stays within its height and its width: $place, zoom $zoom', (view) => {
    const layout = lay(events, view);
    expect(layout.height).toBeLessThanOrEqual(rooms[view.place].height + 0.001);
    for (const { from, to } of [...boxesOf(layout).dots, ...boxesOf(layout).labels]) {
      expect(from).toBeGreaterThanOrEqual(-0.001);
      expect(to).toBeLessThanOrEqual(layout.width + 0.001);
    }
  });

  it.each(everyView)('names every turning point and counts none: $place, zoom $zoom', (view) => {
    const { marks, clusters } = lay(events, view);
    const turning = events.filter((event) => event.importance === 3).map(({ id }) => id);
    expect(
      marks
        .filter((mark) => mark.importance === 3 && mark.label)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(turning.sort());
    expect(clusters.flatMap((cluster) => cluster.events).filter((id) => turning.includes(id))).toEqual([]);
  });

  it.each(everyView)('draws each where its date is, as wide as the date is known: $place, zoom $zoom', (view) => {
    const { view: across } = rooms[view.place];
    const scale = createScale({ stretches: createStretches({ first: 1979, today: 2026.5 }), view: across, zoom: view.zoom });
    for (const mark of lay(events, view).marks) {
      const { date } = events.find(({ id }) => id === mark.id) as TimelineEvent;
      const x = scale.at(toYears(date));
      expect(mark.precision === 'day' ? mark.x + mark.width / 2 : mark.x).toBeCloseTo(x, 3);
      expect(mark.width).toBeGreaterThanOrEqual(Math.min(scale.at(toYears(date) + lengthInYears(date)) - x, scale.width - x) - 0.001);
    }
  });

  it('keeps a count within the time that it stands for', () => {
    const { clusters } = lay(events);
    const scale = createScale({ stretches: createStretches({ first: 1979, today: 2026.5 }), view: rooms.popup.view, zoom: 0 });
    expect(clusters.length).toBeGreaterThan(5);
    for (const cluster of clusters) {
      const xs = events.filter(({ id }) => cluster.events.includes(id)).map(({ date }) => scale.at(toYears(date)));
      expect(cluster.x + cluster.width).toBeGreaterThan(Math.min(...xs));
      expect(cluster.x).toBeLessThan(Math.max(...xs) + 20);
    }
  });

  it('opens its counts by zooming in', () => {
    const hidden = ([0, 1, 2] as const).map((zoom) =>
      lay(events, { zoom }).clusters.reduce((sum, cluster) => sum + cluster.events.length, 0),
    );
    expect(hidden[0]).toBeGreaterThan(hidden[1] ?? 0);
    expect(hidden[1]).toBeGreaterThan(hidden[2] ?? 0);
  });
});

describe('choosing', () => {
  const events = writeHistory(250);
  const before = lay(events);
  const hidden = before.clusters.flatMap((cluster) => cluster.events);

  it('takes a hidden event out of its count and names it', () => {
    for (const chosen of hidden.slice(0, 12)) {
      const after = lay(events, { chosen });
      expect(after.marks.find(({ id }) => id === chosen)?.label).toBeDefined();
      expect(collisionsOf(after)).toEqual([]);
    }
  });

  it('moves no dot where the chosen event has its name already', () => {
    const chosen = before.marks.find((mark) => mark.importance === 3)?.id;
    const after = lay(events, { chosen });
    expect(after.marks.map(({ id, x, y }) => ({ id, x, y }))).toEqual(before.marks.map(({ id, x, y }) => ({ id, x, y })));
  });

  it('shows the links of the chosen event, and ends them at their dots', () => {
    const [from = '', to = ''] = hidden.slice(0, 2);
    const chosen = before.marks.find((mark) => mark.importance === 3)?.id ?? '';
    const links = [
      { from, to: chosen, how: 'became' as const },
      { from: chosen, to, how: 'in-answer-to' as const },
    ];
    const { edges, marks, clusters } = lay(events, { chosen, links });
    expect(edges.map(({ way, how }) => ({ way, how }))).toEqual([
      { way: 'in', how: 'became' },
      { way: 'out', how: 'in-answer-to' },
    ]);
    expect(clusters.flatMap((cluster) => cluster.events)).not.toContain(from);
    expect(strayEnds({ edges, marks, clusters })).toEqual([]);
  });
});

describe('a link in the first row', () => {
  it('runs where the picture is', () => {
    const event = { lane: 'clay', importance: 3 as const };
    const events = ['2013-03', '2016-03'].map((date, n) => ({ ...event, id: `e${n}`, date: date as KnownDate, label: 'Event' }));
    const { edges, marks } = lay(events, { height: 40, chosen: 'e1', links: [{ from: 'e0', to: 'e1', how: 'became' }] });
    expect(new Set(marks.map(({ y }) => y)).size).toBe(1);
    const heights = edges.flatMap(({ path }) => (path.match(/-?[\d.]+/g) ?? []).map(Number).filter((_, at) => at % 2 === 1));
    expect(Math.min(...heights)).toBeGreaterThan(0);
  });
});

describe('a history of 2,000 events', () => {
  const events = writeHistory(2000);
  const dateOf = new Map(events.map(({ id, date }) => [id, date]));
  const chosen = events.find(({ importance }) => importance === 2)?.id ?? '';
  const links = events
    .filter(({ id }, at) => at % 50 === 0 && id !== chosen)
    .map(({ id }, at) => ({ ...(at % 2 === 0 ? { from: id, to: chosen } : { from: chosen, to: id }), how: 'became' as const }));

  it.each([0, 1, 2, 3])('is drawn whole, each where its date is, with every link at its ends: zoom %i', (zoom) => {
    const layout = lay(events, { place: 'tab', zoom, chosen, links });
    const scale = createScale({ stretches: createStretches({ first: 1979, today: 2026.5 }), view: rooms.tab.view, zoom });
    const drawn = [...layout.marks.map(({ id }) => id), ...layout.clusters.flatMap((cluster) => cluster.events)];
    expect(drawn.sort()).toEqual([...dateOf.keys()].sort());
    const astray = layout.marks.filter(({ id, precision, x, width }) => {
      const wanted = scale.at(toYears(dateOf.get(id) as KnownDate));
      return Math.abs((precision === 'day' ? x + width / 2 : x) - wanted) > 0.001;
    });
    expect(astray).toEqual([]);
    expect(collisionsOf(layout)).toEqual([]);
    expect(layout.edges).toHaveLength(links.length);
    expect(strayEnds(layout)).toEqual([]);
  });
});

describe('odd histories', () => {
  it('draws none, and one', () => {
    expect(lay([]).marks).toEqual([]);
    expect(lay(writeHistory(1)).marks).toHaveLength(1);
  });

  it('draws the dot of a turning point whose label is wider than the picture', () => {
    const { marks } = lay([{ id: 'a', date: '2014' as KnownDate, lane: 'clay', importance: 3, label: 'word '.repeat(60) }]);
    expect(marks.map(({ id, label }) => ({ id, label }))).toEqual([{ id: 'a', label: undefined }]);
  });

  it('finds room for sixty turning points in one month', () => {
    const events = Array.from({ length: 60 }, (_, n) => ({
      id: `e${n}`,
      date: '2014-06' as KnownDate,
      lane: 'clay',
      importance: 3 as const,
      label: `Event ${n}`,
    }));
    const layout = lay(events);
    expect(layout.marks.filter((mark) => mark.label)).toHaveLength(60);
    expect(collisionsOf(layout)).toEqual([]);
  });

  it('writes the longer text only where it has room', () => {
    const event = { date: '2014-06-09' as KnownDate, lane: 'clay', importance: 2 as const };
    const alone = lay([{ ...event, id: 'a', label: 'Short', long: 'A much longer text' }]);
    const beside = lay(
      [
        { ...event, id: 'a', label: 'Short', long: 'A much longer text' },
        { ...event, id: 'b', date: '2015-06-09' as KnownDate, label: 'Other' },
      ],
      { height: 40 },
    );
    expect(alone.marks[0]?.label?.text).toBe('A much longer text');
    expect(beside.marks.find(({ id }) => id === 'a')?.label?.text).toBe('Short');
  });
});
