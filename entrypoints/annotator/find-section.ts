const sectioning = 'article, section, main, dialog, body';
const headings = 'h1, h2, h3, h4, h5, h6';

export interface Sections {
  sectionOf(node: Element | Text): Element;
  /** Something moved: what was found before may be wrong. */
  forget(): void;
}

/**
 * The section that a node begins in: the text between two headings inside the nearest article, section, main, dialog or body. Its
 * identity is its heading or, before the first one, the sectioning element. What stands before the first heading of a shadow root is
 * part of where its host stands.
 */
export function createSections(): Sections {
  let known = new WeakMap<Node, Element>();

  /** Walks back, to a heading or to what is known. Comparing with all headings would cost more: `compareDocumentPosition` counts siblings. */
  function sectionOf(node: Element | Text): Element {
    const section = known.get(node) ?? sectionBefore(node) ?? sectionAround(node);
    known.set(node, section);
    return section;
  }

  function sectionBefore(node: Element | Text): Element | undefined {
    for (let before = node.previousElementSibling; before; before = before.previousElementSibling) {
      if (before.matches(sectioning)) continue;
      const section = lastHeadingIn(before) ?? (before.matches(headings) ? before : known.get(before));
      if (section) return section;
    }
    return undefined;
  }

  function sectionAround(node: Element | Text): Element {
    const { parentElement } = node;
    if (parentElement) return parentElement.matches(`${headings}, ${sectioning}`) ? parentElement : sectionOf(parentElement);
    const root = node.getRootNode();
    return root instanceof ShadowRoot ? sectionOf(root.host) : node.ownerDocument.documentElement;
  }

  return {
    sectionOf,
    forget() {
      known = new WeakMap();
    },
  };
}

/** The last heading in an element that is not in a sectioning element of its own. */
function lastHeadingIn(element: Element): Element | undefined {
  if (!element.firstElementChild) return undefined;
  return [...element.querySelectorAll(headings)].findLast((heading) => {
    const container = heading.closest(sectioning);
    return !container || !element.contains(container);
  });
}

/** True where a change may move the borders of sections. */
export function movesSections({ addedNodes, removedNodes }: MutationRecord): boolean {
  return [...addedNodes, ...removedNodes].some(
    (node) => node instanceof Element && (node.matches(headings) || node.querySelector(headings) !== null),
  );
}
