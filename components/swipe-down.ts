/** Further down than this, in px, or faster than this, in px a ms, and the sheet is let go. */
const farEnough = 72;
const fastEnough = 0.5;

/** A sheet follows a finger on its head downwards, and is put away or comes back. */
export function swipeDown({ mount, onAway }: { mount: HTMLElement; onAway: () => void }): void {
  mount.addEventListener('pointerdown', (down) => {
    if (!down.isTrusted || down.pointerType === 'mouse' || !(down.target as Element).closest('.head, .trail')) return;
    const swipe = new AbortController();
    const { signal } = swipe;
    const wayOf = (event: PointerEvent) => Math.max(0, event.clientY - down.clientY);
    mount.setPointerCapture(down.pointerId);
    mount.addEventListener('pointermove', (event) => mount.style.setProperty('translate', `0 ${wayOf(event)}px`), { signal });
    const finish = (event: PointerEvent) => {
      swipe.abort();
      const way = wayOf(event);
      const isMeant = way > farEnough || (way > 12 && way / (event.timeStamp - down.timeStamp) > fastEnough);
      if (event.type === 'pointerup' && isMeant) onAway();
      else mount.style.removeProperty('translate');
    };
    mount.addEventListener('pointerup', finish, { signal });
    mount.addEventListener('pointercancel', finish, { signal });
  });
}
