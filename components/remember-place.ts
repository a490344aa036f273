/** Where the reader was before a card took the focus, to be given back as it was. */
export interface RememberedPlace {
  /** How to scroll back one of the steps taken since. */
  addWayBack(scrollBack: () => void): void;
  restore(): void;
}

/** `guest`: the focus comes from another frame, where it is to go back to. */
export function rememberPlace(document: Document, as: 'host' | 'guest'): RememberedPlace {
  const focused = as === 'host' ? focusedIn(document) : undefined;
  const selection = document.getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
  const waysBack: (() => void)[] = [];
  return {
    addWayBack: (scrollBack) => waysBack.push(scrollBack),
    restore() {
      for (const scrollBack of waysBack.splice(0).reverse()) scrollBack();
      if (focused?.isConnected) focused.focus({ preventScroll: true });
      const isElsewhere = selection?.anchorNode !== anchorNode || selection?.focusOffset !== focusOffset;
      if (isElsewhere && anchorNode?.isConnected && focusNode?.isConnected)
        selection?.setBaseAndExtent(anchorNode, anchorOffset ?? 0, focusNode, focusOffset ?? 0);
    },
  };
}

function focusedIn(document: Document): HTMLElement | SVGElement | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement || focused instanceof SVGElement ? focused : undefined;
}
