/** Which line stays visible behind a word: the tone for light ground, for dark ground, or the text's own colour on mid greys. */
export type Tone = 'light' | 'dark' | 'text';

/**
 * Luminances between which neither tone reaches 3:1: the light one (#0a7a78) needs a ground above 0.57, the dark one (#6fc4bb) one
 * below 0.12. Computed by WCAG's formula from their luminances 0.157 and 0.469.
 */
const lightGround = 0.57;
const darkGround = 0.12;

export interface Tones {
  /** Measures the ground behind an element, once: the first opaque background above it, else the canvas. */
  toneBehind(element: Element): Tone;
  /** The ground may have another colour now. */
  forget(): void;
}

export function createTones(): Tones {
  let known = new WeakMap<Element, Tone>();
  let canvas: number | undefined;

  function luminanceBehind(element: Element): number {
    for (let at: Element | null = element; at; at = at.parentElement ?? hostOf(at)) {
      const style = getComputedStyle(at);
      // a picture's brightness cannot be read: the author chose the text's colour against it
      if (style.backgroundImage !== 'none' && style.backgroundImage.includes('url('))
        return 1 - luminanceOf(getComputedStyle(element).color, 0.5);
      const ground = luminanceOf(style.backgroundColor);
      if (ground !== undefined) return ground;
    }
    canvas ??= isDarkCanvas() ? 0.01 : 1;
    return canvas;
  }

  function measure(element: Element): Tone {
    const luminance = luminanceBehind(element);
    if (luminance >= lightGround) return 'light';
    return luminance <= darkGround ? 'dark' : 'text';
  }

  return {
    toneBehind(element) {
      const tone = known.get(element) ?? measure(element);
      known.set(element, tone);
      return tone;
    },
    forget() {
      known = new WeakMap();
      canvas = undefined;
    },
  };
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Relative luminance (WCAG 2.2) of a computed colour; `fallback` for a mostly transparent one or a notation that is not rgb. */
function luminanceOf(color: string, fallback: number): number;
function luminanceOf(color: string): number | undefined;
function luminanceOf(color: string, fallback?: number): number | undefined {
  const [red, green, blue, alpha = 1] = (/^rgba?\(([^)]+)\)/.exec(color)?.[1] ?? '').split(/[\s,/]+/).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return fallback;
  const linear = (channel: number) => (channel <= 10.31 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function isDarkCanvas(): boolean {
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return scheme.includes('dark') && (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
}
