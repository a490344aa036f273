import cardCss from '../assets/card.css?inline';
import partsCss from '../assets/parts.css?inline';
import tokensCss from '../assets/tokens.css?inline';

/** One card's place in the host. */
export interface CardLayer {
  /** where the card is rendered into */
  readonly mount: HTMLElement;
  /** Takes it away, to be seen fading or at once, and tells when it is gone. */
  remove(how: 'fading' | 'at once', onGone: () => void): void;
}

/** The one element of ours in a document, and only while something is shown. */
export interface CardHost {
  element(): HTMLElement | undefined;
  /** Gets ready what every card needs: the style sheet takes 2 ms. */
  prepare(): void;
  /** Adds a layer over the others; the first one puts the host into the document. */
  add(tone: 'light' | 'dark'): CardLayer;
  /** Moves the host to where the reader can reach it: a dialog or fullscreen may have come or gone since. */
  settle(): void;
}

const hostCss = `
:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; inline-size: 0 !important; block-size: 0 !important;
  margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important; display: block !important; background: none !important;
  z-index: 2147483647 !important; pointer-events: none !important; font-size: medium !important; direction: ltr !important; }
:host::backdrop { display: none !important; }
@media print { :host { display: none !important; } }
`;

const html = 'http://www.w3.org/1999/xhtml';

/**
 * Puts up `<little-whale>` with a closed shadow root, above everything: under the root element (never `<body>`: React owns that),
 * or inside the topmost modal dialog or fullscreen element, because a modal makes everything outside it inert. As a manual popover it
 * lies in the top layer, out of reach of the page's stacking, transforms and zooms. `onLost`: the page took it away, and with it all
 * cards; `onMoved`: it hangs elsewhere now, so words and cards may lie differently.
 */
export function createCardHost({ view, onLost, onMoved }: { view: Window; onLost: () => void; onMoved: () => void }): CardHost {
  const { document } = view;
  let shown: { element: HTMLElement; root: ShadowRoot; layers: Set<HTMLElement> } | undefined;
  let sheet: CSSStyleSheet | undefined;
  /** how to let go at once of what is fading */
  const fading = new Set<() => void>();
  // an element that is taken out of the document, hidden, or whose dialog closes, has no size any more: nothing else tells
  const sizes = new ResizeObserver(check);

  function putUp(): NonNullable<typeof shown> {
    // that of a frame, or of a copy that is gone: there is one in a document, and its owner notices
    document.querySelector('little-whale')?.remove();
    const element = document.createElementNS(html, 'little-whale') as HTMLElement;
    const root = element.attachShadow({ mode: 'closed' });
    sheet ??= createSheet(view);
    root.adoptedStyleSheets = [sheet];
    element.addEventListener('toggle', check);
    for (const type of ['fullscreenchange', 'focusin', 'toggle']) document.addEventListener(type, settle, true);
    shown = { element, root, layers: new Set() };
    hang(shown.element);
    return shown;
  }

  function hang(element: HTMLElement): void {
    parentForCard(document).append(element);
    element.popover = 'manual';
    element.showPopover();
  }

  function takeDown(): void {
    for (const drop of [...fading]) drop();
    for (const type of ['fullscreenchange', 'focusin', 'toggle']) document.removeEventListener(type, settle, true);
    sizes.disconnect();
    shown?.element.remove();
    shown = undefined;
  }

  function check(): void {
    if (!shown) return;
    const { element } = shown;
    if (element.isConnected && element.matches(':popover-open') && element.checkVisibility()) return;
    if (element.parentElement && element.parentElement !== document.documentElement) settle();
    if (element.isConnected && element.matches(':popover-open')) return;
    takeDown();
    onLost();
  }

  function settle(): void {
    if (!shown?.element.parentElement || parentForCard(document) === shown.element.parentElement) return;
    const { element, root } = shown;
    const focused = root.activeElement as HTMLElement | null;
    hang(element);
    focused?.focus({ preventScroll: true });
    onMoved();
  }

  return {
    element: () => shown?.element,
    prepare: () => void (sheet ??= createSheet(view)),
    settle,
    add(tone) {
      for (const drop of fading) drop();
      const { root, layers, element } = shown ?? putUp();
      settle();
      const mount = document.createElementNS(html, 'div') as HTMLElement;
      mount.className = 'layer fresh';
      mount.style.colorScheme = tone;
      root.append(mount);
      // 1rem in our tokens is what the reader chose in the browser, not what the page made of `html`
      mount.style.setProperty('--lw-rem', view.getComputedStyle(element).fontSize);
      // and a page that zooms its root zooms what hangs under it
      const zoom = mount.currentCSSZoom;
      if (zoom && zoom !== 1) mount.style.zoom = String(1 / zoom);
      layers.add(mount);
      sizes.observe(mount);
      return {
        mount,
        remove(how, onGone) {
          let timer: ReturnType<typeof setTimeout> | undefined;
          const drop = () => {
            clearTimeout(timer);
            fading.delete(drop);
            sizes.unobserve(mount);
            layers.delete(mount);
            mount.remove();
            onGone();
            if (layers.size === 0 && shown?.layers === layers) takeDown();
          };
          const ms = how === 'fading' ? fade(mount) : 0;
          if (ms === 0) {
            drop();
            return;
          }
          fading.add(drop);
          timer = setTimeout(drop, ms);
        },
      };
    },
  };
}

/** Out of reach at once, out of sight in as many ms as it answers: none where the reader wants no motion. */
function fade(mount: HTMLElement): number {
  (mount.getRootNode() as ShadowRoot).querySelector<HTMLElement>(':focus')?.blur();
  mount.inert = true;
  mount.classList.add('leaving');
  return 1000 * Number.parseFloat(getComputedStyle(mount).animationDuration) || 0;
}

function parentForCard(document: Document): Element {
  const modals = [...document.querySelectorAll('dialog:modal')];
  return document.fullscreenElement ?? modals.at(-1) ?? document.documentElement;
}

function createSheet(view: Window): CSSStyleSheet {
  const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
  const css = [tokensCss.replace(/@font-face\s*\{[^}]*\}/g, ''), partsCss, cardCss, hostCss].join('\n');
  sheet.replaceSync(
    css
      .replace(/:root\[data-theme="(?:light|dark)"\]\s*\{[^}]*\}/g, '')
      .replaceAll(':root', ':host')
      .replace(/(^|[,}\s])(?:html|body)\b[^{}]*\{[^}]*\}/g, '$1')
      .replace(/(-?\d*\.?\d+)rem\b/g, 'calc($1 * var(--lw-rem, 16px))'),
  );
  return sheet;
}
