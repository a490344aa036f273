/** An event opens in the timeline, in a tab of its own. Through the extension: Firefox follows no such link out of a page of ours by key. */
export function openMoments(open: (url: string) => void, signal: AbortSignal): void {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.moment') : null;
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(link.href);
    },
    { signal },
  );
}
