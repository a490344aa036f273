import browser from 'webextension-polyfill';

/** Opens the popup at a place of it, `#term=swarm`; a tab with the same where the browser opens no popup. */
export async function openPopupAt(hash: string): Promise<void> {
  const popup = `popup.html${hash}`;
  const isOpen = await browser.action
    .setPopup({ popup })
    .then(() => browser.action.openPopup())
    .then(
      () => true,
      () => false,
    );
  await browser.action.setPopup({ popup: 'popup.html' });
  if (!isOpen) await browser.tabs.create({ url: browser.runtime.getURL(popup) });
}
