import type { MarkedWord, MarkSource } from '../core/mark-source';

/** What a finger did before the card's code was there: it came because of this finger. */
export interface EarlyTouch {
  x: number;
  y: number;
  /** ms, on the clock of events */
  downAt: number;
  phase: 'down' | 'lifted' | 'tapped';
}

/** As the systems' own long press: 400 ms (Android) to 500 (iOS); a finger may roll by 10 px. */
const longPress = 450;
const rollBy = 10;

const acting =
  'a[href], button, input, select, textarea, label, summary, [role="button"], [role="link"], [role="tab"], [role="menuitem"], [onclick]';

interface Press {
  x: number;
  y: number;
  mark: MarkedWord;
}

/**
 * A finger or a pen on a mark: a tap opens its card, unless the word is a link or a control of the page; those keep their tap, and a long
 * press opens the card.
 */
export function listenToTouch({
  marks,
  open,
  early,
  signal,
}: {
  marks: MarkSource;
  open: (mark: MarkedWord) => void;
  early: EarlyTouch | undefined;
  signal: AbortSignal;
}): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let press: Press | undefined;
  /** the long press has opened a card: what the browser makes of the same touch is dropped */
  let isSpent = false;

  const isActing = (mark: MarkedWord) => {
    const node = marks.nodeOf(mark) as Node;
    const element = node instanceof Element ? node : node.parentElement;
    return element?.closest(acting) != null;
  };

  function begin({ x, y, after }: { x: number; y: number; after: number }): void {
    const mark = marks.markAt(x, y);
    if (!mark || !isActing(mark)) return;
    press = { x, y, mark };
    timer = setTimeout(() => {
      isSpent = true;
      open(mark);
    }, after);
  }

  function end(): void {
    clearTimeout(timer);
    press = undefined;
  }

  const isTouch = (event: PointerEvent) => event.isTrusted && (event.pointerType === 'touch' || event.pointerType === 'pen');
  const passive = { capture: true, passive: true, signal };
  addEventListener(
    'pointerdown',
    (event) => {
      end();
      isSpent = false;
      if (isTouch(event) && event.isPrimary) begin({ x: event.clientX, y: event.clientY, after: longPress });
    },
    passive,
  );
  addEventListener(
    'pointermove',
    (event) => {
      if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > rollBy) end();
    },
    passive,
  );
  for (const type of ['pointerup', 'pointercancel'] as const) addEventListener(type, end, passive);
  const swallow = (event: Event) => {
    if (!event.isTrusted || !(isSpent || (event.type === 'contextmenu' && press))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'click') isSpent = false;
  };
  addEventListener('contextmenu', swallow, { capture: true, signal });
  addEventListener('click', swallow, { capture: true, signal });
  addEventListener(
    'click',
    (event) => {
      const { x, y } = { x: event.clientX, y: event.clientY };
      if (!isTouch(event as PointerEvent) || event.defaultPrevented || getSelection()?.isCollapsed === false) return;
      tap(marks.markAt(x, y));
    },
    { signal },
  );
  function tap(mark: MarkedWord | undefined): void {
    if (mark && !isActing(mark)) open(mark);
  }

  signal.addEventListener('abort', end);
  if (early?.phase === 'tapped') tap(marks.markAt(early.x, early.y));
  else if (early?.phase === 'down') begin({ ...early, after: Math.max(0, longPress - (performance.now() - early.downAt)) });
}
