import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { countTerms } from './count-terms';
import { type DrivenBrowser, driveBrowser, type View } from './drive-browser';
import type { FoundBrowser } from './find-browser';
import { openCard } from './hover-mark';
import type { ColorScheme, Language } from './launch-browser';
import { readArticle } from './read-article';
import { waitForNoCard, waitForStillCard } from './read-page';
import { waitFor } from './wait-for';

type Leg = {
  browser: DrivenBrowser;
  url: string;
  language: Language;
  photograph: (name: string) => `${string}.png`;
  say: (text: string) => void;
};

/** The event that the walk chooses in the popup and follows into its chapter. */
const chosenEvent = 'e2014-docker-10';

/** The walk of `npm start` where there is no display: article, card, popup, chapter, in both languages, light and dark; screenshots into `folder`. */
export async function takeTour({
  found,
  extensionDir,
  url,
  folder,
}: {
  found: FoundBrowser;
  extensionDir: string;
  url: string;
  folder: string;
}): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark'] satisfies ColorScheme[]) {
    const browser = await driveBrowser({ kind: found.kind, path: found.path, extensionDir, headless: true, language: 'en', colorScheme });
    try {
      for (const language of ['en', 'zh-CN'] satisfies Language[]) {
        await chooseLanguage(browser, language);
        await walk({
          browser,
          url,
          language,
          photograph: (name) => join(folder, `${name}-${language}-${colorScheme}.png`) as `${string}.png`,
          // What is said does not change with the colours.
          say: (text) => colorScheme === 'light' && console.log(text),
        });
        await browser.clear();
      }
    } finally {
      await browser.close();
    }
  }
  console.log(`\nScreenshots of the walk in ${found.name}: ${folder}`);
}

async function chooseLanguage(browser: DrivenBrowser, language: Language): Promise<void> {
  await browser.inWorker((chosen) => chrome.storage.sync.set({ settings: { language: chosen } }), language);
}

async function walk(leg: Leg): Promise<void> {
  const { browser, url, language, say } = leg;
  const page = await browser.openPage(`${url}/${language === 'en' ? 'index' : 'zh'}.html`);
  const texts = await readArticle(page);
  const article = await page.evaluate(() => document.body.textContent);
  say(`\n# ${await page.title()}\n\n${countTerms({ texts, article })} terms found, spelt: ${texts.join(', ')}`);
  await visitCard({ ...leg, page });
  const popup = await visitPopup(leg);
  await visitChapter({ ...leg, popup });
}

async function visitCard({ browser, page, photograph, say }: Leg & { page: Page }): Promise<void> {
  const card = await openCard({ browser, page, text: 'Fig' });
  say(`\n## Card: ${card.name}\n\n${indent(card.text)}`);
  await waitForStillCard(browser, page);
  await page.screenshot({ path: photograph('card') });
  await page.keyboard.press('Escape');
  await waitForNoCard(browser, page);
}

async function visitPopup({ browser, photograph, say }: Leg): Promise<View> {
  const popup = await browser.openPopup();
  await popup.click('#tab-list');
  await popup.click(`.list [data-event="${chosenEvent}"]`);
  const events = await popup.evaluate(() =>
    [...document.querySelectorAll('.list [data-event]')].map(
      (row) => `${row.querySelector('time')?.textContent}  ${row.querySelector('span')?.textContent}`,
    ),
  );
  say(`\n## Popup: ${events.length} events\n\n${indent(events.join('\n'))}`);
  await popup.click('#tab-picture');
  await waitFor(() => popup.evaluate(() => document.querySelector('#detail .refs .link-button') !== null), { what: 'the chosen event' });
  await popup.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)).then(() => true));
  await popup.screenshot(photograph('popup'));
  return popup;
}

async function visitChapter({ browser, popup, photograph, say }: Leg & { popup: View }): Promise<void> {
  await popup.click('#detail .refs .link-button');
  const panel = await browser.findSidePanel();
  await waitFor(() => panel.evaluate(() => document.querySelector('.stretch.lit') !== null), { what: 'the chapter in the side panel' });
  const chapter = await panel.evaluate(() => ({
    title: document.querySelector('.where')?.textContent,
    paragraph: document.querySelector('.stretch.lit .para')?.textContent,
  }));
  say(`\n## Side panel: ${chapter.title}\n\n${indent(chapter.paragraph ?? '')}`);
  await panel.screenshot(photograph('panel'));
  await panel.close();
}

function indent(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => `  ${line}`)
    .join('\n');
}
