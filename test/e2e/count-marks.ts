import type { Frame, Page } from 'puppeteer-core';

/** How many marks are registered. Calls nothing back, which a frame sandboxed without scripts would not allow. */
export function countMarks(page: Page | Frame): Promise<number> {
  return page.evaluate(() => {
    const names = ['light', 'dark', 'text'].map((tone) => `little-whale-line-${tone}`);
    return names.reduce((sum, name) => sum + (CSS.highlights.get(name)?.size ?? 0), 0);
  });
}
