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

/** Looks each element up once a scan: most text nodes share their parent with another. */
export function createContexts(onElement?: (element: Element) => void): (element: Element) => TextContext {
  const known = new Map<Element, TextContext>();
  const isWritten = document.designMode === 'on';
  function contextOf(element: Element): TextContext {
    const found = known.get(element);
    if (found) return found;
    const parent = parentOf(element);
    const outer = parent && contextOf(parent);
    const context: TextContext = {
      skip: isWritten || outer?.skip || isSkipped(element),
      block: outer && isInline(element) ? outer.block : element,
    };
    known.set(element, context);
    onElement?.(element);
    return context;
  }
  return contextOf;
}

export function isInline(element: Element): boolean {
  return inlineTags.has(element.localName);
}

export function isUnseen(element: Element): boolean {
  return unseenTags.includes(element.localName);
}

/** The nearest node around one, itself included, whose inline text is read as one: a block, or a root. */
export function blockOf(node: Node): Node {
  let at = node;
  for (let parent = parentNodeOf(at); parent && (!(at instanceof Element) || isInline(at)); parent = parentNodeOf(at)) at = parent;
  return at;
}

function isSkipped(element: Element): boolean {
  const tag = element.localName;
  return skippedTags.has(tag) || (tag === 'pre' && isCode(element)) || Element.prototype.matches.call(element, editors);
}

/** A `pre` that holds code; others (plain-text documents, mail archives) are for reading. */
function isCode(pre: Element): boolean {
  return (
    /\b(?:lang(?:uage)?-|brush:|highlight|hljs|prettyprint|sourceCode)/.test(pre.className) ||
    pre.querySelector(':scope > code, [class*=token], span[class]') !== null
  );
}
