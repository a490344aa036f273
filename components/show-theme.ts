import type { Settings } from '../core/settings';

/** Turns a whole page of ours light or dark; `auto` leaves it to the browser. */
export function showTheme(theme: Settings['theme']): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = theme;
}
