import type { OpenedBy } from '../../core/mark-source';
import type { MarkStyle } from '../../core/read-marking';
import { createAdoptedStyles } from './adopt-styles';
import type { Mark } from './mark';
import { createTones, type Tone } from './tone-behind';
import { watchNearness } from './watch-nearness';

export interface Highlighter {
  add(mark: Mark): void;
  remove(mark: Mark): void;
  confirm(mark: Mark): void;
  setOpen(mark: Mark | undefined, by?: OpenedBy): void;
  toneOf(mark: Mark): Tone;
  /** Lets the marks of these terms glow, now and when they come near. */
  setGlow(terms: ReadonlySet<number>): void;
  setStyle(style: MarkStyle): void;
  /** Puts back what the page has cleared. Costs 1 µs when nothing is missing. */
  restore(): void;
  /** Measures the ground again and draws in the tones that fit. */
  redraw(): void;
  /** The page may have grown. */
  measurePage(): void;
}

type Name = `little-whale-${`${MarkStyle}-${Tone}` | `open-${Tone}` | `open-keys-${Tone}` | `glow-${Tone}`}`;
const names: readonly Name[] = [
  ...(['line', 'dots', 'wash'] as const).flatMap((style) =>
    (['light', 'dark', 'text'] as const).map((tone) => `little-whale-${style}-${tone}` as const),
  ),
  'little-whale-open-light',
  'little-whale-open-dark',
  'little-whale-open-keys-light',
  'little-whale-open-keys-dark',
  'little-whale-glow-light',
  'little-whale-glow-dark',
];

/**
 * On a page of more elements than this, marks are a tint, whatever the reader chose: a decoration in `::highlight` makes Chromium measure the
 * overflow of the whole painting layer again in each frame that changes the DOM, 0.6 µs an element (`entrypoints/content/DECISIONS.md`).
 */
const mostForLines = 6000;
/** Only Firefox gives its content scripts this property; its lines cost nothing. */
const isFirefox = 'openOrClosedShadowRoot' in Element.prototype;

/**
 * Draws marks through `CSS.highlights`, and only those near the viewport: Chromium revalidates every registered range on every frame
 * (4,000 ranges cost 24 ms a frame, 50 none). Ranges are static: live ones tax each DOM change of the page.
 */
export function createHighlighter({ style, signal }: { style: MarkStyle; signal: AbortSignal }): Highlighter {
  const highlights = new Map<Name, Highlight>();
  const styles = createAdoptedStyles(signal);
  const drawn = new Map<Mark, { range: StaticRange; highlight: Highlight }>();
  const counts = new Map<Highlight, number>();
  const tones = createTones();
  const toneOf = ({ block }: Mark) => tones.toneBehind(block);
  let chosen = style;
  let isLarge = false;
  let drawnAs = style;
  let glowing: ReadonlySet<number> = new Set();
  let open: { highlight: Highlight; range: StaticRange } | undefined;
  /** drawn without a line of its own, which would fill the gap of the double one */
  let bare: Mark | undefined;

  const nearness = watchNearness({ onNear: draw, onFar: forget, signal });

  function draw(mark: Mark): void {
    if (drawn.has(mark) || mark === bare) return;
    const highlight = highlightOf(`little-whale-${drawnAs}-${toneOf(mark)}`);
    const range = rangeOf(mark);
    highlight.add(range);
    counts.set(highlight, (counts.get(highlight) ?? 0) + 1);
    drawn.set(mark, { range, highlight });
    if (glowing.has(mark.term)) glowOf(mark).add(range);
    styles.adopt(mark.block.getRootNode());
    styles.adopt(mark.start.getRootNode());
  }

  function erase(mark: Mark): void {
    const held = drawn.get(mark);
    if (!held) return;
    held.highlight.delete(held.range);
    for (const name of ['little-whale-glow-light', 'little-whale-glow-dark'] as const) highlights.get(name)?.delete(held.range);
    counts.set(held.highlight, (counts.get(held.highlight) ?? 1) - 1);
    drawn.delete(mark);
  }

  function forget(mark: Mark): void {
    if (mark === bare) bare = undefined;
    erase(mark);
  }

  const glowOf = (mark: Mark) => highlightOf(`little-whale-glow-${groundOf(mark)}`);
  const groundOf = (mark: Mark) => (toneOf(mark) === 'dark' ? 'dark' : 'light');

  function drawAgain(): void {
    for (const mark of [...drawn.keys()]) {
      erase(mark);
      draw(mark);
    }
  }

  /** Made when first something is drawn so: most pages need one or two. */
  function highlightOf(name: Name): Highlight {
    const known = highlights.get(name);
    if (known) return known;
    const made = new Highlight();
    if (name.includes('open')) made.priority = 1;
    highlights.set(name, made);
    CSS.highlights.set(name, made);
    return made;
  }

  function register(): void {
    for (const [name, highlight] of highlights) if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
  }

  function measurePage(): void {
    // not the length: the browser would count all of them, 3.5 ms for 62,000
    isLarge ||= !isFirefox && document.getElementsByTagName('*')[mostForLines] !== undefined;
    const next = isLarge ? 'wash' : chosen;
    if (next === drawnAs) return;
    drawnAs = next;
    drawAgain();
  }

  // the ranges of an earlier copy of this extension go
  for (const name of names) CSS.highlights.delete(name);
  measurePage();
  signal.addEventListener('abort', () => {
    for (const [name, highlight] of highlights) if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  });

  return {
    add: nearness.add,
    confirm: nearness.confirm,
    remove(mark) {
      nearness.remove(mark);
      forget(mark);
    },
    toneOf,
    setStyle(next) {
      chosen = next;
      measurePage();
    },
    setGlow(terms) {
      glowing = terms;
      drawAgain();
    },
    setOpen(mark, by) {
      if (open) open.highlight.delete(open.range);
      open = mark && {
        highlight: highlightOf(`little-whale-open-${by === 'keys' ? 'keys-' : ''}${groundOf(mark)}`),
        range: rangeOf(mark),
      };
      if (open) open.highlight.add(open.range);
      const dressed = bare;
      bare = undefined;
      if (dressed) draw(dressed);
      if (mark && by === 'keys' && drawn.has(mark)) {
        erase(mark);
        bare = mark;
      }
    },
    restore() {
      register();
      const isEmptied = [...counts].some(([highlight, count]) => highlight.size !== count);
      if (isEmptied) {
        for (const highlight of counts.keys()) highlight.clear();
        drawAgain();
      }
    },
    redraw() {
      tones.forget();
      drawAgain();
    },
    measurePage,
  };
}

function rangeOf({ start, startOffset, end, endOffset }: Mark): StaticRange {
  return new StaticRange({ startContainer: start, startOffset, endContainer: end, endOffset });
}
