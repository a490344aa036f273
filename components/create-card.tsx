import { render } from 'preact';
import type { Language } from '../core/dates';
import type { CardContent } from '../core/explain-term';
import type { FirstLook } from '../core/first-look';
import type { MarkedWord, MarkSource } from '../core/mark-source';
import { type Box, gap, keepInView, type Placement, placeCard } from '../core/place-card';
import { chooseStrings } from '../core/strings/choose-strings';
import type { Strings } from '../core/strings/en';
import type { Verdict } from '../core/verdicts';
import type { CardLayer } from './card-host';
import { moveByTitle } from './move-by-title';
import { type Meaning, SenseChoice } from './SenseChoice';
import { SenseDone } from './SenseDone';
import type { SenseOfWord } from './SenseReasons';
import { swipeDown } from './swipe-down';
import { TermCard } from './TermCard';

/** What the card asks of the world around it; a rejection becomes a sentence on the card. */
export interface CardTransport {
  explain(
    question: { term: string } | { text: string },
  ): Promise<{ kind: 'card'; card: CardContent; doubt?: Doubt | undefined } | { kind: 'unknown'; text: string; nearest: string[] }>;
  openChapter(place: { chapter: number; paragraph: string }): Promise<'panel' | 'tab'>;
  /** a term by its id, or by its place in the pack's order */
  firstLook(term: string | number): FirstLook | undefined;
  language(): Language;
  /** how long a reader wants to rest before a card opens, in ms, where that is known */
  dwell?(): number;
  /** Keeps what the reader says of a term on this site, or takes it back; undefined where nothing decides what a word means. */
  remember?: ((said: { term: string; verdict: Verdict | undefined }) => Promise<void>) | undefined;
  /** what is said here is forgotten with the page */
  isPrivate?: boolean | undefined;
  /** light or dark where the reader wants all cards so; else the ground behind the word decides */
  tone?(): 'light' | 'dark' | undefined;
}

/** The text that was asked for is an everyday word too, and these terms could be meant beside the first. */
export interface Doubt {
  others: readonly string[];
}

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
  remove(): void;
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
  at: firstAt,
  transport,
  ask,
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
  doubt: (Doubt & { word: string }) | undefined;
  term: string;
  at: Box;
  transport: CardTransport;
  ask: (term: string) => ReturnType<CardTransport['explain']>;
  /** what it must not cover */
  avoid: () => readonly Box[];
  pinning: { refusal: (words: Strings) => string | undefined; pin: (card: Card) => void; unpin: (card: Card) => void };
  onDrawn: (card: Card) => void;
  onClose: (card: Card) => void;
}): Card {
  const { mount } = layer;
  let at = firstAt;
  let term = firstTerm;
  let trail: string[] = [];
  let content: CardContent | undefined;
  let failure: string | undefined;
  let notice: string | undefined;
  /** the card of a term, the question what the word means, or what became of the answer */
  let stage: 'card' | 'question' | 'done' = doubt ? 'question' : 'card';
  const word = mark?.word ?? doubt?.word ?? '';
  /** pinned once, it lies where the reader had it, not at its word */
  let isAtWord = true;
  let box: Box = { ...firstAt, width: 0, height: 0 };
  const closing = form === 'sheet' ? awaitBack(view, () => onClose(card)) : undefined;
  const words = () => chooseStrings(transport.language());

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
      return box;
    },
    draw,
    follow(place) {
      at = place;
      if (isAtWord) draw();
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
    remove() {
      closing?.destroy();
      render(null, mount);
      layer.remove();
    },
  };

  /** Asks for the rest of it; a reply for a card that has gone on to another term is dropped. */
  async function fill(): Promise<void> {
    const asked = term;
    const isStale = () => term !== asked || !mount.isConnected;
    try {
      const answer = await ask(asked);
      if (isStale()) return;
      content = answer.kind === 'card' ? answer.card : undefined;
      failure = answer.kind === 'unknown' ? words().unknownTerm(answer.text) : undefined;
    } catch {
      if (isStale()) return;
      failure = words().cardFailed;
    }
    draw();
  }

  function go(next: { term: string; trail: string[] }): void {
    ({ term, trail } = next);
    content = failure = notice = undefined;
    draw();
    card.focusHeading();
    void fill();
  }

  function backTo(depth: number): void {
    const next = trail[depth];
    if (next !== undefined) go({ term: next, trail: trail.slice(0, depth) });
  }

  function paintStage({ look, language, side }: { look: FirstLook; language: Language; side: Placement['side'] }) {
    if (stage === 'done')
      return <SenseDone name={look.name[language]} word={word} language={language} words={words()} onUndo={() => answer(undefined)} />;
    if (stage === 'question')
      return (
        <SenseChoice
          word={word}
          meanings={meaningsOf(look)}
          isPrivate={transport.isPrivate === true}
          language={language}
          words={words()}
          side={side}
          onNone={() => answer('never')}
          onClose={() => onClose(card)}
        />
      );
    return (
      <TermCard
        look={look}
        content={content}
        failure={failure}
        notice={notice}
        sense={senseOfWord(language)}
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
    );
  }

  /** Only the first card of a word is about the word: those behind it are about what it tells of. */
  function senseOfWord(language: Language): SenseOfWord | undefined {
    if (!mark || trail.length > 0 || !transport.remember || !marks.why) return undefined;
    return {
      word,
      why: () => marks.why?.(mark),
      nameOf: (number) => transport.firstLook(number)?.name[language] ?? '',
      onNot: () => show('question'),
    };
  }

  function meaningsOf(look: FirstLook): Meaning[] {
    const first = {
      look,
      year: content?.began.slice(0, 4),
      note: mark ? words().senses.alwaysHere : '',
      onChoose: () => (mark ? answer('always') : show('card')),
    };
    const others = (doubt?.others ?? []).flatMap((id) => transport.firstLook(id) ?? []);
    return [
      first,
      ...others.map((other) => ({
        look: other,
        note: '',
        onChoose() {
          stage = 'card';
          go({ term: other.id, trail: [] });
        },
      })),
    ];
  }

  function show(next: typeof stage): void {
    stage = next;
    draw();
    if (next === 'done') mount.querySelector('button')?.focus({ preventScroll: true });
    else card.focusHeading();
  }

  /** What the reader said is kept; where it cannot be, the card says so. */
  function answer(verdict: Verdict | undefined): void {
    const kept = transport.remember?.({ term: firstTerm, verdict });
    if (verdict === 'never') marks.setOpen(undefined);
    else marks.setOpen(mark);
    show(verdict === 'never' ? 'done' : verdict === undefined && doubt ? 'question' : 'card');
    kept?.catch(() => {
      stage = 'card';
      card.say(words().settingsFailed);
    });
  }

  function draw(): void {
    if (card.isPinned) isAtWord = false;
    const look = transport.firstLook(term);
    if (!look) {
      onClose(card);
      return;
    }
    const language = transport.language();
    mount.classList.toggle('sheet', form === 'sheet');
    mount.dataset['edges'] = String(Math.min(trail.length, 2));
    const paint = (side: Placement['side']) => render(paintStage({ look, language, side }), mount);
    paint(isAtWord ? 'below' : 'beside');
    if (form === 'card') place(paint);
    else measure();
    onDrawn(card);
  }

  function place(paint: (side: Placement['side']) => void): void {
    mount.style.removeProperty('--room');
    measure();
    const viewport = viewportOf(view);
    if (!isAtWord) {
      moveTo(keepInView({ at: box, card: box, viewport }));
      return;
    }
    const { x, y, side, height } = placeCard({ word: at, card: box, viewport, avoid: avoid() });
    if (side !== 'below') paint(side);
    if (height < box.height) mount.style.setProperty('--room', `${height}px`);
    mount.style.setProperty('--drop', `${Math.min(Math.max(at.x + at.width / 2 - x, 12), box.width - 12)}px`);
    moveTo({ x, y });
  }

  function moveTo({ x, y }: { x: number; y: number }): void {
    mount.style.left = `${x}px`;
    mount.style.top = `${y}px`;
    measure();
  }

  function measure(): void {
    const { x, y, width, height } = mount.getBoundingClientRect();
    box = { x, y, width, height };
  }

  function togglePin(): void {
    const refusal = pinning.refusal(words());
    if (card.isPinned) pinning.unpin(card);
    else if (refusal === undefined) pinning.pin(card);
    else card.say(refusal);
  }

  async function openChapter(): Promise<void> {
    const spot = content?.spot;
    if (!spot) return;
    const opened = await transport.openChapter({ chapter: spot.chapter, paragraph: spot.paragraph }).catch(() => undefined);
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
        moveTo(keepInView({ at: { x: box.x + x, y: box.y + y }, card: box, viewport: viewportOf(view) }));
        onDrawn(card);
      },
    });
  draw();
  setTimeout(() => mount.classList.remove('fresh'), ghostTime);
  void fill();
  return card;
}

export function viewportOf(view: Window): { width: number; height: number } {
  return { width: view.document.documentElement.clientWidth || view.innerWidth, height: view.innerHeight };
}

/** The card's box and the drop to its word, which a pointer may cross. */
export function reachOf({ x, y, width, height }: Box): Box {
  return { x, y: y - gap, width, height: height + 2 * gap };
}

/** Android's Back is a close request, where the browser has those: Firefox has none, and there Back leaves the page and its sheet with it. */
function awaitBack(view: Window, onBack: () => void): { destroy(): void } | undefined {
  const { CloseWatcher } = view as { CloseWatcher?: new () => EventTarget & { destroy(): void } };
  const watcher = CloseWatcher && new CloseWatcher();
  watcher?.addEventListener('close', onBack);
  return watcher;
}
