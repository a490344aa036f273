import type { DrivenBrowser } from '../../modules/start/drive-browser';

/** Changes fields of `settings` in `storage.sync`, as the options page does. */
export async function changeSettings(
  browser: DrivenBrowser,
  change: { language?: 'auto' | 'en' | 'zh-CN'; mentions?: 'first' | 'every'; theme?: 'auto' | 'light' | 'dark' },
): Promise<void> {
  await browser.inWorker(async (fields) => {
    const { settings } = await chrome.storage.sync.get('settings');
    await chrome.storage.sync.set({ settings: { ...(settings as object), ...fields } });
  }, change);
}
