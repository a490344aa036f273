import browser from 'webextension-polyfill';
import { chooseLanguage } from '../../core/settings';
import { chooseStrings } from '../../core/strings/choose-strings';
import { sendMessage } from '../../platform/messages';
import { loadSettings } from '../../platform/settings-store';
import { injectScript } from './inject-script';
import { openPopupAt } from './open-popup';

const menuId = 'look-up-selection';

/** Selected text can be looked up from the context menu. Firefox for Android has none: it is guarded. */
export function offerLookUp(): void {
  browser.runtime.onInstalled.addListener(() => void showMenu());
  browser.runtime.onStartup?.addListener(() => void showMenu());
  browser.storage.sync.onChanged?.addListener(() => void showMenu());
  browser.contextMenus?.onClicked.addListener(({ menuItemId, selectionText = '', frameId = 0 }, tab) => {
    if (menuItemId === menuId && tab?.id !== undefined) void lookUp({ tabId: tab.id, frameId, text: selectionText });
  });
}

async function showMenu(): Promise<void> {
  if (!browser.contextMenus) return;
  const { language } = await loadSettings();
  const title = chooseStrings(chooseLanguage(language, browser.i18n.getUILanguage())).lookUp;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: menuId, title, contexts: ['selection'] }, () => void browser.runtime.lastError);
}

/** By key nobody says in which frame the selection is: ask each. */
export async function lookUpByKey(tabId: number): Promise<void> {
  const read = () => String(getSelection() ?? '');
  const frames = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: read }).catch(() => []);
  const chosen = frames.find((frame) => typeof frame.result === 'string' && frame.result.trim() !== '');
  await lookUp({ tabId, frameId: chosen?.frameId ?? 0, text: typeof chosen?.result === 'string' ? chosen.result : '' });
}

/** Opens the card at the selection; where the page is closed to extensions, the popup with the text. */
async function lookUp({ tabId, frameId, text }: { tabId: number; frameId: number; text: string }): Promise<void> {
  const asked = text.trim().slice(0, 200);
  if (await showCard({ tabId, frameId, text: asked })) return;
  await openPopupAt(`#q=${encodeURIComponent(asked)}`);
}

async function showCard({ tabId, frameId, text }: { tabId: number; frameId: number; text: string }): Promise<boolean> {
  if (!text) return false;
  if (!(await injectScript({ tabId, frameId, script: 'card' }))) return false;
  return sendMessage('lookUpSelection', { text }, { tabId, frameId }).catch(() => false);
}
