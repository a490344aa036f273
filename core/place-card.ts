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
  side: 'below' | 'above';
}

/** Room for the drop that is drawn between word and card, in px. */
export const gap = 8;
/** The sounding line runs this far from the card's left edge: it is to start under the middle of the word. */
export const lineInset = 22;
const margin = 8;

/**
 * Where a card goes: below its word with the line under the word's middle; above when there is more room; never out of the viewport.
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
  const x = clamp(word.x + word.width / 2 - lineInset, margin, viewport.width - card.width - margin);
  const y = side === 'below' ? word.y + word.height + gap : word.y - gap - card.height;
  return { x: Math.round(x), y: Math.round(clamp(y, margin, viewport.height - card.height - margin)), side };
}

/** Keeps the low end where both cannot be kept. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
