import cardCss from '../assets/card.css?inline';
import partsCss from '../assets/parts.css?inline';
import tokensCss from '../assets/tokens.css?inline';

/** The one element of ours in a document, and only while something is shown. */
export interface CardHost {
  /** where the card is rendered into */
  mount: HTMLElement;
  element: HTMLElement;
  remove(): void;
}

const hostCss = `
:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; inline-size: 0 !important; block-size: 0 !important;
  margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important; display: block !important; background: none !important;
  z-index: 2147483647 !important; pointer-events: none !important; font-size: medium !important; }
:host::backdrop { display: none !important; }
.layer { position: fixed; inset: 0 auto auto 0; pointer-events: auto; animation: rise var(--lw-rise) var(--lw-ease); }
.layer.fresh { pointer-events: none; }
@keyframes rise { from { opacity: 0; translate: 0 var(--lw-rise-by); } }
@media print { :host { display: none !important; } }
`;

/**
 * Puts up `<little-whale>` with a closed shadow root, above everything: under the root element (never `<body>`: React owns that),
 * or inside the topmost modal dialog or fullscreen element, because a modal makes everything outside it inert. As a manual popover it
 * lies in the top layer, out of reach of the page's stacking, transforms and zooms.
 */
export function mountCardHost(tone: 'light' | 'dark'): CardHost {
  const element = document.createElementNS('http://www.w3.org/1999/xhtml', 'little-whale') as HTMLElement;
  const root = element.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [createSheet()];
  const mount = document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
  mount.className = 'layer fresh';
  mount.style.colorScheme = tone;
  root.append(mount);
  parentForCard().append(element);
  element.popover = 'manual';
  element.showPopover();
  // 1rem in our tokens is what the reader chose in the browser, not what the page made of `html`
  mount.style.setProperty('--lw-rem', getComputedStyle(element).fontSize);
  return { mount, element, remove: () => element.remove() };
}

function parentForCard(): Element {
  const modals = [...document.querySelectorAll('dialog:modal')];
  return document.fullscreenElement ?? modals.at(-1) ?? document.documentElement;
}

function createSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
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
