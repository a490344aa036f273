/**
 * The parent of an element in the composed tree: above a shadow root stands its host. Read past the element's own properties, because a
 * form lets its inputs shadow them (`<input name="parentNode">`), in Chromium in this world too.
 */
export function parentOf(node: Node): Element | null {
  const parent = Reflect.get(Node.prototype, 'parentNode', node) as Node | null;
  if (parent instanceof DocumentFragment) return (parent as Partial<ShadowRoot>).host ?? null;
  return parent instanceof Document ? null : (parent as Element | null);
}

/** True where `descendant` is `ancestor` or stands in it, in whichever shadow root. */
export function isWithin(ancestor: Element, descendant: Node): boolean {
  let at: Node | null = descendant;
  while (at && at !== ancestor) at = parentOf(at);
  return at === ancestor;
}

/** Sorts nodes as they are read, a shadow root's before what follows its host. */
export function compareNodes(a: Node, b: Node): number {
  if (a === b) return 0;
  const rootOfA = a.getRootNode();
  const rootOfB = b.getRootNode();
  if (rootOfA === rootOfB) return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  const hostsOfA = hostsOf(a);
  const hostsOfB = hostsOf(b);
  const shared = hostsOfA.findIndex((host, depth) => host !== hostsOfB[depth]);
  const depth = shared < 0 ? hostsOfA.length : shared;
  const [inA = a, inB = b] = [hostsOfA[depth], hostsOfB[depth]];
  if (inA === inB) return hostsOfA.length - hostsOfB.length;
  return inA.compareDocumentPosition(inB) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** The hosts around a node, outermost first. */
function hostsOf(node: Node): Element[] {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? [...hostsOf(root.host), root.host] : [];
}
