import browser, { type Runtime, type Tabs } from 'webextension-polyfill';
import { readerPort } from './reader-port';

/** How often a page that does not answer is tried, each time after a longer rest: what marks it may still be on its way. */
const patience = 10;
const firstRest = 200;

/** The panel's own window; undefined where the chapters are open in a tab, which has no page beside it. */
export async function findOwnWindow(): Promise<number | undefined> {
  if (await browser.tabs.getCurrent()) return undefined;
  return (await browser.windows?.getCurrent())?.id;
}

/** Tells which tab is in front in a window, now and whenever another one is or its page has loaded anew. */
export function watchTabInFront(windowId: number, onTab: (tabId: number) => void, signal: AbortSignal): void {
  let inFront: number | undefined;
  const take = (tabId: number | undefined) => {
    inFront = tabId;
    if (tabId !== undefined) onTab(tabId);
  };
  const onActivated = (tab: Tabs.OnActivatedActiveInfoType) => tab.windowId === windowId && take(tab.tabId);
  const onUpdated = (tabId: number, { status }: Tabs.OnUpdatedChangeInfoType) => tabId === inFront && status === 'complete' && take(tabId);
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
  });
  browser.tabs.query({ active: true, windowId }).then(
    ([tab]) => inFront === undefined && take(tab?.id),
    () => undefined,
  );
}

/** Lets terms glow in one tab, until it is told otherwise or this place closes: with the port the glow goes out. */
export function createGlow() {
  let at: number | undefined;
  let terms: readonly number[] = [];
  let port: Runtime.Port | undefined;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function connect(): void {
    clearTimeout(timer);
    port?.disconnect();
    port = undefined;
    if (at === undefined || terms.length === 0) return;
    const made = browser.tabs.connect(at, { name: readerPort });
    port = made;
    made.onDisconnect.addListener(() => {
      void browser.runtime.lastError;
      if (port !== made) return;
      port = undefined;
      if (++tries <= patience) timer = setTimeout(connect, firstRest * tries);
    });
    made.postMessage(terms);
  }

  return {
    show(next: readonly number[]): void {
      terms = next;
      tries = 0;
      if (port) port.postMessage(terms);
      else connect();
    },
    moveTo(tabId: number): void {
      at = tabId;
      tries = 0;
      connect();
    },
  };
}
