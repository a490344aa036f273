import type { Page } from 'puppeteer-core';
import { type DrivenBrowser, driveBrowser } from '../../modules/start/drive-browser';
import { findBrowsers } from '../../modules/start/find-browser';
import { readMarks } from '../../modules/start/read-page';
import { serveFolder } from '../../modules/start/serve-folder';
import { waitFor } from '../../modules/start/wait-for';
import { surfaceTable } from './surfaces';

/** Chromium with the extension in it, and a page of words in view: one for each term that has a spelling of its own. */
export interface CardStage {
  browser: DrivenBrowser;
  words: readonly string[];
  /** A fresh tab with the words, marked. */
  openWords(): Promise<Page>;
}

export async function onCardStage<T>(extensionDir: string, work: (stage: CardStage) => Promise<T>): Promise<T> {
  const chromium = findBrowsers().find(({ kind }) => kind === 'chromium');
  if (!chromium) throw new Error('There is no Chromium here: install one or name it by CHROME_PATH.');
  const words = listWords();
  const list = words.map((word) => `<li>${word}</li>`).join('');
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Words</title><ul style="columns: 6; font: 13px/1.6 serif">${list}</ul></html>`;
  const server = await serveFolder({ folder: import.meta.dirname, pages: { '/words.html': html } });
  const browser = await driveBrowser({ kind: 'chromium', path: chromium.path, headless: true, language: 'en', extensionDir });
  try {
    return await work({
      browser,
      words,
      async openWords() {
        const page = await browser.openPage(`${server.url}/words.html`);
        await page.bringToFront();
        await waitFor(async () => (await readMarks(page)).length === words.length, { what: `${words.length} marks` });
        return page;
      },
    });
  } finally {
    await browser.close();
    await server.close();
  }
}

export async function middleOf(page: Page, word: string): Promise<{ x: number; y: number }> {
  const mark = (await readMarks(page)).find(({ text }) => text === word);
  if (!mark) throw new Error(`${word} is not marked`);
  return { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 };
}

/** Sends the card away and the pointer off the words. */
export async function leaveCard(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await waitForNoHost(page);
  await page.mouse.move(640, 860);
}

/** Asked of the page: a look into the closed root would hold its nodes. */
export async function waitForNoHost(page: Page): Promise<void> {
  await waitFor(() => page.evaluate(() => document.querySelector('little-whale') === null), { what: 'no card' });
}

/** The first spelling of each term that is sure, in any case and standing alone. */
function listWords(): string[] {
  return surfaceTable()
    .split('\n')
    .flatMap((line) => line.split('\t').find((cell) => /^[a-z]/.test(cell)) ?? []);
}
