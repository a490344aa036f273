import { render } from 'preact';
import type { Language } from '../core/dates';
import type { CardContent } from '../core/explain-term';
import type { FirstLook } from '../core/first-look';
import { type Effect, type HoverEvent, idleHover, stepHover } from '../core/hover';
import type { MarkedWord, MarkSource } from '../core/mark-source';
import { type Box, gap, type Placement, placeCard } from '../core/place-card';
import { chooseStrings } from '../core/strings/choose-strings';
import { type CardHost, mountCardHost } from './card-host';
import { listenToReader } from './listen-to-reader';
import { TermCard } from './TermCard';

/** What the card asks of the world around it; a rejection becomes a sentence on the card. */
export interface CardTransport {
  explain(
    question: { term: string } | { text: string },
  ): Promise<{ kind: 'card'; card: CardContent } | { kind: 'unknown'; text: string; nearest: string[] }>;
  openChapter(place: { chapter: number; paragraph: string }): Promise<'panel' | 'tab'>;
  /** a term by its id, or by its place in the pack's order */
  firstLook(term: string | number): FirstLook | undefined;
  language(): Language;
}

export interface HoverCard {
  /** Opens the card of a word for a click or a key, with the focus in it. */
  openForMark(mark: MarkedWord): void;
  /** Opens the card of whatever a text means, at a box of the viewport, with the focus in it. False when nothing was found. */
  openForText(text: string, at: Box): Promise<boolean>;
  /** Opens the card of the mark after (1) or before (-1) the last one opened, or the first one in view. False when there is none. */
  step(by: 1 | -1): boolean;
  close(): void;
}

/** A click in the first moments was meant for the page below (see the interaction table: ghost). */
const ghostTime = 120;

interface Shown {
  mark: MarkedWord | undefined;
  at: Box;
  host: CardHost;
  trail: string[];
  term: string;
  content?: CardContent | undefined;
  failure?: string | undefined;
  notice?: string | undefined;
  focusBefore?: Element | null;
}

/** One card over the words of one document: hears the pointer and the keyboard, and shows what `stepHover` decides. */
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
  let shown: Shown | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const answers = new Map<string, ReturnType<CardTransport['explain']>>();

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

  function openForMark(mark: MarkedWord): void {
    const boxes = marks.rectsOf(mark);
    const pointer = state.trail.at(-1);
    const at = boxes.find((box) => pointer && pointer.y >= box.y - 4 && pointer.y <= box.y + box.height + 4) ?? boxes[0];
    if (at) open({ mark, term: termOf(mark), at, tone: marks.toneOf(mark) });
    else feed({ kind: 'closed', time: performance.now() });
  }

  function open({ mark, term, at, tone }: { mark: MarkedWord | undefined; term: string; at: Box; tone: 'light' | 'dark' }): void {
    shown?.host.remove();
    const host = mountCardHost(tone);
    shown = { mark, at, host, term, trail: [] };
    marks.setOpen(mark);
    draw();
    setTimeout(() => host.mount.classList.remove('fresh'), ghostTime);
    void fill(shown);
  }

  /** Fills a card in; a reply for a card that has gone on to another term is dropped. */
  async function fill(card: Shown): Promise<void> {
    const { term } = card;
    const words = chooseStrings(transport.language());
    try {
      const answer = await ask(term);
      if (shown !== card || card.term !== term) return;
      card.content = answer.kind === 'card' ? answer.card : undefined;
      card.failure = answer.kind === 'unknown' ? words.unknownTerm(answer.text) : undefined;
    } catch {
      if (shown !== card || card.term !== term) return;
      card.failure = words.cardFailed;
    }
    draw();
  }

  function draw(): void {
    if (!shown) return;
    const card = shown;
    const language = transport.language();
    const look = transport.firstLook(card.term);
    if (!look) {
      close();
      return;
    }
    const viewport = { width: document.documentElement.clientWidth || innerWidth, height: innerHeight };
    const paint = (side: Placement['side']) =>
      render(
        <TermCard
          look={look}
          content={card.content}
          failure={card.failure}
          notice={card.notice}
          language={language}
          words={chooseStrings(language)}
          side={side}
          trail={card.trail.map((term) => transport.firstLook(term)?.name[language] ?? term)}
          onTerm={(term) => go(card, [...card.trail, card.term], term)}
          onBack={() => back(card)}
          onClose={close}
          onChapter={() => void openChapter(card)}
        />,
        card.host.mount,
      );
    paint('below');
    const { width, height } = card.host.mount.getBoundingClientRect();
    const { x, y, side } = placeCard({ word: card.at, card: { width, height }, viewport });
    if (side !== 'below') paint(side);
    card.host.mount.style.insetBlockStart = `${y}px`;
    card.host.mount.style.insetInlineStart = 'auto';
    card.host.mount.style.left = `${x}px`;
    card.host.mount.style.setProperty('--drop', `${Math.min(Math.max(card.at.x + card.at.width / 2 - x, 12), width - 12)}px`);
    feed({ kind: 'opened', card: { x, y: y - gap, width, height: height + 2 * gap }, word: card.at, time: performance.now() });
  }

  function go(card: Shown, trail: string[], term: string): void {
    Object.assign(card, { trail, term, content: undefined, failure: undefined, notice: undefined });
    draw();
    void fill(card).then(() => card.host.mount.querySelector('h2')?.focus());
  }

  function back(card: Shown): void {
    const term = card.trail.at(-1);
    if (term !== undefined) go(card, card.trail.slice(0, -1), term);
  }

  async function openChapter(card: Shown): Promise<void> {
    const spot = card.content?.spot;
    if (!spot) return;
    const opened = await transport.openChapter({ chapter: spot.chapter, paragraph: spot.paragraph }).catch(() => undefined);
    const words = chooseStrings(transport.language());
    card.notice = opened === 'tab' ? words.openedInTab : opened === undefined ? words.cardFailed : undefined;
    if (shown === card) draw();
  }

  function focusHeading(): void {
    shown?.host.mount.querySelector('h2')?.focus({ preventScroll: true });
  }

  function close(): void {
    const card = shown;
    shown = undefined;
    marks.setOpen(undefined);
    if (!card) return;
    render(null, card.host.mount);
    card.host.remove();
    if (card.focusBefore instanceof HTMLElement || card.focusBefore instanceof SVGElement) card.focusBefore.focus({ preventScroll: true });
    feed({ kind: 'closed', time: performance.now() });
  }

  listenToReader({
    feed,
    close,
    back: () => (shown && shown.trail.length > 0 ? back(shown) : close()),
    isOpen: () => shown !== undefined,
    host: () => shown?.host.element,
    marks,
    signal,
  });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    close();
  });

  let lastOpened: MarkedWord | undefined;
  function step(by: 1 | -1): boolean {
    const list = marks.inOrder();
    const at = lastOpened ? list.indexOf(lastOpened) : -1;
    const inView = list.findIndex((mark) => (marks.rectsOf(mark)[0]?.y ?? -1) >= 0);
    const next = at >= 0 ? list[(at + by + list.length) % list.length] : list[Math.max(0, inView)];
    if (!next) return false;
    marks.reveal(next);
    openByHand(next);
    return true;
  }

  /** The focus goes into the card, and back to where it was when the last of a row of cards is closed. */
  function openByHand(mark: MarkedWord): void {
    const focusBefore = shown?.focusBefore ?? document.activeElement;
    state = { ...state, phase: { kind: 'open', mark } };
    openForMark(mark);
    lastOpened = mark;
    if (shown) shown.focusBefore = focusBefore;
    focusHeading();
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
      const focusBefore = document.activeElement;
      state = { ...state, phase: { kind: 'open', mark: undefined } };
      open({ mark: undefined, term: answer.card.term, at, tone: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light' });
      if (shown) shown.focusBefore = focusBefore;
      focusHeading();
      return true;
    },
  };
}
