import browser from 'webextension-polyfill';

/**
 * Puts code into a frame when it is needed there: most pages hold no term, and most of the others are read without one hover.
 * Nothing has to be web-accessible this way. False where the browser refuses (a revoked permission, a frame that is gone).
 */
export async function injectScript({
  tabId,
  frameId,
  script,
}: {
  tabId: number;
  frameId: number;
  script: 'annotator' | 'card';
}): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [`/${script}.js`] });
    return true;
  } catch {
    return false;
  }
}
