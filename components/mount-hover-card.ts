import { type Effect, type HoverEvent, idleHover, stepHover, type Target } from '../core/hover';
import { listDrawn, type MarkedWord, type MarkSource, type OpenedBy } from '../core/mark-source';
import { type Box, touches } from '../core/place-card';
import { chooseStrings } from '../core/strings/choose-strings';
import type { Why } from '../core/tell-why';
import { reachOf, viewportOf } from './card-spot';
import type { CardTransport } from './card-transport';
import { createDeck, type Row } from './create-deck';
import { createWaker } from './create-waker';
import { findGround, isTooSmall } from './find-ground';
import { keepAnswers } from './keep-answers';
import { listenToReader } from './listen-to-reader';
import { type EarlyTouch, listenToTouch } from './listen-to-touch';
import { revealWord } from './reveal-word';
import { findTabbable, isLastStop } from './tab-order';

export interface HoverCard {
  /** Opens the card of a word for a click or a key, with the focus in it. */
  openForMark(mark: MarkedWord): void;
  /** Opens the card of whatever a text means, at a box of the viewport, with the focus in it. False when nothing was found. */
  openForText(text: string, at: Box): Promise<boolean>;
  /**
   * Opens the card of the nth of the marks that are drawn, with the focus in it, and says how many terms the page has. False when there is no
   * such mark; its term where there is no room for a card: the word is brought into view then, and nothing else.
   */
  openStop(stop: { nth: number; count?: number | undefined } & Row): boolean | string;
  /** Closes the open card, because the reader goes on in another frame, and keeps where they were until `takeBack`. */
  leaveForFrame(row: Pick<Row, 'isUnderway'>): void;
  takeBack(then: 'restore' | 'forget'): void;
  close(): void;
  /** Escape, pressed where only others hear it. */
  peel(): void;
  readonly isOpen: boolean;
  /** the mark whose card was opened last by hand, and when, in ms since 1970 */
  readonly lastByHand: { mark: MarkedWord; time: number } | undefined;
  /** the number of terms was said */
  readonly isCounted: boolean;
}

/** Where the pointer rests already, and what it or a finger did, when this code was loaded because of it; times are those of events. */
interface EarlyPointer {
  x: number;
  y: number;
  since: number;
  /** where and when a button was down last */
  pressed?: { x: number; y: number; time: number } | undefined;
  touch?: EarlyTouch | undefined;
}

/** On a touch screen narrower than this, in px, a card is a sheet at the lower edge. */
const sheetBelow = 600;

/** The cards over the words of one document: the one that comes and goes as `stepHover` decides, and those that the reader pinned. */
export function mountHoverCard({
  marks,
  transport,
  pointer,
  signal,
}: {
  marks: MarkSource;
  transport: CardTransport;
  pointer?: EarlyPointer;
  signal: AbortSignal;
}): HoverCard {
  let state = idleHover;
  const waker = createWaker(() => feed({ kind: 'timer', time: performance.now() }));
  let lastByHand: HoverCard['lastByHand'];
  let isCounted = false;
  let isHeardOutside = false;
  const answers = keepAnswers(transport);
  const ground = findGround();
  const { view, toGround } = ground;
  const drawnBoxes = (mark: MarkedWord) => marks.rectsOf(mark).map(toGround);
  const deck = createDeck({
    view,
    marks,
    transport,
    answers,
    boxOf,
    isPointerIn,
    /** the machine knows the open card by its box; pinned ones stay whatever the pointer does */
    onDrawn({ mark, box }) {
      hearOutside(true);
      feed({ kind: 'opened', card: reachOf(box), words: mark ? drawnBoxes(mark) : [], time: performance.now() });
    },
    onClosed(reopened) {
      hearOutside(reopened !== undefined);
      if (reopened) state = { ...state, phase: { kind: 'open', mark: reopened.mark } };
      else feed({ kind: 'closed', time: performance.now() });
    },
    onGuestLeft: (then) => transport.giveBack?.(then),
  });

  function hearOutside(isOpen: boolean): void {
    if (view !== window || window === window.top || isOpen === isHeardOutside) return;
    isHeardOutside = isOpen;
    transport.hearEscape?.(isOpen);
  }

  function feed(event: HoverEvent): void {
    const { state: next, effects } = stepHover({ ...state, dwell: transport.dwell?.() ?? state.dwell }, event);
    state = next;
    for (const effect of effects) run(effect);
  }

  function run(effect: Effect): void {
    if (effect.kind === 'wake') waker.set(effect.at);
    else if (effect.kind === 'lookUp') {
      deck.host.prepare();
      void answers.ask(termOf(effect.mark as MarkedWord)).catch(() => undefined);
    } else if (effect.kind === 'open') openForHover(effect.mark as MarkedWord);
    else deck.close();
  }

  const termOf = (mark: MarkedWord) => transport.firstLook(mark.term)?.id ?? '';

  function whyNot({ term, at }: { term: string; at: Box }): Why | undefined {
    const doubts = marks.doubtsAt?.(at);
    const mark = doubts?.find((each) => termOf(each) === term);
    return mark ? marks.why?.(mark) : doubts ? undefined : { kind: 'alone' };
  }

  /** The line of the word that the pointer is on, or its first one. */
  function boxOf(mark: MarkedWord): Box | undefined {
    const boxes = drawnBoxes(mark);
    const pointer = state.trail.at(-1);
    return boxes.find((box) => pointer && pointer.y >= box.y - 4 && pointer.y <= box.y + box.height + 4) ?? boxes[0];
  }

  function isPointerIn(box: Box): boolean {
    const pointer = state.trail.at(-1);
    return pointer !== undefined && isInside(box, pointer);
  }

  function openForHover(mark: MarkedWord): void {
    const at = boxOf(mark);
    const term = termOf(mark);
    const isPinnedAlready = deck.pinned.some((card) => card.term === term && card.depth === 0);
    if (at && !isPinnedAlready) deck.show({ mark, term, at, tone: marks.toneOf(mark), form: 'card', by: 'pointer' });
    else feed({ kind: 'closed', time: performance.now() });
  }

  /** The focus goes into the card, and back to where it was when the last of a row of cards is closed. */
  function openByHand(mark: MarkedWord, { form = 'card', by, row }: { form?: 'card' | 'sheet'; by: OpenedBy; row?: Row }): void {
    const at = boxOf(mark);
    if (!at) return;
    deck.remember(row);
    state = { ...state, phase: { kind: 'open', mark } };
    lastByHand = { mark, time: Date.now() };
    deck.show({ mark, term: termOf(mark), at, tone: marks.toneOf(mark), form, by }).focusHeading();
    if (form === 'sheet') liftOverSheet(at);
  }

  /** The word that was tapped stays in sight over its sheet, which takes three fifths of the height at most. */
  function liftOverSheet({ y, height }: Box): void {
    const lift = y + height - view.innerHeight * 0.35;
    const before = view.scrollY;
    if (lift <= 0) return;
    view.scrollBy({ top: lift, behavior: 'instant' });
    const now = view.scrollY;
    deck.remember().addWayBack(() => view.scrollY === now && view.scrollTo({ top: before, behavior: 'instant' }));
  }

  function openStop({ nth, count, ...row }: Parameters<HoverCard['openStop']>[0]): boolean | string {
    const mark = listDrawn(marks)[nth];
    if (!mark) return false;
    const wayBack = revealWord({ node: marks.nodeOf(mark) as Node, boxOf: () => marks.rectsOf(mark)[0] });
    deck.remember(row).addWayBack(wayBack);
    if (isTooSmall(ground)) {
      lastByHand = { mark, time: Date.now() };
      return termOf(mark);
    }
    openByHand(mark, { by: 'keys', row: { ...row, isUnderway: true } });
    if (count !== undefined) tellCount(count);
    return true;
  }

  /** Said a moment after the card, because a status that is there from the first is not read out. */
  function tellCount(count: number): void {
    const card = deck.open;
    isCounted = true;
    setTimeout(() => card === deck.open && card?.say(chooseStrings(transport.language()).termsOnPage(count)));
  }

  /** Tab out of a card goes on in the page where its word stands. False where the browser knows the way. */
  function leaveByTab(by: 1 | -1): boolean {
    const card = deck.open;
    if (!card?.mark || !card.hasFocus()) return false;
    const { mount } = card.layer;
    const focused = (mount.getRootNode() as ShadowRoot).activeElement;
    if (!focused || !isLastStop({ card: mount, focused, by })) return false;
    const next = findTabbable({ from: marks.nodeOf(card.mark) as Node, by });
    if (!next) return false;
    deck.leave();
    next.focus();
    return true;
  }

  const hearing: Omit<Parameters<typeof listenToReader>[0], 'view' | 'markAt' | 'toGround'> = {
    feed,
    signal,
    host: deck.host.element,
    hasCard: () => deck.open !== undefined || deck.pinned.length > 0,
    isOpen: () => deck.open !== undefined,
    hasFocus: () => deck.open?.hasFocus() === true,
    isHeld: (point) => deck.open !== undefined && (isInside(reachOf(deck.open.box), point) || deck.open.hasFocus()),
    pressed({ isInHost, point }) {
      if (deck.open && !(isInHost && isInside(deck.open.box, point))) deck.leave();
    },
    peel: deck.peel,
    closeAll: () => deck.closeAll('fading'),
    follow: deck.follow,
    leaveByTab,
  };
  listenToReader({ ...hearing, view: window, markAt: marks.markAt, toGround });
  if (view !== window) listenToReader({ ...hearing, view, markAt: () => undefined, toGround: (box) => box });
  listenToTouch({
    marks,
    open: (mark) => openByHand(mark, { form: viewportOf(view).width < sheetBelow ? 'sheet' : 'card', by: 'pointer' }),
    early: pointer?.touch,
    signal,
  });
  signal.addEventListener('abort', () => {
    waker.clear();
    deck.closeAll('at once');
  });

  if (pointer && !pointer.touch) takeUp(pointer);

  /** Goes on from what the pointer did while this code was on its way. */
  function takeUp({ x, y, since, pressed }: EarlyPointer): void {
    const tell = (at: { x: number; y: number; time: number }, target: Target, isPressed: boolean) =>
      feed({ kind: 'move', ...at, ...placeOf(at), target, isPressed, isSelecting: false });
    if (pressed) tell(pressed, { kind: 'none' }, true);
    const mark = marks.markAt(x, y);
    // the dwell began when the pointer came to rest, not when this code had come
    if (mark && !(pressed && pressed.time >= since)) tell({ x, y, time: since }, { kind: 'mark', mark }, false);
  }

  function placeOf(at: { x: number; y: number }): { x: number; y: number } {
    const { x, y } = toGround({ ...at, width: 0, height: 0 });
    return { x, y };
  }

  return {
    close: deck.close,
    peel: deck.peel,
    openForMark: (mark) => openByHand(mark, { by: 'pointer' }),
    openStop,
    leaveForFrame(row) {
      deck.leaveForFrame(row);
      hearOutside(false);
    },
    takeBack: deck.takeBack,
    get isOpen() {
      return deck.open !== undefined;
    },
    get lastByHand() {
      return lastByHand;
    },
    get isCounted() {
      return isCounted;
    },
    async openForText(text, at) {
      if (isTooSmall(ground)) return false;
      const answer = await transport.explain({ text }).catch(() => undefined);
      if (answer?.kind !== 'card' || signal.aborted) return false;
      answers.keep(answer.card.term, answer);
      deck.remember();
      state = { ...state, phase: { kind: 'open', mark: undefined } };
      const tone = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
      const isMarked = marks
        .inOrder()
        .some((mark) => termOf(mark) === answer.card.term && marks.rectsOf(mark).some((box) => touches(box, at)));
      const doubt =
        answer.doubt && transport.remember && !isMarked
          ? { ...answer.doubt, word: text.trim(), why: whyNot({ term: answer.card.term, at }) }
          : undefined;
      deck.show({ mark: undefined, term: answer.card.term, at: toGround(at), tone, form: 'card', by: 'keys', doubt }).focusHeading();
      return true;
    },
  };
}

function isInside({ x, y, width, height }: Box, point: { x: number; y: number }): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}
