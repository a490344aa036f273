import css from '../marks.css?inline';

export interface AdoptedStyles {
  adopt(root: Node): void;
}

/**
 * Chromium lets highlights inherit their style into shadow roots; Firefox does not, so there each root with marks in it gets the sheet.
 * Only Firefox gives its content scripts this property of elements.
 */
export function createAdoptedStyles(signal: AbortSignal): AdoptedStyles {
  if (!('openOrClosedShadowRoot' in Element.prototype)) return { adopt: () => {} };
  const roots = new Set<WeakRef<ShadowRoot>>();
  const known = new WeakSet<ShadowRoot>();
  let sheet: CSSStyleSheet | undefined;
  signal.addEventListener('abort', () => {
    for (const root of roots) {
      const live = root.deref();
      if (live) live.adoptedStyleSheets = live.adoptedStyleSheets.filter((other) => other !== sheet);
    }
  });
  return {
    adopt(root) {
      if (!(root instanceof ShadowRoot)) return;
      sheet ??= createSheet();
      // the page may have set a list of its own since
      if (known.has(root) && root.adoptedStyleSheets.includes(sheet)) return;
      if (!known.has(root)) roots.add(new WeakRef(root));
      known.add(root);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    },
  };
}

function createSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
