/** The <little-whale> of a document, inside open shadow roots too. Runs in the page: it may use nothing from outside. */
export function findHost(): Element | null {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    const host = root.querySelector('little-whale');
    if (host) return host;
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  return null;
}
