import { parentOf } from './composed-tree';

/** False for text that takes no place on the page: `display: none`, a closed `<details>`. */
export function isRendered(element: Element): boolean {
  if (element.checkVisibility()) return true;
  // an element without a box of its own counts as not rendered there, but its text is
  const parent = parentOf(element);
  return parent !== null && getComputedStyle(element).display === 'contents' && isRendered(parent);
}

export interface RenderingWatch<T> {
  /** Tells of an item once, when the element that hides it is shown near the viewport. */
  add(element: Element, item: T): void;
  /** Lets go of what has left the document. */
  sweep(): void;
}

/** Waits for text to be shown: one observed element, the outermost one that hides it, for all that it hides. */
export function awaitRendering<T>({ onShown, signal }: { onShown: (items: Iterable<T>) => void; signal: AbortSignal }): RenderingWatch<T> {
  const waiting = new Map<Element, Set<T>>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const items = waiting.get(target);
        if (!isIntersecting || !items) continue;
        waiting.delete(target);
        observer.unobserve(target);
        onShown(items);
      }
    },
    { rootMargin: '100%' },
  );
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    add(element, item) {
      const hider = outermostHidden(element);
      const items = waiting.get(hider) ?? new Set();
      waiting.set(hider, items.add(item));
      observer.observe(hider);
    },
    sweep() {
      for (const element of waiting.keys()) {
        if (element.isConnected) continue;
        waiting.delete(element);
        observer.unobserve(element);
      }
    },
  };
}

function outermostHidden(element: Element): Element {
  let at = element;
  for (let parent = parentOf(at); parent && !isRendered(parent); parent = parentOf(at)) at = parent;
  return at;
}
