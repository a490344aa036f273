/** What a screen reader goes by inside a dialog, in ARIA's words: each browser has its own for some of them. */
export const accessibleStops = ['dialog', 'navigation', 'heading', 'button', 'summary', 'link', 'status'];
