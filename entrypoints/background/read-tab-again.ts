import browser from 'webextension-polyfill';

/**
 * Gives every frame of a tab a reading from the beginning. One that is under way there ends first and gives everything back: marks, card,
 * styles. Then it is decided anew what comes. False where the browser closes the tab to extensions.
 */
export async function readTabAgain(tabId: number): Promise<boolean> {
  const target = { tabId, allFrames: true };
  return browser.scripting.executeScript({ target, files: ['/content.js'] }).then(
    () => true,
    () => false,
  );
}
