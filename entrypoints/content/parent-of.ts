/**
 * The parent of a node in the composed tree: above a shadow root stands its host. Read past the node's own properties, because a form
 * lets its inputs shadow them (`<input name="parentNode">`), in Chromium in this world too.
 */
export function parentOf(node: Node): Element | null {
  const parent = parentNodeOf(node);
  if (parent instanceof Document) return null;
  return parent instanceof DocumentFragment ? ((parent as Partial<ShadowRoot>).host ?? null) : (parent as Element | null);
}

export function parentNodeOf(node: Node): Node | null {
  return Reflect.get(Node.prototype, 'parentNode', node) as Node | null;
}
