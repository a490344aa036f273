import browser from 'webextension-polyfill';
import { readTabAgain } from './read-tab-again';

/**
 * Tabs that were open when the extension was installed or updated get no content script from the browser: give them ours.
 * Tabs that the browser closes to extensions refuse; discarded ones get theirs when they are loaded again.
 */
export function scanOpenTabs(): void {
  browser.runtime.onInstalled.addListener(async () => {
    for (const tab of await browser.tabs.query({ discarded: false })) {
      if (tab.id === undefined) continue;
      const target = { tabId: tab.id, allFrames: true };
      await Promise.all([
        browser.scripting.insertCSS({ target, files: ['/assets/marks.css'] }).catch(() => undefined),
        readTabAgain(tab.id),
      ]);
    }
  });
}
