import type { How, Link } from './timeline';

/** Where a link may end: the middle of a dot, of a bar's beginning, or of a count. */
export interface Node {
  x: number;
  y: number;
  /** half of what is drawn there */
  radius: number;
  /** where its label stands: an edge that came in from there would run behind the words */
  label?: 'left' | 'right' | 'inside' | undefined;
}

export interface Edge extends Link {
  /** `in` leads to the chosen event, `out` away from it, `path` is a step of the path that is shown */
  way: 'in' | 'out' | 'path';
  /** in answer to: drawn dashed; became or made possible: solid */
  how: How;
  /** an SVG path from node to node */
  path: string;
}

export interface EdgeRequest {
  /** the links of the chosen event */
  links: readonly Link[];
  path: readonly Link[];
  chosen: string | undefined;
  nodeOf: (id: string) => Node | undefined;
}

/** Draws the steps of the path and the links of the chosen event; a link whose ends lie in the same mark is left out. */
export function drawEdges({ links, path, chosen, nodeOf }: EdgeRequest): Edge[] {
  const isStep = (link: Link) => path.some(({ from, to }) => from === link.from && to === link.to);
  const draw = (link: Link, way: Edge['way']): Edge[] => {
    const [from, to] = [nodeOf(link.from), nodeOf(link.to)];
    return from && to && from !== to ? [{ ...link, way, path: curve(from, to) }] : [];
  };
  const own = links.filter((link) => (link.from === chosen || link.to === chosen) && !isStep(link));
  return [...path.flatMap((link) => draw(link, 'path')), ...own.flatMap((link) => draw(link, link.to === chosen ? 'in' : 'out'))];
}

const tipGap = 3;

/** Ends at the target's rim on the side that it comes from, so that the arrow's tip is seen. */
function curve(from: Node, to: Node): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const down = Math.sign(dy);
  if (dy === 0) {
    const lift = Math.min(14, 7 + Math.abs(dx) / 40) + 6;
    // over the row, or under it where there is no room above
    const side = from.y > lift ? -1 : 1;
    return path(
      from.x,
      from.y + side * from.radius,
      from.x + dx / 4,
      from.y + side * lift,
      to.x - dx / 4,
      to.y + side * lift,
      to.x,
      to.y + side * (to.radius + tipGap),
    );
  }
  if (Math.abs(dx) < 26) {
    const bow = 10;
    return path(
      from.x,
      from.y + down * from.radius,
      from.x + bow,
      from.y + dy / 3,
      to.x - bow,
      to.y - dy / 3,
      to.x,
      to.y - down * (to.radius + tipGap),
    );
  }
  const reach = Math.max(20, Math.abs(dx) / 2) * Math.sign(dx);
  if (to.label === (dx > 0 ? 'left' : 'right')) {
    const end = to.y - down * (to.radius + tipGap);
    return path(from.x, from.y + down * from.radius, from.x + reach, from.y + down * from.radius, to.x, end - down * 22, to.x, end);
  }
  return path(
    from.x,
    from.y + down * from.radius,
    from.x + reach,
    from.y + down * from.radius,
    to.x - reach,
    to.y,
    to.x - Math.sign(dx) * (to.radius + tipGap),
    to.y,
  );
}

function path(...[x1, y1, ax, ay, bx, by, x2, y2]: [number, number, number, number, number, number, number, number]): string {
  const point = (x: number, y: number) => `${round(x)} ${round(y)}`;
  return `M${point(x1, y1)}C${point(ax, ay)} ${point(bx, by)} ${point(x2, y2)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
