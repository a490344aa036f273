/** How long records are gathered before they are looked at, in ms: the page's own bursts are over then, and words are whole. */
const rest = 80;
/** With more records than this in one rest we stop to listen: from then on a write costs the page nothing. */
const budget = 5000;
/** How long we do not listen then, in ms. */
const deafness = 4000;

/**
 * Hears of changes of text below the observed roots. Records are gathered, not handled one by one: the callback itself stays under
 * 5 µs a write. A page that writes without end, and one in a hidden tab, is not heard at all: `onLost` then says that anything may have
 * changed, as soon as it is worth reading again.
 */
export function watchPage({
  onChange,
  onLost,
  signal,
}: {
  onChange: (records: MutationRecord[]) => void;
  onLost: () => void;
  signal: AbortSignal;
}): (root: Node) => void {
  let gathered: MutationRecord[] = [];
  let state: 'quiet' | 'gathering' | 'deaf' = 'quiet';

  const observer = new MutationObserver((records) => {
    for (const record of records) gathered.push(record);
    if (document.hidden || gathered.length > budget) stopListening();
    else if (state === 'quiet') {
      state = 'gathering';
      setTimeout(flush, rest);
    }
  });

  function flush(): void {
    if (state !== 'gathering' || signal.aborted) return;
    state = 'quiet';
    const records = gathered;
    gathered = [];
    onChange(records);
  }

  function stopListening(): void {
    observer.disconnect();
    gathered = [];
    state = 'deaf';
    if (!document.hidden) setTimeout(listenAgain, deafness);
  }

  function listenAgain(): void {
    if (state !== 'deaf' || document.hidden || signal.aborted) return;
    state = 'quiet';
    onLost();
  }

  document.addEventListener('visibilitychange', listenAgain, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
  return (root) => observer.observe(root, { childList: true, characterData: true, subtree: true });
}
