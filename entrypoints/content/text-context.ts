import { parentNodeOf, parentOf } from './parent-of';

/** What an element means for the text in it. */
export interface TextContext {
  /** text here is not meant to be read, is being written, or is code */
  skip: boolean;
  /** the nearest element that is no inline one: its inline text is read as one run */
  block: Element;
}

const inlineTags = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb ruby s samp small span strike strong sub sup time tspan tt u var wbr'.split(
    ' ',
  ),
);
/** Takes no room between the words before and after it: readings of a ruby, scripts. */
const unseenTags = ['rt', 'rtc', 'rp', 'script', 'style', 'template', 'noscript'];
/** Never read: what a reader does not see, and what a writer is writing. `rt` would split the word that it is a reading of. */
const skippedTags = new Set([
  ...unseenTags,
  ...'noembed noframes textarea input select option optgroup datalist iframe object embed canvas audio video head title metadata desc little-whale'.split(
    ' ',
  ),
]);
/** Whatever is written in: the attribute says so before any style is computed; some editors use none for the text they show. */
const editors =
  '[contenteditable=""], [contenteditable=true i], [contenteditable=plaintext-only i], .CodeMirror, .cm-editor, .monaco-editor, .ace_editor, [role=textbox]';

/**
 * Contexts in document order: of the last element and of those around it, one is the element's own or its parent's. No table of elements:
 * its hashes and what it held alive were a third of the scan of a large page.
 */
export function createContexts(onElement?: OnElement): (element: Element) => TextContext {
  const isWritten = document.designMode === 'on';
  let last: Known | undefined;

  function contextOf(element: Element): Known {
    let own = last;
    while (own && own.element !== element) own = own.outer;
    if (own) return own;
    const parent = parentOf(element);
    const outer = parent ? contextOf(parent) : undefined;
    const tag = element.localName;
    const hasAttributes = readHasAttributes.call(element);
    last = {
      element,
      outer,
      skip:
        isWritten ||
        outer?.skip ||
        skippedTags.has(tag) ||
        (tag === 'pre' && isCode(element)) ||
        (hasAttributes && matches.call(element, editors)),
      block: outer && isInline(tag) ? outer.block : element,
    };
    onElement?.(element, parent, hasAttributes);
    return last;
  }

  return (element) => (last = contextOf(element));
}

/** Hears of an element, with what was asked of it already: each question costs 0.1 µs. */
export type OnElement = (element: Element, parent: Element | null, hasAttributes: boolean) => void;

// past an element's own properties, as in `parentOf`
const { hasAttributes: readHasAttributes, matches } = Element.prototype;

interface Known extends TextContext {
  element: Element;
  outer: Known | undefined;
}

export function isInline(tag: string): boolean {
  return inlineTags.has(tag);
}

export function isUnseen(element: Element): boolean {
  return unseenTags.includes(element.localName);
}

/** The nearest node around one, itself included, whose inline text is read as one: a block, or a root. */
export function blockOf(node: Node): Node {
  let at = node;
  for (let parent = parentNodeOf(at); parent && (!(at instanceof Element) || isInline(at.localName)); parent = parentNodeOf(at))
    at = parent;
  return at;
}

/** A `pre` that holds code; others (plain-text documents, mail archives) are for reading. */
function isCode(pre: Element): boolean {
  return (
    /\b(?:lang(?:uage)?-|brush:|highlight|hljs|prettyprint|sourceCode)/.test(pre.className) ||
    pre.querySelector(':scope > code, [class*=token], span[class]') !== null
  );
}
