import type { TextRun } from '../../platform/page-bridge';
import { parentOf } from './parent-of';
import { blockOf, createContexts, isInline, isUnseen } from './text-context';

const wordEnd = /[\p{L}\p{N}_]$/u;
const wordStart = /^[\p{L}\p{N}_]/u;

/** A part of a document, and a way through its text nodes. */
export interface TextWalk {
  root: Node;
  next(): Text | null;
}

const readable = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;

/** All text below a node. A NodeIterator: it goes on when the node it stands on is taken away between two slices. */
export function textBelow(root: Node): TextWalk {
  const iterator = document.createNodeIterator(root, readable);
  return { root, next: () => iterator.nextNode() as Text | null };
}

/** The inline text of a block alone, without that of the blocks in it. */
export function textOf(root: Node): TextWalk {
  const walker = document.createTreeWalker(root, readable | NodeFilter.SHOW_ELEMENT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    return isInline(node) ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_REJECT;
  });
  return { root, next: () => walker.nextNode() as Text | null };
}

/** The text from the block of a node to the end of the root. */
export function textFrom(node: Node, root: Node): TextWalk {
  const walker = document.createTreeWalker(root, readable);
  walker.currentNode = blockOf(node);
  return { root, next: () => walker.nextNode() as Text | null };
}

/**
 * Joins text nodes to runs, in document order. Yields once a run, so that the caller can stop between two and go on later. Touches text
 * nodes only: in a new JS world each touch of a node costs 0.4 to 1 µs, and text nodes are the fewest to touch. Text that is not to be
 * read comes as an empty run: what was marked in it before it was an editor goes. `onElement` hears of each element met on the way, those
 * above the root too.
 */
export function* readRuns({ root, next }: TextWalk, onElement?: (element: Element) => void): Generator<TextRun> {
  const contextOf = createContexts(onElement);
  let run: TextRun | undefined;
  let lastParent: Element | undefined;
  for (let node = next(); node; node = next()) {
    const parent = node.parentElement ?? parentOf(node);
    if (!parent) continue;
    const { skip, block } = contextOf(parent);
    if (skip) {
      yield { block, text: '', nodes: [node], starts: [0] };
      continue;
    }
    const gap = run?.block === block ? gapBefore({ run, node, root, lastParent, parent }) : 'block';
    if (!run || gap === 'block') {
      if (run) yield run;
      run = { block, text: '', nodes: [], starts: [] };
    } else if (gap === 'line') run.text += '\n';
    run.starts.push(run.text.length);
    run.nodes.push(node);
    run.text += node.data;
    lastParent = parent;
  }
  if (run) yield run;
}

type Gap = 'none' | 'line' | 'block';

/**
 * Between two text nodes of one block: what break does a reader see? Two words that touch over an inline boundary (`Dock<b>er</b>`)
 * are one word, unless the style says otherwise (flex items, blocks made of spans).
 */
function gapBefore({
  run,
  node,
  root,
  lastParent,
  parent,
}: {
  run: TextRun;
  node: Text;
  root: Node;
  lastParent: Element | undefined;
  parent: Element;
}): Gap {
  const between = gapBetween({ from: run.nodes[run.nodes.length - 1] as Text, to: node, root });
  if (between !== 'none' || lastParent === parent || !wordEnd.test(run.text.slice(-2)) || !wordStart.test(node.data)) return between;
  return [lastParent, parent].some((element) => element && element !== run.block && isBox(element)) ? 'block' : 'none';
}

function gapBetween({ from, to, root }: { from: Text; to: Text; root: Node }): Gap {
  let gap: Gap = 'none';
  if (from.nextSibling === to) return gap;
  const walker = document.createTreeWalker(root, readable | NodeFilter.SHOW_ELEMENT);
  walker.currentNode = from;
  for (let at = walker.nextNode(); at && at !== to; at = walker.nextNode()) {
    if (!(at instanceof Element) || isInline(at) || isUnseen(at)) continue;
    if (at.localName !== 'br') return 'block';
    gap = 'line';
  }
  return gap;
}

function isBox(element: Element): boolean {
  const { display, float, position } = getComputedStyle(element);
  return !(display === 'inline' || display === 'contents') || float !== 'none' || position === 'absolute' || position === 'fixed';
}
