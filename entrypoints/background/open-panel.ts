import browser, { type Tabs } from 'webextension-polyfill';
import type { PanelTarget } from '../../platform/messages';
import { sendPanelTo } from '../../platform/reading-store';

/**
 * Opens the chapters for a click inside a page. Chromium lets a message carry the click, if nothing is awaited before `open`. Firefox opens
 * its sidebar only from its own buttons: an open one is sent to the place, else the chapter opens in a tab, and the card says so.
 */
export async function openPanelFrom(target: PanelTarget, tab: Tabs.Tab | chrome.tabs.Tab | undefined): Promise<'panel' | 'tab'> {
  const place = { ...target, windowId: tab?.windowId };
  if (tab?.id !== undefined && typeof chrome !== 'undefined' && chrome.sidePanel?.open) {
    try {
      const opened = chrome.sidePanel.open({ tabId: tab.id });
      await Promise.all([opened, sendPanelTo(place)]);
      return 'panel';
    } catch {
      // a browser may refuse the panel (a window without one): a tab always works
    }
  } else if (tab?.windowId !== undefined && (await browser.sidebarAction?.isOpen({ windowId: tab.windowId }).catch(() => false))) {
    await sendPanelTo(place);
    return 'panel';
  }
  const paragraph = target.paragraph === undefined ? '' : `&p=${encodeURIComponent(target.paragraph)}`;
  await browser.tabs.create({
    url: browser.runtime.getURL(`sidepanel.html#chapter=${target.chapter}${paragraph}`),
    ...(tab?.id !== undefined && { openerTabId: tab.id }),
  });
  return 'tab';
}
