import { isWithin, parentOf } from './composed-tree';
import type { Mark } from './mark';

export interface NearnessWatch {
  add(mark: Mark): void;
  remove(mark: Mark): void;
  /** The mark stands, but may have been carried elsewhere with its block. */
  confirm(mark: Mark): void;
}

/** A watched element is split into its children when it holds more marks than this: one target a marked block costs 34 ms frames. */
const marksPerChunk = 48;
/** How far from the viewport marks are drawn, in viewports: a fast scroll must not overtake them. */
const reach = 1;

interface Chunk {
  element: Element;
  marks: Set<Mark>;
  isNear: boolean;
  /** the observer has not told yet */
  isAsked: boolean;
  /** its marks cannot be shared out among children */
  isWhole: boolean;
}

/** Tells which marks come near the viewport and which leave it, by watching as few elements as will do. */
export function watchNearness({
  onNear,
  onFar,
  signal,
}: {
  onNear(mark: Mark): void;
  onFar(mark: Mark): void;
  signal: AbortSignal;
}): NearnessWatch {
  const chunks = new Map<Element, Chunk>();
  /** elements that were watched once and had too many marks: their children are watched */
  const splitOnce = new WeakSet<Element>();
  const chunkOf = new Map<Mark, Chunk>();

  const margin = `${reach * 100}%`;
  // scrollMargin, where the browser knows it, reaches as far in scrolled boxes inside the page
  const observer = new IntersectionObserver(look, { rootMargin: margin, scrollMargin: margin } as IntersectionObserverInit);
  signal.addEventListener('abort', () => observer.disconnect());

  function look(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const chunk = chunks.get(target);
      if (!chunk) continue;
      chunk.isAsked = false;
      // a box is not its text: pages with `body { height: 100% }` overflow theirs, and what is positioned may lie anywhere
      const isOutside = !isIntersecting && [...chunk.marks].some((mark) => isBoxNear(mark.block));
      if (isOutside && !chunk.isWhole && split(chunk)) continue;
      setNear(chunk, isIntersecting || isOutside);
    }
  }

  function setNear(chunk: Chunk, isNear: boolean): void {
    chunk.isNear = isNear;
    for (const mark of chunk.marks) isNear ? onNear(mark) : onFar(mark);
  }

  function chunkAt(element: Element): Chunk {
    const known = chunks.get(element);
    if (known) return known;
    const chunk = { element, marks: new Set<Mark>(), isNear: false, isAsked: true, isWhole: false };
    chunks.set(element, chunk);
    observer.observe(element);
    return chunk;
  }

  function join(chunk: Chunk, mark: Mark): void {
    chunk.marks.add(mark);
    chunkOf.set(mark, chunk);
    if (chunk.isNear) onNear(mark);
    else askAgain(chunk);
    if (chunk.marks.size > marksPerChunk && !chunk.isWhole) split(chunk);
  }

  /** The observer tells of a target anew when it is taken up anew: the mark that came may lie outside of the box that was far. */
  function askAgain(chunk: Chunk): void {
    if (chunk.isAsked) return;
    chunk.isAsked = true;
    observer.unobserve(chunk.element);
    observer.observe(chunk.element);
  }

  function leave(chunk: Chunk, mark: Mark): void {
    chunk.marks.delete(mark);
    chunkOf.delete(mark);
    if (chunk.marks.size === 0) stop(chunk);
  }

  function stop({ element }: Chunk): void {
    chunks.delete(element);
    observer.unobserve(element);
  }

  /** Hands the marks to the children they stand in, each of which tells soon how near it is. False where that cannot be done. */
  function split(chunk: Chunk): boolean {
    const { element } = chunk;
    splitOnce.add(element);
    for (const mark of [...chunk.marks]) {
      const child = partOf(element, mark.block);
      if (child === element) continue;
      // what was drawn stays so until the child has told
      chunk.marks.delete(mark);
      join(chunkAt(child), mark);
    }
    chunk.isWhole = chunk.marks.size > 0;
    if (!chunk.isWhole) stop(chunk);
    return !chunk.isWhole;
  }

  function add(mark: Mark): void {
    let at: Element | null = mark.block;
    while (at && !chunks.has(at) && !splitOnce.has(at)) at = parentOf(at);
    const { body, documentElement } = mark.block.ownerDocument;
    const top = at ?? (body && isWithin(body, mark.block) ? body : documentElement);
    join(chunkAt(splitOnce.has(top) ? partOf(top, mark.block) : top), mark);
  }

  function remove(mark: Mark): void {
    const chunk = chunkOf.get(mark);
    if (chunk) leave(chunk, mark);
  }

  return {
    add,
    remove,
    confirm(mark) {
      const chunk = chunkOf.get(mark);
      if (!chunk || isWithin(chunk.element, mark.block)) return;
      leave(chunk, mark);
      add(mark);
    },
  };
}

function isBoxNear(block: Element): boolean {
  const { top, bottom, left, right } = block.getBoundingClientRect();
  if (top === bottom && left === right) return false;
  return (
    bottom >= -reach * innerHeight && top <= (1 + reach) * innerHeight && right >= -reach * innerWidth && left <= (1 + reach) * innerWidth
  );
}

/** The child of an element that a block stands in; the element itself where that child has no box, which no observer sees. */
function partOf(element: Element, block: Element): Element {
  if (block === element) return element;
  let at = block;
  for (let parent = parentOf(at); parent && parent !== element; parent = parentOf(at)) at = parent;
  return getComputedStyle(at).display === 'contents' ? element : at;
}
