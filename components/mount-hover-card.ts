import { type Effect, type HoverEvent, idleHover, stepHover } from '../core/hover';
import type { MarkedWord, MarkSource } from '../core/mark-source';
import type { Box } from '../core/place-card';
import { chooseStrings } from '../core/strings/choose-strings';
import { createCardHost } from './card-host';
import { type Card, type CardTransport, createCard, reachOf, viewportOf } from './create-card';
import { listenToReader } from './listen-to-reader';
import { type RememberedPlace, rememberPlace } from './remember-place';
import { revealWord } from './reveal-word';
import { findTabbable, isLastStop } from './tab-order';

export interface HoverCard {
  /** Opens the card of a word for a click or a key, with the focus in it. */
  openForMark(mark: MarkedWord): void;
  /** Opens the card of whatever a text means, at a box of the viewport, with the focus in it. False when nothing was found. */
  openForText(text: string, at: Box): Promise<boolean>;
  /** Opens the card of the mark after (1) or before (-1) the last one opened, or the first one in view. False when there is none. */
  step(by: 1 | -1): boolean;
  close(): void;
}

/** More than this hide the page that they explain. */
const maxPinned = 3;

/** The cards over the words of one document: one that comes and goes as `stepHover` decides, and up to three that the reader pinned. */
export function mountHoverCard({
  marks,
  transport,
  pointer,
  signal,
}: {
  marks: MarkSource;
  transport: CardTransport;
  /** where the pointer rests already, when this code was loaded because of it */
  pointer?: { x: number; y: number };
  signal: AbortSignal;
}): HoverCard {
  let state = idleHover;
  let open: Card | undefined;
  let pinned: Card[] = [];
  let place: RememberedPlace | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const answers = new Map<string, ReturnType<CardTransport['explain']>>();
  const view: Window = window;
  const host = createCardHost({ view, onLost: forgetAll, onMoved: follow });

  function feed(event: HoverEvent): void {
    const { state: next, effects } = stepHover(state, event);
    state = next;
    for (const effect of effects) run(effect);
  }

  function run(effect: Effect): void {
    if (effect.kind === 'wake') {
      clearTimeout(timer);
      timer = setTimeout(() => feed({ kind: 'timer', time: performance.now() }), Math.max(0, effect.at - performance.now()));
    } else if (effect.kind === 'lookUp') void ask(termOf(effect.mark as MarkedWord)).catch(() => undefined);
    else if (effect.kind === 'open') openForMark(effect.mark as MarkedWord);
    else close();
  }

  const termOf = (mark: MarkedWord) => transport.firstLook(mark.term)?.id ?? '';

  function ask(term: string): ReturnType<CardTransport['explain']> {
    const asked = answers.get(term) ?? transport.explain({ term });
    answers.set(term, asked);
    // a failed answer is not kept: the next look asks again
    asked.catch(() => answers.delete(term));
    return asked;
  }

  /** The line of the word that the pointer is on, or its first one. */
  function boxOf(mark: MarkedWord): Box | undefined {
    const boxes = marks.rectsOf(mark);
    const pointer = state.trail.at(-1);
    return boxes.find((box) => pointer && pointer.y >= box.y - 4 && pointer.y <= box.y + box.height + 4) ?? boxes[0];
  }

  function openForMark(mark: MarkedWord): void {
    const at = boxOf(mark);
    const term = termOf(mark);
    const isPinnedAlready = pinned.some((card) => card.term === term && card.depth === 0);
    if (at && !isPinnedAlready) show({ mark, term, at, tone: marks.toneOf(mark) });
    else feed({ kind: 'closed', time: performance.now() });
  }

  function show({ mark, term, at, tone }: { mark: MarkedWord | undefined; term: string; at: Box; tone: 'light' | 'dark' }): void {
    const former = open;
    const layer = host.add(tone);
    former?.remove();
    marks.setOpen(mark);
    open = createCard({
      layer,
      view,
      form: 'card',
      mark,
      term,
      at,
      transport,
      ask,
      avoid: () => pinned.map((card) => card.box),
      pinning: { refusal: (words) => (pinned.length < maxPinned ? undefined : words.pinsFull(maxPinned)), pin, unpin },
      onDrawn: tellPlace,
      onClose: (card) => (card === open ? close() : removePinned(card)),
    });
    tellPlace(open);
  }

  /** The machine knows the open card by its box; pinned ones stay whatever the pointer does. */
  function tellPlace(card: Card): void {
    if (card !== open) return;
    const words = card.mark ? marks.rectsOf(card.mark) : [];
    feed({ kind: 'opened', card: reachOf(card.box), words, time: performance.now() });
  }

  function close(): void {
    const card = open;
    if (!card) return;
    const left = place;
    open = place = undefined;
    marks.setOpen(undefined);
    card.remove();
    left?.restore();
    feed({ kind: 'closed', time: performance.now() });
  }

  function pin(card: Card): void {
    open = undefined;
    marks.setOpen(undefined);
    card.isPinned = true;
    pinned.push(card);
    feed({ kind: 'closed', time: performance.now() });
    card.draw();
    for (const other of pinned) if (other !== card) other.draw();
  }

  /** The open card again: it goes when it is left. */
  function unpin(card: Card): void {
    open?.remove();
    pinned = pinned.filter((other) => other !== card);
    open = card;
    card.isPinned = false;
    marks.setOpen(card.mark);
    state = { ...state, phase: { kind: 'open', mark: card.mark } };
    card.draw();
  }

  function removePinned(card: Card): void {
    const hadFocus = card.hasFocus();
    pinned = pinned.filter((other) => other !== card);
    card.remove();
    if (pinned.length + (open ? 1 : 0) === 0 || hadFocus) restorePlace();
    for (const other of pinned) other.draw();
  }

  function restorePlace(): void {
    if (open) return;
    place?.restore();
    place = undefined;
  }

  function closeAll(): void {
    for (const card of pinned.splice(0)) card.remove();
    if (open) close();
    else restorePlace();
  }

  /** Escape takes one layer away. False where there is none of ours to take. */
  function peel(): boolean {
    const card = open ?? pinned.find((card) => card.hasFocus());
    if (!card) return false;
    if (!card.back()) card === open ? close() : removePinned(card);
    return true;
  }

  /** The page took the host away: nothing is shown any more, and nothing of the reader's place is to be put back. */
  function forgetAll(): void {
    const wasOpen = open !== undefined;
    open = place = undefined;
    pinned = [];
    marks.setOpen(undefined);
    if (wasOpen) feed({ kind: 'closed', time: performance.now() });
  }

  /** The page was scrolled or resized, or the host hangs elsewhere: the open card goes with its word, for as long as that is in sight. */
  function follow(): void {
    for (const card of pinned) card.draw();
    if (!open?.mark) return;
    const at = boxOf(open.mark);
    const { height } = viewportOf(view);
    if (at && ((at.y + at.height > 0 && at.y < height) || open.hasFocus())) open.follow(at);
    else if (!at || !isPointerIn(open)) close();
  }

  function isPointerIn({ box }: Card): boolean {
    const pointer = state.trail.at(-1);
    return pointer !== undefined && isInside(box, pointer);
  }

  listenToReader({
    feed,
    signal,
    marks,
    host: () => host.element(),
    hasCard: () => open !== undefined || pinned.length > 0,
    isHeld: (point) => open !== undefined && (isInside(reachOf(open.box), point) || open.hasFocus()),
    pressedOutside: (isInHost) => {
      if (!open || (isInHost && isPointerIn(open))) return;
      place = undefined;
      close();
    },
    peel,
    closeAll,
    follow,
    leaveByTab,
  });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    closeAll();
  });

  /** Tab out of a card goes on in the page where its word stands. False where the browser knows the way. */
  function leaveByTab(by: 1 | -1): boolean {
    const mark = open?.mark;
    const focused = open && (open.layer.mount.getRootNode() as ShadowRoot).activeElement;
    if (!open || !mark || !focused || !open.hasFocus() || !isLastStop({ card: open.layer.mount, focused, by })) return false;
    const next = findTabbable({ from: marks.nodeOf(mark) as Node, by });
    if (!next) return false;
    place = undefined;
    close();
    next.focus();
    return true;
  }

  let lastOpened: MarkedWord | undefined;
  let isCounted = false;
  function step(by: 1 | -1): boolean {
    const list = marks.inOrder().filter((mark) => marks.rectsOf(mark).length > 0);
    const at = lastOpened ? list.indexOf(lastOpened) : -1;
    const inView = list.findIndex((mark) => (marks.rectsOf(mark)[0]?.y ?? -1) >= 0);
    const next = at >= 0 ? list[(at + by + list.length) % list.length] : list[Math.max(0, inView)];
    if (!next) return false;
    const remembered = open || pinned.some((card) => card.hasFocus()) ? place : undefined;
    place = remembered ?? rememberPlace(view.document);
    place.addWayBack(revealWord({ node: marks.nodeOf(next) as Node, boxOf: () => marks.rectsOf(next)[0] }));
    openByHand(next);
    if (!isCounted) tellCount(new Set(list.map((mark) => mark.term)).size);
    isCounted = true;
    return true;
  }

  /** Said a moment after the card, because a status that is there from the first is not read out. */
  function tellCount(count: number): void {
    const card = open;
    setTimeout(() => card === open && card?.say(chooseStrings(transport.language()).termsOnPage(count)));
  }

  /** The focus goes into the card, and back to where it was when the last of a row of cards is closed. */
  function openByHand(mark: MarkedWord): void {
    place ??= rememberPlace(view.document);
    state = { ...state, phase: { kind: 'open', mark } };
    lastOpened = mark;
    const at = boxOf(mark);
    if (!at) return;
    show({ mark, term: termOf(mark), at, tone: marks.toneOf(mark) });
    open?.focusHeading();
  }

  const resting = pointer && marks.markAt(pointer.x, pointer.y);
  if (pointer && resting)
    feed({
      kind: 'move',
      ...pointer,
      time: performance.now(),
      target: { kind: 'mark', mark: resting },
      isPressed: false,
      isSelecting: false,
    });

  return {
    close,
    openForMark: openByHand,
    step,
    async openForText(text, at) {
      const answer = await transport.explain({ text }).catch(() => undefined);
      if (answer?.kind !== 'card' || signal.aborted) return false;
      answers.set(answer.card.term, Promise.resolve(answer));
      place ??= rememberPlace(view.document);
      state = { ...state, phase: { kind: 'open', mark: undefined } };
      show({ mark: undefined, term: answer.card.term, at, tone: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light' });
      open?.focusHeading();
      return true;
    },
  };
}

function isInside({ x, y, width, height }: Box, point: { x: number; y: number }): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}
