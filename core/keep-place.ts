/** Where a paragraph is drawn, in px below the top edge of the text; above it they are negative. */
export interface ParagraphBox {
  id: string;
  top: number;
  bottom: number;
}

/** A place in a chapter that outlives a change of language, size or width. */
export interface KeptPlace {
  paragraph: string;
  /** how much of the paragraph is above the edge, 0 to 1 */
  into: number;
  /** px between the edge and a paragraph that begins below it */
  below: number;
}

/** Less than this much of a paragraph at the edge, in px, is not what is being read. */
const sliver = 24;

/** The paragraph at the top edge. */
export function findPlace(boxes: readonly ParagraphBox[]): KeptPlace | undefined {
  // beyond the end of the text it is the last one
  const box = boxes.find(({ bottom }) => bottom > sliver) ?? boxes.at(-1);
  if (!box) return undefined;
  const height = box.bottom - box.top;
  return box.top >= 0 || height <= 0
    ? { paragraph: box.id, into: 0, below: Math.max(box.top, 0) }
    : { paragraph: box.id, into: Math.min(1, -box.top / height), below: 0 };
}

/** How far to scroll, in px, so that the paragraph stands again where it stood. */
export function distanceToPlace({ into, below }: KeptPlace, { top, bottom }: ParagraphBox): number {
  return into > 0 ? top + into * (bottom - top) : top - below;
}

/** How much of a text that ends at `end` has been above the lower edge of a window of that height, 0 to 1; all in px. */
export function measureSeen({ end, height, scrolled }: { end: number; height: number; scrolled: number }): number {
  if (end <= height) return 1;
  return Math.round(Math.max(0, Math.min(1, (scrolled + height) / end)) * 100) / 100;
}
