import browser from 'webextension-polyfill';

/**
 * A card in a frame of another site never hears a key that is pressed while the focus is in the document around it, and must go with Escape all
 * the same (WCAG 1.4.13). While such a card is open the other frames listen; nothing is left in them afterwards.
 */
export async function hearEscape({ tabId, isOpen }: { tabId: number | undefined; isOpen: boolean }): Promise<void> {
  if (tabId === undefined) return;
  await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: listenForEscape, args: [isOpen] })
    // a tab that went, or a frame that the browser keeps to itself
    .catch(() => undefined);
}

/** Runs in the frames: it may name nothing outside of itself. The frame with the card hears its own keys first. */
function listenForEscape(isOpen: boolean): void {
  const world = globalThis as { littleWhaleEscape?: AbortController };
  world.littleWhaleEscape?.abort();
  if (!isOpen) return;
  const listening = new AbortController();
  world.littleWhaleEscape = listening;
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !event.isTrusted) return;
      // gone with an update: the key is the page's again
      if (!chrome.runtime?.id) return listening.abort();
      event.preventDefault();
      event.stopImmediatePropagation();
      void chrome.runtime.sendMessage({ id: 0, type: 'pressEscape', timestamp: Date.now() });
    },
    { capture: true, signal: listening.signal },
  );
}
