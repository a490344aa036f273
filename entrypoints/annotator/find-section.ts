const sectioning = 'article, section, main, dialog, body';
const headings = 'h1, h2, h3, h4, h5, h6';

export interface Sections {
  sectionOf(block: Element): Element;
  /** Something moved: what was found before may be wrong. */
  forget(): void;
}

/**
 * The section that a block stands in: the text between two headings inside the nearest article, section, main, dialog or body.
 * Its identity is its heading or, before the first one, the sectioning element. A shadow root without either is part of where its host
 * stands.
 */
export function createSections(): Sections {
  let known = new WeakMap<Element, Element>();
  let withHeadings = new WeakMap<ParentNode, boolean>();

  function sectionOf(block: Element): Element {
    const section = known.get(block) ?? findHeading(block) ?? placeOf(containerOf(block));
    known.set(block, section);
    return section;
  }

  /**
   * Walks back from the block to the last heading, or to a block whose section is known. Comparing with all headings would cost more:
   * `compareDocumentPosition` counts siblings (7 µs among 6,000).
   */
  function findHeading(block: Element): Element | undefined {
    const container = containerOf(block);
    if (!hasHeadings(container)) return undefined;
    const isOurs = (heading: Element) => containerOf(heading) === container;
    const around = block.closest(headings);
    if (around && isOurs(around)) return around;
    for (let at: Element | null = block; at && at !== container; at = at.parentElement)
      for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
        if (before.matches(headings)) return before;
        if (before.matches(sectioning)) continue;
        const inside = before.firstElementChild && [...before.querySelectorAll(headings)].findLast(isOurs);
        if (inside) return inside;
        if (known.has(before)) return known.get(before);
      }
    return undefined;
  }

  function hasHeadings(container: ParentNode): boolean {
    const has = withHeadings.get(container) ?? container.querySelector(headings) !== null;
    withHeadings.set(container, has);
    return has;
  }

  function placeOf(container: ParentNode): Element {
    return container instanceof ShadowRoot ? sectionOf(container.host) : (container as Element);
  }

  return {
    sectionOf,
    forget() {
      known = new WeakMap();
      withHeadings = new WeakMap();
    },
  };
}

/** True where a change may move the borders of sections. */
export function movesSections({ addedNodes, removedNodes }: MutationRecord): boolean {
  return [...addedNodes, ...removedNodes].some((node) => node instanceof Element && (node.matches(headings) || node.querySelector(headings) !== null));
}

function containerOf(element: Element): ParentNode {
  const root = element.getRootNode();
  return element.closest(sectioning) ?? (root instanceof ShadowRoot ? root : element.ownerDocument.documentElement);
}
