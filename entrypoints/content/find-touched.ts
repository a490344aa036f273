import { parentOf } from './parent-of';
import { blockOf, isInline } from './text-context';

/** What has to be read again. Nothing in `whole` is inside another of it, and no block of `own` is inside of `whole`. */
export interface Touched {
  /** nodes that came: all in them is read */
  whole: Node[];
  /** blocks whose own inline text changed */
  own: Node[];
  /** inline elements that came: they may bring shadow roots */
  inline: Element[];
}

/** Yields now and then: a burst may have left thousands of records. */
export function* findTouched(records: readonly MutationRecord[]): Generator<void, Touched> {
  const whole = new Set<Node>();
  const own = new Set<Node>();
  const inline: Element[] = [];
  let count = 0;
  for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
    if (++count % 64 === 0) yield;
    // two texts may have been joined or parted by whatever came or went between them; a text that went may be blank only since then
    if (
      type === 'characterData' ||
      [...addedNodes, previousSibling, nextSibling].some(bearsText) ||
      [...removedNodes].some((node) => node instanceof Text || bearsText(node))
    )
      own.add(blockOf(target));
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      if (!isInline(node.localName)) whole.add(node);
      else {
        // its text belongs to the block around it; the blocks in it are read by themselves
        inline.push(node);
        for (const element of node.querySelectorAll('*')) if (!isInline(element.localName)) whole.add(element);
      }
    }
  }
  yield;
  const isOutermost = (node: Node) => !hasAncestorIn(node, whole);
  return {
    whole: [...whole].filter(isOutermost),
    own: [...own].filter((node) => node.isConnected && isOutermost(node) && !whole.has(node)),
    inline,
  };
}

function bearsText(node: Node | null): boolean {
  return node instanceof Element ? isInline(node.localName) : node instanceof Text && /\S/.test(node.data);
}

function hasAncestorIn(node: Node, nodes: ReadonlySet<Node>): boolean {
  for (let at = parentOf(node); at; at = parentOf(at)) if (nodes.has(at)) return true;
  return false;
}
