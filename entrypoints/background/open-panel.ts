import browser from 'webextension-polyfill';
import type { PanelTarget } from '../../platform/messages';
import { sendPanelTo } from '../../platform/reading-store';

/**
 * Opens the chapters for a click inside a page. Chromium lets a message carry the click, if nothing is awaited before `open`;
 * Firefox opens its sidebar only from its own buttons, so there the chapter opens in a tab, and the card says so.
 */
export async function openPanelFrom(target: PanelTarget, tabId: number | undefined): Promise<'panel' | 'tab'> {
  if (tabId !== undefined && typeof chrome !== 'undefined' && chrome.sidePanel?.open) {
    try {
      const opened = chrome.sidePanel.open({ tabId });
      await Promise.all([opened, sendPanelTo(target)]);
      return 'panel';
    } catch {
      // a browser may refuse the panel (a window without one): a tab always works
    }
  }
  const paragraph = target.paragraph === undefined ? '' : `&p=${encodeURIComponent(target.paragraph)}`;
  await browser.tabs.create({
    url: browser.runtime.getURL(`sidepanel.html#chapter=${target.chapter}${paragraph}`),
    ...(tabId !== undefined && { openerTabId: tabId }),
  });
  return 'tab';
}
