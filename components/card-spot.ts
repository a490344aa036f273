import { type Box, gap, keepInView, type Placement, placeCard } from '../core/place-card';

/** Where one card lies: at its word, where the reader put it, or, as a sheet, where the style sheet has it. Lengths are CSS px of the viewport. */
export interface CardSpot {
  /** where it was drawn last */
  readonly box: Box;
  /** the side of the word that a card is painted for before it is measured */
  readonly side: Placement['side'];
  /** It hangs from this line of its word now. True where that moves it. */
  hang(word: Box): boolean;
  /** The reader has taken it: it stays where it is, whatever becomes of its word. */
  stay(): void;
  /** Puts what has been painted where it belongs; paints it again where that is on another side of the word. */
  settle(paint: (side: Placement['side']) => void): void;
  moveBy(x: number, y: number): void;
}

export function createCardSpot({
  mount,
  view,
  form,
  word: firstWord,
  avoid,
}: {
  mount: HTMLElement;
  view: Window;
  form: 'card' | 'sheet';
  word: Box;
  avoid: () => readonly Box[];
}): CardSpot {
  let word = firstWord;
  let isAtWord = true;
  let box: Box = { ...firstWord, width: 0, height: 0 };

  function measure(): void {
    const { x, y, width, height } = mount.getBoundingClientRect();
    box = { x, y, width, height };
  }

  function moveTo({ x, y }: { x: number; y: number }): void {
    mount.style.left = `${x}px`;
    mount.style.top = `${y}px`;
    measure();
  }

  return {
    get box() {
      return box;
    },
    get side() {
      return isAtWord ? 'below' : 'beside';
    },
    hang(place) {
      word = place;
      return isAtWord;
    },
    stay() {
      isAtWord = false;
    },
    settle(paint) {
      mount.style.removeProperty('--room');
      measure();
      if (form === 'sheet') return;
      const viewport = viewportOf(view);
      if (!isAtWord) {
        moveTo(keepInView({ at: box, card: box, viewport }));
        return;
      }
      const { x, y, side, height } = placeCard({ word, card: box, viewport, avoid: avoid() });
      if (side !== 'below') paint(side);
      if (height < box.height) mount.style.setProperty('--room', `${height}px`);
      mount.style.setProperty('--drop', `${Math.min(Math.max(word.x + word.width / 2 - x, 12), box.width - 12)}px`);
      moveTo({ x, y });
    },
    moveBy(x, y) {
      moveTo(keepInView({ at: { x: box.x + x, y: box.y + y }, card: box, viewport: viewportOf(view) }));
    },
  };
}

export function viewportOf(view: Window): { width: number; height: number } {
  return { width: view.document.documentElement.clientWidth || view.innerWidth, height: view.innerHeight };
}

/** The card's box and the drop to its word, which a pointer may cross. */
export function reachOf({ x, y, width, height }: Box): Box {
  return { x, y: y - gap, width, height: height + 2 * gap };
}
