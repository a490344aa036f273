import browser, { type Tabs } from 'webextension-polyfill';
import { lookUpByKey } from './look-up';
import { stepTerms } from './step-terms';

/** What each key of the manifest does. Firefox for Android has no commands: guarded. */
export function obeyCommands(): void {
  browser.commands?.onCommand.addListener((command, tab) => {
    // the panel first, before anything is awaited: both browsers open it only in answer to the reader's own act
    if (command === 'open-panel') openPanel(tab);
    else void obeyInTab(command, tab);
  });
}

function openPanel(tab: Tabs.Tab | undefined): void {
  if (typeof chrome !== 'undefined' && chrome.sidePanel?.open && tab?.windowId !== undefined)
    void chrome.sidePanel.open({ windowId: tab.windowId }).catch(() => undefined);
  else void browser.sidebarAction?.open().catch(() => undefined);
}

async function obeyInTab(command: string, tab: Tabs.Tab | undefined): Promise<void> {
  const tabId = tab?.id ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
  if (tabId === undefined) return;
  if (command === 'look-up-selection') await lookUpByKey(tabId);
  const by = { 'next-term': 1 as const, 'previous-term': -1 as const }[command];
  if (by) await stepTerms({ tabId, by });
}
