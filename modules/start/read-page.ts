import type { Frame, Page } from 'puppeteer-core';
import type { AccessibleNode, DrivenBrowser } from './drive-browser';
import { waitFor } from './wait-for';

export type Mark = { text: string; highlight: string; x: number; y: number; width: number; height: number };
export type Card = AccessibleNode & { text: string; box: { x: number; y: number; width: number; height: number } };

const frameOf = (page: Page | Frame): Frame => ('mainFrame' in page ? page.mainFrame() : page);

/** The marks registered now, top to bottom, each with the box of its first line in the viewport. Marks far from the viewport are not registered. */
export function readMarks(page: Page | Frame): Promise<Mark[]> {
  return page.evaluate(() => {
    const marks: Mark[] = [];
    // Firefox's highlights have no iterator here, only forEach.
    CSS.highlights.forEach((highlight, name) => {
      if (!name.startsWith('little-whale')) return;
      highlight.forEach((held) => {
        const range = document.createRange();
        range.setStart(held.startContainer, held.startOffset);
        range.setEnd(held.endContainer, held.endOffset);
        const { x, y, width, height } = range.getClientRects()[0] ?? new DOMRect();
        marks.push({ text: range.toString(), highlight: name, x, y, width, height });
      });
    });
    return marks.sort((a, b) => a.y - b.y || a.x - b.x);
  });
}

/** The texts marked now, each once. */
export async function readHighlights(page: Page | Frame): Promise<string[]> {
  return [...new Set((await readMarks(page)).map((mark) => mark.text))];
}

/** The open card: what the accessibility tree says of it, its visible text and its box; undefined where none is open. */
export async function findCard(browser: DrivenBrowser, page: Page | Frame): Promise<Card | undefined> {
  const frame = frameOf(page);
  const seen = await browser.inClosedRoot(frame, (root) => {
    const card = root.querySelector<HTMLElement>('dialog, [role=dialog]');
    if (!card?.checkVisibility()) return null;
    const { x, y, width, height } = card.getBoundingClientRect();
    // biome-ignore lint/performance/useDomNodeTextContent: what the reader sees, without what is hidden
    return { text: card.innerText, box: { x, y, width, height } };
  });
  const accessible = seen && (await browser.accessibleCard(frame));
  return accessible ? { ...accessible, ...seen } : undefined;
}

export function waitForCard(browser: DrivenBrowser, page: Page | Frame): Promise<Card> {
  return waitFor(() => findCard(browser, page), { what: 'a card' });
}

/** Waits until no <little-whale> is in the document. */
export async function waitForNoCard(browser: DrivenBrowser, page: Page | Frame): Promise<void> {
  await waitFor(async () => (await browser.inClosedRoot(frameOf(page), () => true)) === undefined, { what: 'the card to go' });
}

/** Waits until the card has faded in: for a picture of it. */
export async function waitForStillCard(browser: DrivenBrowser, page: Page | Frame): Promise<void> {
  await waitFor(
    () => browser.inClosedRoot(frameOf(page), (root) => root.getAnimations().every((animation) => animation.playState !== 'running')),
    {
      what: 'the card to stand still',
    },
  );
}
