import { render } from 'preact';
import type { KnownDate } from '../core/dates';
import type { CardContent } from '../core/explain-term';
import type { MarkedWord, MarkSource } from '../core/mark-source';
import type { Box, Placement } from '../core/place-card';
import { chooseStrings } from '../core/strings/choose-strings';
import type { Strings } from '../core/strings/en';
import { awaitBack } from './await-back';
import type { CardLayer } from './card-host';
import { createCardSpot } from './card-spot';
import type { Answer, Answers, CardTransport, WordInDoubt } from './card-transport';
import { createSenseTalk } from './create-sense-talk';
import { moveByTitle } from './move-by-title';
import { swipeDown } from './swipe-down';
import { TermCard } from './TermCard';

export interface Card {
  readonly mark: MarkedWord | undefined;
  readonly layer: CardLayer;
  /** the term that it shows now, and how many it shows the way back to */
  readonly term: string;
  readonly depth: number;
  isPinned: boolean;
  /** where it lies now */
  readonly box: Box;
  draw(): void;
  /** Draws it at another place of its word. */
  follow(at: Box): void;
  /** One card back on the way down; false on the first. */
  back(): boolean;
  say(text: string): void;
  focusHeading(): void;
  hasFocus(): boolean;
  remove(how: 'fading' | 'at once'): void;
}

/** A click in the first moments, in ms, was meant for the page below. */
const ghostTime = 120;

export function createCard({
  layer,
  view,
  form,
  mark,
  marks,
  doubt,
  term: firstTerm,
  at,
  transport,
  answers,
  avoid,
  pinning,
  onDrawn,
  onClose,
}: {
  layer: CardLayer;
  view: Window;
  /** beside its word, or a sheet at the lower edge of a phone */
  form: 'card' | 'sheet';
  mark: MarkedWord | undefined;
  marks: MarkSource;
  /** a word that the reader asked for and that may mean something else: it is asked first which */
  doubt: WordInDoubt | undefined;
  term: string;
  at: Box;
  transport: CardTransport;
  answers: Answers;
  /** what it must not cover */
  avoid: () => readonly Box[];
  pinning: { refusal: (words: Strings) => string | undefined; pin: (card: Card) => void; unpin: (card: Card) => void };
  onDrawn: (card: Card) => void;
  onClose: (card: Card) => void;
}): Card {
  const { mount } = layer;
  let term = firstTerm;
  let trail: string[] = [];
  let content: CardContent | undefined;
  let failure: string | undefined;
  let notice: string | undefined;
  const closing = form === 'sheet' ? awaitBack(view, () => onClose(card)) : undefined;
  const words = () => chooseStrings(transport.language());
  const spot = createCardSpot({ mount, view, form, word: at, avoid });
  const talk = createSenseTalk({
    mark,
    marks,
    doubt,
    term: firstTerm,
    transport,
    onStage(stage) {
      draw();
      if (stage === 'done') mount.querySelector('button')?.focus({ preventScroll: true });
      else card.focusHeading();
    },
    onTerm: (next) => go({ term: next, trail: [] }),
    onFailure: () => card.say(words().settingsFailed),
    onClose: () => onClose(card),
  });

  const card: Card = {
    mark,
    layer,
    isPinned: false,
    get term() {
      return term;
    },
    get depth() {
      return trail.length;
    },
    get box() {
      return spot.box;
    },
    draw,
    follow(place) {
      if (spot.hang(place)) draw();
    },
    back() {
      if (trail.length === 0) return false;
      backTo(trail.length - 1);
      return true;
    },
    say(text) {
      notice = text;
      draw();
    },
    focusHeading: () => mount.querySelector('h2')?.focus({ preventScroll: true }),
    hasFocus: () => mount.contains((mount.getRootNode() as ShadowRoot).activeElement),
    remove(how) {
      closing?.destroy();
      layer.remove(how, () => render(null, mount));
    },
  };

  function take(answer: Answer | undefined): void {
    content = answer?.kind === 'card' ? answer.card : undefined;
    failure = answer?.kind === 'unknown' ? words().unknownTerm(answer.text) : undefined;
  }

  /** Asks for the rest of it where that is not known yet; a reply for a card that has gone on to another term is dropped. */
  async function fill(): Promise<void> {
    if (answers.known(term)) return;
    const asked = term;
    const isStale = () => term !== asked || !mount.isConnected;
    try {
      const answer = await answers.ask(asked);
      if (isStale()) return;
      take(answer);
    } catch {
      if (isStale()) return;
      failure = words().cardFailed;
    }
    draw();
  }

  function go(next: { term: string; trail: string[] }): void {
    ({ term, trail } = next);
    notice = undefined;
    take(answers.known(term));
    draw();
    card.focusHeading();
    void fill();
  }

  function backTo(depth: number): void {
    const next = trail[depth];
    if (next !== undefined) go({ term: next, trail: trail.slice(0, depth) });
  }

  function paintCard(side: Placement['side']) {
    const look = transport.firstLook(term);
    if (!look) return undefined;
    const language = transport.language();
    return (
      talk.paint({ look, year: content?.began.slice(0, 4) as KnownDate | undefined, language, words: words(), side }) ?? (
        <TermCard
          look={look}
          content={content}
          failure={failure}
          notice={notice}
          // only the first card of a word is about the word: those behind it are about what it tells of
          sense={trail.length === 0 ? talk.ofWord(language) : undefined}
          language={language}
          words={words()}
          side={side}
          trail={trail.map((id) => transport.firstLook(id)?.name[language] ?? id)}
          pin={form === 'sheet' ? undefined : { isPinned: card.isPinned, refusal: pinning.refusal(words()), onPin: togglePin }}
          onTerm={(next) => go({ term: next, trail: [...trail, term] })}
          onCrumb={backTo}
          onClose={() => onClose(card)}
          onChapter={() => void openChapter()}
        />
      )
    );
  }

  function draw(): void {
    // pinned once, it lies where the reader had it, not at its word
    if (card.isPinned) spot.stay();
    if (!transport.firstLook(term)) {
      onClose(card);
      return;
    }
    mount.classList.toggle('sheet', form === 'sheet');
    mount.dataset['edges'] = String(Math.min(trail.length, 2));
    const paint = (side: Placement['side']) => render(paintCard(side), mount);
    paint(spot.side);
    spot.settle(paint);
    onDrawn(card);
  }

  function togglePin(): void {
    const refusal = pinning.refusal(words());
    if (card.isPinned) pinning.unpin(card);
    else if (refusal === undefined) pinning.pin(card);
    else card.say(refusal);
  }

  async function openChapter(): Promise<void> {
    const told = content?.spot;
    if (!told) return;
    const opened = await transport.openChapter({ chapter: told.chapter, paragraph: told.paragraph }).catch(() => undefined);
    notice = opened === 'tab' ? words().openedInTab : opened === undefined ? words().cardFailed : undefined;
    if (mount.isConnected) draw();
  }

  if (form === 'sheet') swipeDown({ mount, onAway: () => onClose(card) });
  else
    moveByTitle({
      mount,
      begin() {
        togglePin();
        return card.isPinned;
      },
      isPinned: () => card.isPinned,
      moveBy(x, y) {
        spot.moveBy(x, y);
        onDrawn(card);
      },
    });
  take(answers.known(term));
  draw();
  setTimeout(() => mount.classList.remove('fresh'), ghostTime);
  void fill();
  return card;
}
