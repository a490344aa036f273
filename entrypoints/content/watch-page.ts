import type { Slices } from './slice-work';

/** How long records are gathered before they are looked at, in ms: the page's own bursts are over then, and words are whole. */
const rest = 80;
/** Once a page has not written for so many ms, it is read. */
const calm = 200;
/** One that goes on writing is read as far as our share of its thread allows: it is saved up and may be overdrawn, in ms. */
const share = 0.001;
const mostSaved = 2;
const mostOwed = 5;
/** With more records than this we stop to listen: from then on a write costs the page nothing. */
const budget = 2000;

/**
 * Hears of changes of text below the observed roots. Records are gathered, not handled one by one: the callback itself stays under
 * 5 µs a write. A page that writes without end, and one in a hidden tab, is not heard at all: `onLost` then says that anything may have
 * changed; who observes it again hears again.
 */
export function watchPage({
  onChange,
  onLost,
  slices,
  signal,
}: {
  onChange: (records: MutationRecord[]) => void;
  onLost: () => void;
  /** where the reading is done: more is not brought to it before it is through, or records would pile up there */
  slices: Pick<Slices, 'spent' | 'isBusy'>;
  signal: AbortSignal;
}): (root: Node) => void {
  let gathered: MutationRecord[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saved = mostSaved;
  let paidAt = 0;
  let paid = 0;
  let wroteAt = 0;

  const observer = new MutationObserver((records) => {
    if (records.every(isOwn)) return;
    gathered = gathered.concat(records);
    wroteAt = performance.now();
    if (document.hidden || gathered.length > budget) {
      stop();
      onLost();
    } else timer ??= setTimeout(flush, rest);
  });

  function flush(): void {
    const now = performance.now();
    saved = Math.max(-mostOwed, Math.min(mostSaved, saved + (now - paidAt) * share) - slices.spent() + paid);
    paidAt = now;
    paid = slices.spent();
    if ((saved < 0 && now - wroteAt < calm) || slices.isBusy()) {
      timer = setTimeout(flush, calm);
      return;
    }
    const records = gathered;
    gathered = [];
    timer = undefined;
    onChange(records);
  }

  function stop(): void {
    observer.disconnect();
    clearTimeout(timer);
    timer = undefined;
    gathered = [];
  }

  signal.addEventListener('abort', stop);
  return (root) => observer.observe(root, { childList: true, characterData: true, subtree: true });
}

/** A card that comes or goes is no change of the page: heard, it would put off the reading of what the page writes, and be kept till then. */
function isOwn({ addedNodes: [came], removedNodes: [went] }: MutationRecord): boolean {
  return ((came ?? went) as Element | undefined)?.localName === 'little-whale';
}
