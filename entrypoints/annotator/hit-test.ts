import type { Box } from '../../core/place-card';
import { parentOf } from './composed-tree';
import type { Mark } from './mark';

type FindShadowRoot = (element: Element) => ShadowRoot | null;

/** How far beside a mark the pointer still means it, in CSS px: the line is drawn below the letters. */
const slack = 3;

/**
 * The mark at a point of the viewport. `caretPositionFromPoint` finds the text (0.2 ms; `highlightsFromPoint` takes 16 with 4,000 ranges);
 * the drawn boxes decide, because a caret also answers beside a line, and a term may break over two.
 */
export function findMarkAt({
  x,
  y,
  litIn,
  findShadowRoot,
}: {
  x: number;
  y: number;
  litIn: (block: Element) => readonly Mark[];
  findShadowRoot: FindShadowRoot;
}): Mark | undefined {
  const block = blockAt(x, y, findShadowRoot);
  for (let at = block; at; at = parentOf(at)) {
    const mark = litIn(at).find((mark) => rectsOf(mark).some((rect) => isInside({ x, y, rect })));
    if (mark) return mark;
    if (at !== block && getComputedStyle(at).display !== 'inline') break;
  }
  return undefined;
}

/** Where a mark is drawn now, in CSS px of the viewport; empty where its text is gone or not rendered. */
export function rectsOf(mark: Mark): Box[] {
  if (!mark.start.isConnected || !mark.end.isConnected) return [];
  const range = document.createRange();
  try {
    range.setStart(mark.start, mark.startOffset);
    range.setEnd(mark.end, mark.endOffset);
  } catch {
    // the page shortened the text and we have not read it again yet
    return [];
  }
  return [...range.getClientRects()].filter((rect) => rect.width > 0).map(({ x, y, width, height }) => ({ x, y, width, height }));
}

function blockAt(x: number, y: number, findShadowRoot: FindShadowRoot): Element | null {
  const element = deepestElementAt(x, y, findShadowRoot);
  if (!element) return null;
  const root = element.getRootNode();
  const shadowRoots = root instanceof ShadowRoot ? [root] : [];
  const node = caretNodeAt(x, y, shadowRoots);
  const holder = node instanceof Element ? node : node?.parentElement;
  // under a stretched link the caret is in the link, and in some trees it stops at the body: the element at the point decides then
  return holder && element.contains(holder) ? holder : element;
}

function caretNodeAt(x: number, y: number, shadowRoots: ShadowRoot[]): Node | undefined {
  return document.caretPositionFromPoint?.(x, y, { shadowRoots })?.offsetNode;
}

function deepestElementAt(x: number, y: number, findShadowRoot: FindShadowRoot): Element | null {
  let element = document.elementFromPoint(x, y);
  for (let depth = 0; element && depth < 32; depth++) {
    const inner = findShadowRoot(element)?.elementFromPoint(x, y);
    if (!inner || inner === element) return element;
    element = inner;
  }
  return element;
}

function isInside({ x, y, rect }: { x: number; y: number; rect: Box }): boolean {
  return x >= rect.x - 1 && x <= rect.x + rect.width + 1 && y >= rect.y - 1 && y <= rect.y + rect.height + slack;
}
