import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import type { View } from '../../modules/start/drive-browser';
import { waitFor } from '../../modules/start/wait-for';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(context?: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/**
 * What axe finds on a page or, with a selector, in a part of it.
 * The page's own policy forbids to evaluate text there, so axe comes in as the debugger's script.
 */
export async function findViolations(page: Page | View, part?: string): Promise<string[]> {
  const view = page as View;
  // popup and side panel take functions only: this one is written as axe
  const isThere = await view.evaluate(() => 'axe' in globalThis);
  if (!isThere) await view.evaluate(Object.assign(() => undefined, { toString: () => `() => { ${axe}; }` }));
  await view.evaluate((selector) => {
    const world = globalThis as unknown as { axe: Axe; found?: string };
    void world.axe.run(selector ? { include: [selector] } : document).then(({ violations }) => {
      world.found = JSON.stringify(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`));
    });
  }, part ?? null);
  // asked for, not awaited: in its extension pages Firefox hands a promise over as an empty object
  const found = await waitFor(() => view.evaluate(() => (globalThis as unknown as { found?: string }).found), { what: 'what axe found' });
  await view.evaluate(() => delete (globalThis as unknown as { found?: string }).found);
  return JSON.parse(found) as string[];
}
