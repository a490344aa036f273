/** A rectangle in CSS px of the viewport. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Placement {
  x: number;
  y: number;
  /** the card hangs below its word, or stands above it */
  side: 'below' | 'above' | 'beside';
}

/** Room for the drop that is drawn between word and card, in px. */
export const gap = 8;
/** The sounding line runs this far from the card's left edge: it is to start under the middle of the word. */
export const lineInset = 22;
const margin = 8;

/**
 * Where a card goes: below its word with the line under the word's middle; above when there is more room; beside it when neither suffices;
 * never out of the viewport.
 * A card larger than the room scrolls inside itself, so `y` may be a margin's width from the edge, never less.
 */
export function placeCard({
  word,
  card,
  viewport,
}: {
  word: Box;
  card: { width: number; height: number };
  viewport: { width: number; height: number };
}): Placement {
  const below = viewport.height - (word.y + word.height + gap) - margin;
  const above = word.y - gap - margin;
  const side = card.height <= below || below >= above ? 'below' : 'above';
  const beside = card.height > Math.max(below, above) ? placeBeside({ word, card, viewport }) : undefined;
  if (beside) return beside;
  const x = clamp(word.x + word.width / 2 - lineInset, margin, viewport.width - card.width - margin);
  const y = side === 'below' ? word.y + word.height + gap : word.y - gap - card.height;
  return { x: Math.round(x), y: Math.round(clamp(y, margin, viewport.height - card.height - margin)), side };
}

/** Where there is room neither below nor above, a card that fits at the right or the left leaves its word in sight. */
function placeBeside({
  word,
  card,
  viewport,
}: {
  word: Box;
  card: { width: number; height: number };
  viewport: { width: number; height: number };
}): Placement | undefined {
  const right = word.x + word.width + gap;
  const left = word.x - gap - card.width;
  const x = right + card.width + margin <= viewport.width ? right : left >= margin ? left : undefined;
  if (x === undefined) return undefined;
  return { x: Math.round(x), y: Math.round(clamp(word.y - lineInset, margin, viewport.height - card.height - margin)), side: 'beside' };
}

/** Keeps the low end where both cannot be kept. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
