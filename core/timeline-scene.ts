import type { Edge } from './draw-edges';
import type { Cluster, Mark, TimelineLayout } from './lay-out-timeline';
import type { Scale } from './timeline-scale';

/** What a drawing consists of, for a file or for paper. Lengths are pixels; `y` of a text is its middle. */
export type Shape =
  | {
      kind: 'box';
      x: number;
      y: number;
      width: number;
      height: number;
      radius: number;
      fill?: string | undefined;
      stroke?: string | undefined;
      opacity?: number;
    }
  | { kind: 'line'; d: string; stroke: string; width: number; isDashed?: boolean }
  | { kind: 'text'; x: number; y: number; text: string; size: number; weight: 400 | 600; anchor: 'start' | 'middle' | 'end'; fill: string };

/** Shapes that belong together: an event with its title and its first source. */
interface Group {
  title?: string | undefined;
  href?: string | undefined;
  shapes: readonly Shape[];
}

export interface Scene {
  width: number;
  height: number;
  ground: string;
  groups: readonly Group[];
}

export interface SceneRequest {
  layout: TimelineLayout;
  scale: Scale;
  heading: string;
  /** what is shown of how much, and under which filters */
  caption: string;
  laneNames: Readonly<Record<string, string>>;
  chosen: string | undefined;
  /** the title of an event, its date and its first source */
  describe: (id: string) => { title: string; href?: string | undefined };
  nameMonth: (month: number) => string;
  colours: Readonly<Record<'ground' | 'ink' | 'ink-2' | 'ink-3' | 'line' | 'edge' | 'seal' | 'tide', string>>;
  laneColours: Readonly<Record<string, string>>;
}

export const sceneMargin = { left: 150, top: 72, right: 24, bottom: 44 } as const;
const textSize = 13;

/** The picture of the timeline with its heading, its lanes' names and its axis. */
export function drawScene(request: SceneRequest): Scene {
  const { layout, scale, colours, heading, caption } = request;
  const { left, top, right, bottom } = sceneMargin;
  const [width, height] = [left + layout.width + right, top + layout.height + bottom];
  const text = (x: number, y: number, words: string, more: Partial<Extract<Shape, { kind: 'text' }>> = {}): Shape => ({
    kind: 'text',
    x,
    y,
    text: words,
    size: textSize,
    weight: 400,
    anchor: 'start',
    fill: colours['ink-2'],
    ...more,
  });
  const line = (d: string, stroke: string): Shape => ({ kind: 'line', d, stroke, width: 1 });
  const axis = top + layout.height;
  const frame: Shape[] = [
    text(24, 30, heading, { size: 20, weight: 600, fill: colours.ink }),
    text(24, 54, caption, { fill: colours['ink-3'] }),
    ...layout.lanes.flatMap((lane) => [
      line(`M0 ${top + lane.top}H${width}`, colours.line),
      {
        kind: 'box' as const,
        x: 24,
        y: top + lane.top + lane.height / 2 - 4,
        width: 8,
        height: 8,
        radius: 4,
        fill: laneColour(request, lane.id),
      },
      text(40, top + lane.top + lane.height / 2, request.laneNames[lane.id] ?? lane.id, { weight: 600 }),
    ]),
    ...scale.seams.flatMap((x) => [-1.5, 1.5].map((off) => line(`M${left + x + off} ${top}v${layout.height}`, colours.line))),
    line(`M${left} ${axis}H${left + layout.width}`, colours.edge),
    ...scale.ticks.flatMap(({ x, year, month }) => [
      line(`M${left + x} ${axis}v6`, colours.edge),
      text(left + x + 4, axis + 14, month === undefined ? String(year) : request.nameMonth(month), { size: 11, fill: colours['ink-3'] }),
    ]),
  ];
  return {
    width,
    height,
    ground: colours.ground,
    groups: [
      { shapes: frame },
      ...layout.edges.map((edge) => ({ shapes: [drawEdge(edge, request)] })),
      ...layout.clusters.map((cluster) => drawCluster(cluster, request)),
      ...layout.marks.map((mark) => drawMark(mark, request)),
    ],
  };
}

function laneColour({ laneColours, colours }: SceneRequest, lane: string): string {
  return laneColours[lane] ?? colours['ink-3'];
}

function drawEdge(edge: Edge, { colours }: SceneRequest): Shape {
  const { left, top } = sceneMargin;
  const numbers = edge.path.match(/-?[\d.]+/g)?.map(Number) ?? [];
  const [x1, y1, ...rest] = numbers.map((value, at) => value + (at % 2 === 0 ? left : top));
  return {
    kind: 'line',
    d: `M${x1} ${y1}C${rest.join(' ')}`,
    stroke: edge.way === 'out' ? colours.tide : colours.seal,
    width: edge.way === 'path' ? 2 : 1.5,
    isDashed: edge.how === 'in-answer-to',
  };
}

function drawCluster(cluster: Cluster, request: SceneRequest): Group {
  const { colours } = request;
  const [x, y] = [sceneMargin.left + cluster.x, sceneMargin.top + cluster.y];
  return {
    title: cluster.events.map((id) => request.describe(id).title).join('\n'),
    shapes: [
      {
        kind: 'box',
        x,
        y: y - 8,
        width: cluster.width,
        height: 16,
        radius: 8,
        fill: colours.ground,
        stroke: laneColour(request, cluster.lane),
      },
      {
        kind: 'text',
        x: x + cluster.width / 2,
        y,
        text: String(cluster.events.length),
        size: 11,
        weight: 400,
        anchor: 'middle',
        fill: colours['ink-2'],
      },
    ],
  };
}

const labelGap = 6;

function drawMark(mark: Mark, request: SceneRequest): Group {
  const { colours } = request;
  const [x, y] = [sceneMargin.left + mark.x, sceneMargin.top + mark.y];
  const isChosen = mark.id === request.chosen;
  const colour = isChosen ? colours.seal : laneColour(request, mark.lane);
  const isHollow = mark.importance === 1 && mark.precision !== 'year' && !isChosen;
  const high = mark.precision === 'year' ? (mark.importance === 3 ? 8 : 5) : mark.importance === 3 ? 11 : 8;
  const shapes: Shape[] = [
    {
      kind: 'box',
      x,
      y: y - high / 2,
      width: mark.width,
      height: high,
      radius: high / 2,
      fill: isHollow ? colours.ground : colour,
      stroke: isHollow ? colour : undefined,
      // nothing is drawn sharper than it is known
      opacity: mark.precision === 'year' ? 0.6 : 1,
    },
  ];
  if (mark.label) {
    const { side } = mark.label;
    const at = { right: x + mark.width + labelGap, left: x - labelGap, inside: x + mark.width / 2 }[side];
    shapes.push({
      kind: 'text',
      x: at,
      y,
      text: mark.label.text,
      size: textSize,
      weight: mark.importance === 3 ? 600 : 400,
      anchor: side === 'right' ? 'start' : side === 'left' ? 'end' : 'middle',
      fill: isChosen ? colours.seal : mark.importance === 3 ? colours.ink : mark.importance === 1 ? colours['ink-3'] : colours['ink-2'],
    });
  }
  return { ...request.describe(mark.id), shapes };
}
