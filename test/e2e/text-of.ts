import type { View } from '../../modules/start/drive-browser';

/** The text of the first element that fits, in the popup or the side panel; undefined where there is none. */
export async function textOf(view: View, selector: string): Promise<string | undefined> {
  return (await view.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? null, selector)) ?? undefined;
}
