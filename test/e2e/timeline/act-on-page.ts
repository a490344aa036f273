import type { Page } from 'puppeteer-core';
import { waitFor } from '../../../modules/start/wait-for';

// Firefox gives no element handles in the extension's own pages, so a place is asked for and pressed.

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the first element that fits stands, once there is one. */
export async function boxOf(page: Page, selector: string): Promise<Box> {
  const text = await waitFor(
    () =>
      page.evaluate((wanted) => {
        const element = document.querySelector(wanted);
        if (!element?.checkVisibility()) return undefined;
        element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        const { x, y, width, height } = element.getBoundingClientRect();
        return JSON.stringify({ x, y, width, height });
      }, selector),
    { what: selector },
  );
  return JSON.parse(text) as Box;
}

/** A press of the mouse in the middle of the first element that fits. */
export async function clickOn(page: Page, selector: string): Promise<void> {
  const { x, y, width, height } = await boxOf(page, selector);
  await page.mouse.click(x + width / 2, y + height / 2);
}

export async function focusOn(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.focus(), selector);
}

/** From now on the page writes down which event or count has the focus; asked once at the end, not at every step. */
export async function recordFocus(page: Page): Promise<void> {
  await page.evaluate(() => {
    const key = (element: EventTarget | null) => (element as HTMLElement | null)?.dataset?.['key'] ?? '';
    const world = globalThis as unknown as { focusPath: string[] };
    world.focusPath = [key(document.activeElement)];
    document.addEventListener('focusin', ({ target }) => world.focusPath.push(key(target)));
  });
}

/** What had the focus since, in its order. */
export async function readFocus(page: Page): Promise<string[]> {
  return JSON.parse(await page.evaluate(() => JSON.stringify((globalThis as unknown as { focusPath: string[] }).focusPath))) as string[];
}

/** Puts a whole text into a field at once: one question is asked, not one a letter. */
export async function fillIn(page: Page, selector: string, text: string): Promise<void> {
  await focusOn(page, selector);
  await page.evaluate(
    (wanted, value) => {
      const input = document.querySelector<HTMLInputElement>(wanted);
      if (!input) return;
      input.value = value;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    selector,
    text,
  );
}

/** The texts of all elements that fit, or one of their attributes. */
export async function textsOf(page: Page, selector: string, attribute?: string): Promise<string[]> {
  const text = await page.evaluate(
    (wanted, name) =>
      JSON.stringify([...document.querySelectorAll(wanted)].map((one) => (name ? one.getAttribute(name) : one.textContent) ?? '')),
    selector,
    attribute ?? '',
  );
  return JSON.parse(text) as string[];
}
