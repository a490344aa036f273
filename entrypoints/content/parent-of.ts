/** The getter itself: a form lets its inputs shadow its properties (`<input name="parentNode">`), in Chromium in this world too. */
const { get: readParent } = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode') as { get(this: Node): Node | null };

/** The parent of a node in the composed tree: above a shadow root stands its host. */
export function parentOf(node: Node): Element | null {
  const parent = readParent.call(node);
  if (parent instanceof Element || !parent) return parent;
  return (parent as Partial<ShadowRoot>).host ?? null;
}

export function parentNodeOf(node: Node): Node | null {
  return readParent.call(node);
}
