import type { Box } from '../core/place-card';

/** The document that cards are drawn in, and where the places of this one lie in it. */
export interface Ground {
  view: Window;
  toGround(box: Box): Box;
}

/** A card at its largest and the room around it, in px: a frame that is smaller has its cards drawn in the top document, if it may. */
const roomy = { width: 396, height: 576 };
/** A frame of another site that is smaller than this, in px, has no room for a card that is asked for. */
const tiny = { width: 320, height: 240 };

/** The top document for a small frame of the same origin, else the document of this code. */
export function findGround(): Ground {
  const isRoomy = innerWidth >= roomy.width && innerHeight >= roomy.height;
  const top = window === window.top || isRoomy ? undefined : topOfSameOrigin();
  return top ? { view: top, toGround } : { view: window, toGround: (box) => box };
}

export function isTooSmall({ view }: Ground): boolean {
  return view === window && window !== window.top && (innerWidth < tiny.width || innerHeight < tiny.height);
}

function topOfSameOrigin(): Window | undefined {
  try {
    for (let view: Window = window; view !== view.parent; view = view.parent) if (!view.frameElement) return undefined;
    return window.top?.document.documentElement.localName === 'html' ? window.top : undefined;
  } catch {
    return undefined;
  }
}

/** Up through the frames, which may be scaled by a transform. */
function toGround(box: Box): Box {
  let { x, y, width, height } = box;
  for (let view: Window = window; view !== view.parent; view = view.parent) {
    const frame = view.frameElement as HTMLElement | null;
    if (!frame) break;
    const outer = frame.getBoundingClientRect();
    const [across, down] = [outer.width / (frame.offsetWidth || 1), outer.height / (frame.offsetHeight || 1)];
    x = outer.x + (frame.clientLeft + x) * across;
    y = outer.y + (frame.clientTop + y) * down;
    width *= across;
    height *= down;
  }
  return { x, y, width, height };
}
