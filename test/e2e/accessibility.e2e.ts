import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { openCard } from '../../modules/start/hover-mark';
import { waitFor } from '../../modules/start/wait-for';
import { changeSettings } from './change-settings';
import { demoFolder, inEachBrowser } from './in-each-browser';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** The page's own policy forbids to evaluate text there, so axe comes in as the debugger's script. */
async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(`${axe}; undefined`);
  await page.evaluate(() => {
    const world = globalThis as unknown as { axe: Axe; found?: string };
    void world.axe.run().then(({ violations }) => {
      world.found = JSON.stringify(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`));
    });
  });
  // asked for, not awaited: in its extension pages Firefox hands a promise over as an empty object
  const found = await waitFor(() => page.evaluate(() => (globalThis as unknown as { found?: string }).found), { what: 'what axe found' });
  return JSON.parse(found) as string[];
}

inEachBrowser(
  (stage) => {
    it.each([
      ['popup.html', '.event'],
      ['popup.html#event=e2014-dceu', '#detail h2'],
      ['timeline.html#term=swarm', '#detail h2'],
      ['sidepanel.html', '.toc li'],
      ['sidepanel.html#chapter=3', '.stretch'],
      ['options.html', 'h1'],
    ])('axe finds nothing on %s', async (path, ready) => {
      for (const language of ['en', 'zh-CN'] as const) {
        await changeSettings(stage, { language });
        const page = await stage.extensionPage(path);
        await waitFor(() => page.evaluate((selector) => document.querySelector(selector) !== null, ready), { what: path });
        expect(await findViolations(page)).toEqual([]);
        await page.close();
      }
      await changeSettings(stage, { language: 'en' });
    });

    it.each(['light', 'sepia', 'dark'])(
      'axe finds nothing in the chapters on a ground that is %s, with all that can be opened',
      async (ground) => {
        await stage.inWorker((name) => chrome.storage.local.set({ 'reader-look': { ground: name, languages: 'both' } }), ground);
        const page = await stage.extensionPage('sidepanel.html#chapter=3');
        await waitFor(() => page.evaluate(() => document.querySelector('.pair') !== null), { what: 'both languages' });
        await page.evaluate(() => {
          for (const stamp of document.querySelectorAll<HTMLElement>('.stamp')) stamp.click();
          document.querySelector<HTMLElement>('#type-panel')?.showPopover();
        });
        await waitFor(() => page.evaluate(() => document.querySelector('.note') !== null), { what: 'the notes' });
        expect(await findViolations(page)).toEqual([]);
        await stage.inWorker(() => chrome.storage.local.clear());
      },
    );

    it('the card is a dialog that begins with the name of its term', async () => {
      const page = await stage.openPage(`${stage.server.url}/`);
      expect(await openCard({ browser: stage, page, text: 'Heroku' })).toMatchObject({
        role: 'dialog',
        name: expect.stringMatching(/^Heroku/),
      });
    });
  },
  { serve: { folder: demoFolder } },
);
