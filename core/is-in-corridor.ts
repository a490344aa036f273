import type { Box } from './place-card';

interface Point {
  x: number;
  y: number;
}

/** How much wider than the straight way a hand may go, in px. */
const slack = 12;

/** Whether a point lies on the way from a word to its card: in the hull of the word's boxes and the card's near edge, or within 12 px of it. */
export function isInCorridor({ words, card, point }: { words: readonly Box[]; card: Box; point: Point }): boolean {
  const hull = hullOf([...words.flatMap(cornersOf), ...nearEdge(words, card)]);
  const sides = hull.map((from, at) => ({ from, to: hull[(at + 1) % hull.length] ?? from }));
  return (
    sides.every(({ from, to }) => turn(from, to, point) >= 0) || sides.some(({ from, to }) => distanceToSide(point, from, to) <= slack)
  );
}

function cornersOf({ x, y, width, height }: Box): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ];
}

/** The edge of the card that faces the word. */
function nearEdge(words: readonly Box[], card: Box): Point[] {
  const [topLeft, topRight, bottomLeft, bottomRight] = cornersOf(card) as [Point, Point, Point, Point];
  const top = Math.min(...words.map((word) => word.y));
  const bottom = Math.max(...words.map((word) => word.y + word.height));
  if (card.y + card.height <= top) return [bottomLeft, bottomRight];
  if (card.y < bottom && card.x >= Math.max(...words.map((word) => word.x + word.width))) return [topLeft, bottomLeft];
  if (card.y < bottom && card.x + card.width <= Math.min(...words.map((word) => word.x))) return [topRight, bottomRight];
  return [topLeft, topRight];
}

/** The corners of the smallest convex shape around all points, in one turning sense (Andrew's monotone chain). */
function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (list: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of list) {
      while (chain.length >= 2 && turn(chain.at(-2) as Point, chain.at(-1) as Point, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** Above 0 where `c` lies on the inner side of the way from `a` to `b`. */
function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function distanceToSide(point: Point, from: Point, to: Point): number {
  const length = (to.x - from.x) ** 2 + (to.y - from.y) ** 2;
  const along = length === 0 ? 0 : ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / length;
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - from.x - share * (to.x - from.x), point.y - from.y - share * (to.y - from.y));
}
