/**
 * The signs of life on a page. Nothing tells a content script that its extension was updated, reloaded or switched off, that an element
 * got a shadow root, or that the page threw our marks away: all of this is looked at when one of these happens, and never by a timer.
 * Called again with the same `onSign` it changes nothing.
 */
export function watchSigns(onSign: (event: Event) => void, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  for (const sign of ['pointermove', 'keydown', 'scroll', 'visibilitychange']) addEventListener(sign, onSign, options);
  // those of scripts and frames do not reach the window
  document.addEventListener('load', onSign, options);
}
