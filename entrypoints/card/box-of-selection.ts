import type { Box } from '../../core/place-card';

/** Where the selection is drawn: its last line, in CSS px of the viewport; the middle of the viewport when it has no box (in a field). */
export function boxOfSelection(): Box {
  const selection = getSelection();
  const boxes = selection && selection.rangeCount > 0 ? [...selection.getRangeAt(0).getClientRects()].filter((box) => box.width > 0) : [];
  const last = boxes.at(-1);
  if (last) return { x: last.x, y: last.y, width: last.width, height: last.height };
  const field = document.activeElement?.getBoundingClientRect();
  return field
    ? { x: field.x, y: field.y, width: Math.min(field.width, 200), height: field.height }
    : { x: innerWidth / 2, y: innerHeight / 3, width: 0, height: 0 };
}
