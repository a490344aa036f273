/** A rectangle in CSS px of the viewport. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Placement {
  x: number;
  y: number;
  /** the card hangs below its word, or stands above it; anywhere else no line is drawn to the word */
  side: 'below' | 'above' | 'beside';
  /** less than the card would like to be: it scrolls inside then */
  height: number;
}

/** Room for the drop that is drawn between word and card, in px. */
export const gap = 8;
/** The sounding line runs this far from the card's left edge: it is to start under the middle of the word. */
export const lineInset = 22;
const margin = 8;
/** A card lower than this shows too little to be read: px. */
const minHeight = 160;

/**
 * Where a card goes: below its word with the line under the word's middle; above when there is more room; beside it when neither suffices;
 * never out of the viewport, and never over the boxes in `avoid` (cards that the reader pinned) as long as there is a place of 160 px
 * left anywhere. A card larger than the room scrolls inside itself, so `y` may be a margin's width from the edge, never less.
 */
export function placeCard({
  word,
  card,
  viewport,
  avoid = [],
}: {
  word: Box;
  card: Size;
  viewport: Size;
  avoid?: readonly Box[];
}): Placement {
  const wanted = placeAtWord({ word, card, viewport });
  if (isFree(wanted, card, avoid)) return wanted;
  return placeInRoom({ word, card, viewport, avoid }) ?? wanted;
}

/** The place nearest to `at` at which a box is whole inside the viewport. */
export function keepInView({ at, card, viewport }: { at: { x: number; y: number }; card: Size; viewport: Size }): { x: number; y: number } {
  return {
    x: Math.round(clamp(at.x, margin, viewport.width - card.width - margin)),
    y: Math.round(clamp(at.y, margin, viewport.height - card.height - margin)),
  };
}

function placeAtWord({ word, card, viewport }: { word: Box; card: Size; viewport: Size }): Placement {
  const below = viewport.height - (word.y + word.height + gap) - margin;
  const above = word.y - gap - margin;
  const side = card.height <= below || below >= above ? 'below' : 'above';
  const beside = card.height > Math.max(below, above) ? placeBeside({ word, card, viewport }) : undefined;
  if (beside) return beside;
  const x = word.x + word.width / 2 - lineInset;
  const y = side === 'below' ? word.y + word.height + gap : word.y - gap - card.height;
  return { ...keepInView({ at: { x, y }, card, viewport }), side, height: card.height };
}

/** Where there is room neither below nor above, a card that fits at the right or the left leaves its word in sight. */
function placeBeside({ word, card, viewport }: { word: Box; card: Size; viewport: Size }): Placement | undefined {
  const right = word.x + word.width + gap;
  const left = word.x - gap - card.width;
  const x = right + card.width + margin <= viewport.width ? right : left >= margin ? left : undefined;
  if (x === undefined) return undefined;
  return { ...keepInView({ at: { x, y: word.y - lineInset }, card, viewport }), side: 'beside', height: card.height };
}

/** The place between other cards that is nearest to the word, at the card's own height or, failing that, at a smaller one. */
function placeInRoom({
  word,
  card,
  viewport,
  avoid,
}: {
  word: Box;
  card: Size;
  viewport: Size;
  avoid: readonly Box[];
}): Placement | undefined {
  const low = Math.min(card.height, minHeight);
  for (const height of [card.height, (card.height + low) / 2, low]) {
    const size = { width: card.width, height };
    const columns = [word.x + word.width / 2 - lineInset, margin, viewport.width - card.width - margin].concat(
      avoid.flatMap((box) => [box.x + box.width + gap, box.x - card.width - gap]),
    );
    const rows = [word.y + word.height + gap, word.y - gap - height, margin, viewport.height - height - margin].concat(
      avoid.flatMap((box) => [box.y + box.height + gap, box.y - height - gap]),
    );
    const places = columns
      .flatMap((x) => rows.map((y) => ({ x: Math.round(x), y: Math.round(y) })))
      .filter(({ x, y }) => isInside({ x, y, ...size }, viewport) && isFree({ x, y }, size, avoid))
      // a place over the word itself only when there is no other
      .map((place) => ({ ...place, cost: distanceBetween({ ...place, ...size }, word) + (isFree(place, size, [word]) ? 0 : 10_000) }))
      .sort((a, b) => a.cost - b.cost);
    const [best] = places;
    if (best) return { x: best.x, y: best.y, side: sideOf(best, word, height), height: Math.floor(height) };
  }
  return undefined;
}

function sideOf({ x, y }: { x: number; y: number }, word: Box, height: number): Placement['side'] {
  const isOverLine = Math.abs(x - (word.x + word.width / 2 - lineInset)) < 1;
  if (isOverLine && Math.abs(y - (word.y + word.height + gap)) <= 1) return 'below';
  return isOverLine && Math.abs(y + height + gap - word.y) <= 1 ? 'above' : 'beside';
}

function isInside({ x, y, width, height }: Box, viewport: Size): boolean {
  return x >= 0 && y >= 0 && x + width <= viewport.width && y + height <= viewport.height;
}

function isFree({ x, y }: { x: number; y: number }, { width, height }: Size, avoid: readonly Box[]): boolean {
  return avoid.every((box) => x >= box.x + box.width || x + width <= box.x || y >= box.y + box.height || y + height <= box.y);
}

function distanceBetween(a: Box, b: Box): number {
  return Math.hypot(Math.max(b.x - a.x - a.width, 0, a.x - b.x - b.width), Math.max(b.y - a.y - a.height, 0, a.y - b.y - b.height));
}

/** Keeps the low end where both cannot be kept. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/** Whether two boxes share more than an edge. */
export function touches(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
