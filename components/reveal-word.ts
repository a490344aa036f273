import type { Box } from '../core/place-card';

/**
 * Brings a word into the viewport, no further than needed and without a glide, so that its place can be asked for at once.
 * Answers with the way back, which leaves alone what the reader has scrolled since.
 */
export function revealWord({ node, boxOf }: { node: Node; boxOf: () => Box | undefined }): () => void {
  const element = node instanceof Element ? node : node.parentElement;
  const before = scrollersOf(element).map((scroller) => ({ scroller, left: scroller.scrollLeft, top: scroller.scrollTop }));
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const box = boxOf();
  // a block that is higher than the viewport may be in view without its word
  if (box && (box.y < 0 || box.y + box.height > innerHeight)) scrollBy({ top: box.y - innerHeight / 3, behavior: 'instant' });
  const ways = before.map((way) => ({ ...way, leftNow: way.scroller.scrollLeft, topNow: way.scroller.scrollTop }));
  return () => {
    for (const { scroller, left, top, leftNow, topNow } of ways)
      if (scroller.scrollLeft === leftNow && scroller.scrollTop === topNow) scroller.scrollTo({ left, top, behavior: 'instant' });
  };
}

function scrollersOf(element: Element | null): Element[] {
  const scrollers: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement ?? (at.getRootNode() as Partial<ShadowRoot>).host ?? null)
    if (at.scrollHeight > at.clientHeight || at.scrollWidth > at.clientWidth) scrollers.push(at);
  return scrollers;
}
