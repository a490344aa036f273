import browser from 'webextension-polyfill';
import type { PanelTarget } from './messages';
import { sendPanelTo } from './reading-store';

let windowId: number | undefined;

/** To be called when a page starts: a click cannot wait for the answer. Firefox for Android has no windows. */
export function preparePanel(): void {
  browser.windows?.getCurrent().then(
    (window) => (windowId = window.id),
    () => undefined,
  );
}

/**
 * Opens the side panel, at a place in the chapters or where the reader was. To be called in a click and before anything is awaited:
 * both browsers open it only for a click that is still being handled. Where there is no panel, the chapters open in a tab.
 */
export function openPanel(place?: PanelTarget): Promise<'panel' | 'tab'> {
  const opening = startPanel();
  if (!opening) return openInTab(place);
  // the panel looks for word left for it when it starts, and watches for it when it is open already
  const told = place ? sendPanelTo({ ...place, windowId }) : Promise.resolve();
  return Promise.all([opening, told]).then(
    () => 'panel' as const,
    () => openInTab(place),
  );
}

function startPanel(): Promise<unknown> | undefined {
  try {
    if (typeof chrome !== 'undefined' && chrome.sidePanel?.open)
      return windowId === undefined ? undefined : chrome.sidePanel.open({ windowId });
    return browser.sidebarAction?.open();
  } catch {
    return undefined;
  }
}

async function openInTab(place?: PanelTarget): Promise<'tab'> {
  const paragraph = place?.paragraph === undefined ? '' : `&p=${encodeURIComponent(place.paragraph)}`;
  await browser.tabs.create({ url: browser.runtime.getURL(`sidepanel.html${place ? `#chapter=${place.chapter}${paragraph}` : ''}`) });
  return 'tab';
}
