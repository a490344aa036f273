import { readerPort } from '../../platform/reader-port';

/** While chapters are read beside this page, the terms of the paragraph in view glow in it. The panel's end of the line is `platform/page-beside.ts`. */
export function glowWithReader(setGlow: (terms: ReadonlySet<number>) => void, signal: AbortSignal): void {
  const onConnect = (port: chrome.runtime.Port) => {
    if (port.name !== readerPort || signal.aborted) return;
    port.onMessage.addListener((terms: number[]) => !signal.aborted && setGlow(new Set(terms)));
    port.onDisconnect.addListener(() => !signal.aborted && setGlow(new Set()));
  };
  chrome.runtime.onConnect.addListener(onConnect);
  signal.addEventListener('abort', () => {
    try {
      chrome.runtime.onConnect.removeListener(onConnect);
    } catch {
      // the extension is gone, and its events with it
    }
  });
}
