import type { Protocol } from './messages';

/**
 * Asks the worker from the injected script: the wire format of `@webext-core/messaging` in 15 lines, because every page pays for
 * each kilobyte there. Rejects when the worker cannot be reached, and when this copy of the extension is no longer installed.
 */
export async function askWorker<K extends keyof Protocol>(type: K, ...[data]: Parameters<Protocol[K]>): Promise<ReturnType<Protocol[K]>> {
  if (!isAlive()) throw new Error('this copy of the extension is gone');
  const answer = (await chrome.runtime.sendMessage({ id: 0, type, data, timestamp: Date.now() })) as
    | { res?: ReturnType<Protocol[K]>; err?: { message?: string } }
    | undefined;
  if (!answer || answer.err) throw new Error(answer?.err?.message ?? 'no answer');
  return answer.res as ReturnType<Protocol[K]>;
}

/** Whether the worker did what it was told; the short form of `askWorker` for the script in every page. */
export async function tellWorker(type: 'loadAnnotator'): Promise<boolean> {
  try {
    return (await chrome.runtime.sendMessage({ id: 0, type, timestamp: 0 })).res;
  } catch {
    return false;
  }
}

/** False after an update, a reload or a disable: nothing tells an old content script but this. */
export function isAlive(): boolean {
  try {
    return !!chrome.runtime?.id;
  } catch {
    return false;
  }
}
