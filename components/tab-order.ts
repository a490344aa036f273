const tabbable =
  'a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable], [tabindex]';

/** The next (1) or previous (-1) element that Tab would reach from a place in a document. */
export function findTabbable({ from, by }: { from: Node; by: 1 | -1 }): HTMLElement | undefined {
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = from;
  for (let node = advance(walker, by); node; node = advance(walker, by)) if (isTabbable(node) && !node.contains(from)) return node;
  return undefined;
}

/** Whether Tab (1) or Shift+Tab (-1) from the focused element would leave a card. */
export function isLastStop({ card, focused, by }: { card: HTMLElement; focused: Element; by: 1 | -1 }): boolean {
  const ahead = by === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  return ![...card.querySelectorAll(tabbable)].some(
    (stop) => stop !== focused && isTabbable(stop) && (focused.compareDocumentPosition(stop) & ahead) !== 0,
  );
}

function advance(walker: TreeWalker, by: 1 | -1): Node | null {
  return by === 1 ? walker.nextNode() : walker.previousNode();
}

function isTabbable(node: Node): node is HTMLElement {
  return (
    node instanceof HTMLElement &&
    node.matches(tabbable) &&
    node.tabIndex >= 0 &&
    !node.matches(':disabled, [inert] *, little-whale') &&
    node.checkVisibility({ visibilityProperty: true })
  );
}
