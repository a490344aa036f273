import { foldCode, isHanCode, isWordCode } from '../../core/fold-text';
import type { TextRun } from '../../platform/page-bridge';
import { parentOf } from './parent-of';
import { blockOf, createContexts, isInline, isUnseen, type OnElement } from './text-context';

/** A way through text nodes: each call gives the next one. */
type NextText = () => Text | null;

/** `NodeFilter.SHOW_TEXT` and `SHOW_CDATA_SECTION`, by their numbers: names cost every page their bytes. */
const readable = 4 | 8;
const showElement = 1;

/** All text below a node. A NodeIterator: it goes on when the node it stands on is taken away between two slices. */
export function textBelow(root: Node): NextText {
  const iterator = document.createNodeIterator(root, readable);
  return () => iterator.nextNode() as Text | null;
}

/** The inline text of a block alone, without that of the blocks in it. */
export function textOf(root: Node): NextText {
  const walker = document.createTreeWalker(root, readable | showElement, (node) => {
    if (!(node instanceof Element)) return 1; // FILTER_ACCEPT
    return isInline(node.localName) ? 3 : 2; // FILTER_SKIP, FILTER_REJECT
  });
  return () => walker.nextNode() as Text | null;
}

/** The text from the block of a node to the end of the root. */
export function textFrom(node: Node, root: Node): NextText {
  const walker = document.createTreeWalker(root, readable);
  walker.currentNode = blockOf(node);
  return () => walker.nextNode() as Text | null;
}

/**
 * Joins text nodes to runs, in document order: each call gives the next one. Touches text nodes and their parents only: in a new JS world
 * each touch of a node costs 0.4 to 1 µs. Text that is not to be read comes as an empty run: what was marked in it before it was an editor
 * goes. `onElement` hears of the elements met on the way, those above the root too, some more than once.
 */
export function createRuns(next: NextText, onElement?: OnElement): () => TextRun | undefined {
  const contextOf = createContexts(onElement);
  const gapBetween = createGaps();
  let run: TextRun | undefined;
  let lastNode: Text | undefined;
  let lastParent: Element | undefined;
  return () => {
    for (let node = next(); node; node = next()) {
      const parent = node.parentElement ?? parentOf(node);
      if (!parent) continue;
      const { skip, block } = contextOf(parent);
      if (skip) return { block, text: '', nodes: [node], starts: [0] };
      const { data } = node;
      let gap: Gap = 'block';
      if (run?.block === block) {
        gap = gapBetween(lastNode as Text, node);
        if (gap === 'none' && lastParent !== parent && isOfWord(run.text, run.text.length - 1) && isOfWord(data, 0))
          gap = isBoxed(lastParent as Element) || isBoxed(parent) ? 'block' : 'none';
      }
      lastNode = node;
      lastParent = parent;
      if (run && gap !== 'block') {
        if (gap === 'line') run.text += '\n';
        run.starts.push(run.text.length);
        run.nodes.push(node);
        run.text += data;
        continue;
      }
      const ended = run;
      run = { block, text: data, nodes: [node], starts: [0] };
      if (ended) return ended;
    }
    const ended = run;
    run = undefined;
    return ended;
  };
}

/** By its code: a regular expression of letters takes a millisecond to be compiled, in every page. */
function isOfWord(text: string, at: number): boolean {
  const code = foldCode(text.charCodeAt(at));
  return isWordCode(code) || isHanCode(code);
}

type Gap = 'none' | 'line' | 'block';

/**
 * Between two text nodes of one block: what break does a reader see? Two words that touch over an inline boundary (`Dock<b>er</b>`)
 * are one word, unless the style says otherwise (flex items, blocks made of spans).
 */
function createGaps(): (from: Text, to: Text) => Gap {
  let walker: TreeWalker | undefined;
  return (from, to) => {
    let gap: Gap = 'none';
    if (to.previousSibling === from) return gap;
    walker ??= document.createTreeWalker(document, readable | showElement);
    walker.currentNode = from;
    for (let at = walker.nextNode(); at && at !== to; at = walker.nextNode()) {
      if (!(at instanceof Element) || isInline(at.localName) || isUnseen(at)) continue;
      if (at.localName !== 'br') return 'block';
      gap = 'line';
    }
    return gap;
  };
}

/** An inline element by its name, but not by its style. */
function isBoxed(element: Element): boolean {
  if (!isInline(element.localName)) return false;
  const { display, float, position } = getComputedStyle(element);
  return !/^(inline|contents)$/.test(display) || float !== 'none' || /absolute|fixed/.test(position);
}
