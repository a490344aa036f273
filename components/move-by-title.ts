/** A card follows the pointer only beyond this, in px: a click on the title is no drag. */
const dragFrom = 4;
const keyStep = 16;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Dragging a card by its title, and moving it with the arrow keys while its title or its pin has the focus (Shift: four times as far).
 * `begin` pins it, or answers false where that is not allowed.
 */
export function moveByTitle({
  mount,
  begin,
  isPinned,
  moveBy,
}: {
  mount: HTMLElement;
  begin: () => boolean;
  isPinned: () => boolean;
  moveBy: (x: number, y: number) => void;
}): void {
  mount.addEventListener('pointerdown', (down) => {
    if (!down.isTrusted || down.button !== 0 || down.pointerType === 'touch' || !(down.target as Element).closest('h2')) return;
    const drag = new AbortController();
    const { signal } = drag;
    let last = { x: down.clientX, y: down.clientY };
    let isMoving = false;
    const follow = (event: PointerEvent) => {
      const [x, y] = [event.clientX - last.x, event.clientY - last.y];
      if (!isMoving && Math.hypot(x, y) < dragFrom) return;
      if (!isMoving && !isPinned() && !begin()) {
        drag.abort();
        return;
      }
      isMoving = true;
      last = { x: event.clientX, y: event.clientY };
      moveBy(x, y);
    };
    mount.setPointerCapture(down.pointerId);
    mount.addEventListener('pointermove', follow, { signal });
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture']) mount.addEventListener(type, () => drag.abort(), { signal });
  });
  mount.addEventListener('keydown', (event) => {
    const arrow = arrows[event.key];
    if (!event.isTrusted || !arrow || !isPinned() || !(event.target as Element).closest('h2, .pin')) return;
    event.preventDefault();
    const step = event.shiftKey ? 4 * keyStep : keyStep;
    moveBy(arrow[0] * step, arrow[1] * step);
  });
}
