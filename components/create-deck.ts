import type { MarkedWord, MarkSource, OpenedBy } from '../core/mark-source';
import type { Box } from '../core/place-card';
import { type CardHost, createCardHost } from './card-host';
import { viewportOf } from './card-spot';
import type { Answers, CardTransport, WordInDoubt } from './card-transport';
import { type Card, createCard } from './create-card';
import { type RememberedPlace, rememberPlace } from './remember-place';

/** The cards of one document: at most one that comes and goes, and those that the reader pinned. */
export interface Deck {
  readonly host: CardHost;
  readonly open: Card | undefined;
  readonly pinned: readonly Card[];
  /** Opens a card in place of the open one. */
  show(card: {
    mark: MarkedWord | undefined;
    term: string;
    at: Box;
    tone: 'light' | 'dark';
    form: 'card' | 'sheet';
    by: OpenedBy;
    doubt?: WordInDoubt | undefined;
  }): Card;
  /** Closes the open card and gives focus and scroll back, if the card had taken them. */
  close(): void;
  /** The reader went on elsewhere: closes the open card and gives nothing back. */
  leave(): void;
  closeAll(how: 'fading' | 'at once'): void;
  /** Takes one layer away: a nested card, the open card, the pinned one in focus. False where there is none. */
  peel(): boolean;
  /** The page was scrolled or resized, or the host hangs elsewhere: the open card goes with its word, for as long as that is in sight. */
  follow(): void;
  /** From here on the focus may move: where it is now, or was before the first of a row of cards, which may have begun in another frame. */
  remember(row?: Row): RememberedPlace;
  /** The row of cards goes on in another frame: closes the open one and keeps where the reader was. */
  leaveForFrame(row: Pick<Row, 'isUnderway'>): void;
  /** The row is closed in another frame. */
  takeBack(then: 'restore' | 'forget'): void;
}

/** Cards that the reader opened one after the other. */
export interface Row {
  /** it is not the first one of them that is opened now */
  isUnderway: boolean;
  /** it began in another frame, which has the focus to give back */
  isGuest: boolean;
}

/** More than this hide the page that they explain. */
const maxPinned = 3;

export function createDeck({
  view,
  marks,
  transport,
  answers,
  boxOf,
  isPointerIn,
  onDrawn,
  onClosed,
  onGuestLeft,
}: {
  view: Window;
  marks: MarkSource;
  transport: CardTransport;
  answers: Answers;
  /** the line of a word that its card hangs from; undefined where it is not drawn any more */
  boxOf: (mark: MarkedWord) => Box | undefined;
  isPointerIn: (box: Box) => boolean;
  /** the open card was drawn, here or elsewhere than before */
  onDrawn: (card: Card) => void;
  /** no card is open any more, or a pinned one is open again */
  onClosed: (reopened?: Card) => void;
  /** A row of cards that began in another frame is closed here: that one gives focus and scroll back, or forgets them: the reader went on. */
  onGuestLeft: (then: 'restore' | 'forget') => void;
}): Deck {
  let open: Card | undefined;
  let pinned: Card[] = [];
  let place: RememberedPlace | undefined;
  let isGuest = false;
  const host = createCardHost({ view, onLost: forgetAll, onMoved: follow });

  function show({ mark, term, at, tone, form, by, doubt }: Parameters<Deck['show']>[0]): Card {
    const former = open;
    const layer = host.add(transport.tone?.() ?? tone);
    former?.remove('at once');
    marks.setOpen(mark, by);
    const card = createCard({
      layer,
      view,
      form,
      mark,
      marks,
      doubt,
      term,
      at,
      transport,
      answers,
      avoid: () => pinned.map((card) => card.box),
      pinning: { refusal: (words) => (pinned.length < maxPinned ? undefined : words.pinsFull(maxPinned)), pin, unpin },
      onDrawn: (card) => card === open && onDrawn(card),
      onClose: (card) => (card === open ? close() : removePinned(card)),
    });
    open = card;
    onDrawn(card);
    return card;
  }

  /** Takes the open card from its word; whether it also goes is the caller's. */
  function release(): Card | undefined {
    const card = open;
    open = undefined;
    marks.setOpen(undefined);
    return card;
  }

  function close(how: 'fading' | 'at once' = 'fading'): void {
    const card = release();
    if (!card) return;
    card.remove(how);
    restorePlace();
    onClosed();
  }

  function restorePlace(): void {
    const hasHost = isGuest;
    takeBack('restore');
    if (hasHost) onGuestLeft('restore');
  }

  function takeBack(then: 'restore' | 'forget'): void {
    const left = place;
    forgetPlace();
    if (then === 'restore') left?.restore();
  }

  function forgetPlace(): void {
    place = undefined;
    isGuest = false;
  }

  function remember({ isUnderway, isGuest: isFromElsewhere }: Row): RememberedPlace {
    if (!isUnderway) forgetPlace();
    isGuest ||= isFromElsewhere;
    place ??= rememberPlace(document, isFromElsewhere ? 'guest' : 'host');
    return place;
  }

  /** Takes the open card away and gives nothing back. */
  function drop(how: 'fading' | 'at once'): void {
    const card = release();
    card?.remove(how);
    if (card) onClosed();
  }

  function pin(card: Card): void {
    release();
    card.isPinned = true;
    pinned.push(card);
    onClosed();
    for (const each of pinned) each.draw();
  }

  /** The open card again: it goes when it is left. */
  function unpin(card: Card): void {
    release()?.remove('at once');
    pinned = pinned.filter((other) => other !== card);
    open = card;
    card.isPinned = false;
    marks.setOpen(card.mark, 'pointer');
    onClosed(card);
    for (const each of [card, ...pinned]) each.draw();
  }

  function removePinned(card: Card): void {
    const hadFocus = card.hasFocus();
    pinned = pinned.filter((other) => other !== card);
    card.remove('fading');
    if (hadFocus && !open) restorePlace();
    for (const other of pinned) other.draw();
  }

  /** The page took the host away: nothing is shown any more, and nothing of the reader's place is to be put back. */
  function forgetAll(): void {
    forgetPlace();
    pinned = [];
    if (release()) onClosed();
  }

  function follow(): void {
    for (const card of pinned) card.draw();
    if (!open?.mark) return;
    const at = boxOf(open.mark);
    const isInSight = at && at.y + at.height > 0 && at.y < viewportOf(view).height;
    if (at && (isInSight || open.hasFocus())) open.follow(at);
    else if (!at || !isPointerIn(open.box)) close();
  }

  return {
    host,
    get open() {
      return open;
    },
    get pinned() {
      return pinned;
    },
    show,
    close: () => close(),
    leave() {
      if (isGuest) onGuestLeft('forget');
      forgetPlace();
      drop('fading');
    },
    closeAll(how) {
      for (const card of pinned.splice(0)) card.remove(how);
      if (open) close(how);
      else restorePlace();
    },
    peel() {
      const card = open ?? pinned.find((card) => card.hasFocus());
      if (!card) return false;
      if (!card.back()) card === open ? close() : removePinned(card);
      return true;
    },
    follow,
    remember(row = { isUnderway: open !== undefined || pinned.some((card) => card.hasFocus()), isGuest: false }) {
      return remember(row);
    },
    leaveForFrame({ isUnderway }) {
      remember({ isUnderway, isGuest: false });
      // the other frame may draw its card in the same document
      drop('at once');
    },
    takeBack,
  };
}
