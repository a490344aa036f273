/** To the heading of what was chosen, once it is drawn. */
export function focusDetail(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#detail h2')?.focus());
}
