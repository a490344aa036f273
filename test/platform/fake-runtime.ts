type Listener = (message: unknown, sender: unknown, sendResponse: (answer: unknown) => void) => boolean | undefined;

/**
 * The part of `chrome.runtime` that messages go through, as Chromium does it: everything crosses as JSON, a listener that answers
 * later says so with `true`, and a message that nobody listens for is rejected.
 */
export function createFakeRuntime() {
  const listeners = new Set<Listener>();
  const runtime = {
    id: 'little-whale' as string | undefined,
    onMessage: {
      addListener: (listener: Listener) => listeners.add(listener),
      removeListener: (listener: Listener) => listeners.delete(listener),
    },
    sendMessage: (message: unknown) =>
      new Promise<unknown>((resolve, reject) => {
        if (listeners.size === 0) return reject(new Error('Could not establish connection. Receiving end does not exist.'));
        const answer = (value: unknown) => resolve(throughJson(value));
        const isAwaited = [...listeners].map((listener) => listener(throughJson(message), { id: runtime.id }, answer)).includes(true);
        if (!isAwaited) resolve(undefined);
      }),
  };
  return runtime;
}

function throughJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
