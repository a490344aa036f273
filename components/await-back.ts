/** Android's Back is a close request, where the browser has those: Firefox has none, and there Back leaves the page and its sheet with it. */
export function awaitBack(view: Window, onBack: () => void): { destroy(): void } | undefined {
  const { CloseWatcher } = view as { CloseWatcher?: new () => EventTarget & { destroy(): void } };
  const watcher = CloseWatcher && new CloseWatcher();
  watcher?.addEventListener('close', onBack);
  return watcher;
}
