import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { View } from '../../modules/start/drive-browser';
import { openCard } from '../../modules/start/hover-mark';
import { waitFor } from '../../modules/start/wait-for';
import { clickInCard } from './in-card';
import { inEachBrowser } from './in-each-browser';

/** How many words of the page glow. */
const glowing = (page: Page) =>
  page.evaluate(() => {
    let count = 0;
    CSS.highlights.forEach((highlight, name) => {
      if (name.startsWith('little-whale-glow')) count += highlight.size;
    });
    return count;
  });

const scrollTo = (panel: View, paragraph: string) =>
  panel.evaluate((id) => document.getElementById(id)?.scrollIntoView({ block: 'start' }), paragraph);

inEachBrowser(
  (stage) => {
    it('lets the terms of the paragraph in view glow on the page beside it, until the panel closes', async () => {
      await stage.inWorker(() => chrome.storage.local.set({ reading: { chapter: 3, places: { 3: { paragraph: 'c3-fig', seen: 0.3 } } } }));
      const page = await stage.openPage(`${stage.server.url}/words.html`);
      await page.bringToFront();
      await waitFor(() => page.evaluate(() => CSS.highlights.size > 0), { what: 'the marks' });
      const panel = await stage.openSidePanel();
      await waitFor(async () => (await glowing(page)) === 1, { what: 'Fig to glow' });
      await scrollTo(panel, 'c3-seven');
      await waitFor(async () => (await glowing(page)) === 2, { what: 'Kubernetes and Borg to glow' });
      await panel.click('.aa');
      await panel.click('.type-panel .switch');
      await waitFor(async () => (await glowing(page)) === 0, { what: 'the glow to go with its switch' });
      await panel.click('.type-panel .switch');
      await waitFor(async () => (await glowing(page)) === 2, { what: 'the glow again' });
      const other = await stage.openPage(`${stage.server.url}/words.html?other`);
      await other.bringToFront();
      await waitFor(async () => (await glowing(other)) === 2, { what: 'the other tab to glow' });
      await panel.close();
      await waitFor(async () => (await glowing(page)) + (await glowing(other)) === 0, { what: 'the glow to go with the panel' });
      expect(await page.evaluate(() => document.documentElement.outerHTML.includes('little-whale'))).toBe(false);
    });

    it('lists the terms of the page in front, follows the tabs, and shows the next mention there', async () => {
      await stage.inWorker(() => chrome.storage.local.clear());
      const first = await stage.openPage(`${stage.server.url}/words.html`);
      const panel = await stage.openSidePanel();
      await first.bringToFront();
      await panel.click('[data-tab=page]');
      const listed = () =>
        panel.evaluate(() => [...document.querySelectorAll('.page-terms .term')].map((term) => term.textContent).join(' '));
      await waitFor(async () => (await listed()) === 'Docker Fig Google Borg Kubernetes', { what: 'the terms of the first page' });
      await panel.click('.page-terms li:nth-child(2) .link-button');
      await waitFor(() => first.evaluate(() => CSS.highlights.get('little-whale-open-light')?.size === 1), {
        what: 'Fig, lit on the page',
      });
      const second = await stage.openPage(`${stage.server.url}/other.html`);
      await second.bringToFront();
      await waitFor(async () => (await listed()) === 'Podman', { what: 'the terms of the second page' });
    });

    it('opens the panel by its command, where the reader was', async () => {
      await stage.inWorker(() => chrome.storage.local.set({ reading: { chapter: 3, places: { 3: { paragraph: 'c3-fig', seen: 0.3 } } } }));
      const page = await stage.openPage(`${stage.server.url}/words.html`);
      await page.bringToFront();
      await stage.runCommand('open-panel');
      const panel = await stage.findSidePanel();
      await waitFor(() => panel.evaluate(() => document.querySelector('.stretch.here')?.id === 'c3-fig'), { what: 'the place' });
      await panel.close();
    });

    it('opens the paragraph that a card leads to: where the browser lets it, and in the panel that is open beside the page', async () => {
      await stage.inWorker(() => chrome.storage.local.clear());
      const page = await stage.openPage(`${stage.server.url}/words.html`);
      const litParagraph = (view: Pick<View, 'evaluate'>) =>
        waitFor(() => view.evaluate(() => document.querySelector('.stretch.lit')?.id.startsWith('c3-') ?? false), {
          what: 'the paragraph, lit',
        });
      await openCard({ browser: stage, page, text: 'Fig' });
      const others = new Set(await stage.browser.pages());
      await clickInCard({ stage, page }, '.chapter');
      if (stage.kind === 'chromium') await litParagraph(await stage.findSidePanel());
      else {
        const tab = await waitFor(async () => (await stage.browser.pages()).find((other) => !others.has(other)), { what: 'a tab' });
        await litParagraph(tab as unknown as View);
        await page.bringToFront();
        await waitFor(() => stage.inClosedRoot(page.mainFrame(), (root) => root.textContent?.includes('Opened in a tab: Firefox opens')), {
          what: 'the card to say why it is a tab',
        });
        await tab.close();
      }
      const panel = stage.kind === 'chromium' ? await stage.findSidePanel() : await stage.openSidePanel();
      const has = (selector: string) => panel.evaluate((wanted) => document.querySelector(wanted) !== null, selector);
      await waitFor(() => has('.stretch'), { what: 'the panel where the reader was' });
      await panel.evaluate(() => document.querySelector<HTMLElement>('header .icon-button')?.click());
      await waitFor(() => has('.toc'), { what: 'the contents' });
      await page.bringToFront();
      await openCard({ browser: stage, page, text: 'Borg' });
      await clickInCard({ stage, page }, '.chapter');
      await litParagraph(panel);
    });

    it('takes word only for its own window, and leaves a chapter in a tab alone', async () => {
      const tab = await stage.extensionPage('sidepanel.html#chapter=1');
      await waitFor(() => tab.evaluate(() => document.querySelector('.stretch') !== null), { what: 'chapter 1 in a tab' });
      const panel = await stage.openSidePanel();
      await waitFor(() => panel.evaluate(() => document.querySelector('main') !== null), { what: 'the panel' });
      await stage.inWorker(async () => {
        const { id } = await chrome.windows.getCurrent();
        await chrome.storage.session.set({ 'panel-target': { chapter: 2, paragraph: undefined, windowId: (id ?? 0) + 1, at: Date.now() } });
        await chrome.storage.session.set({ 'panel-target': { chapter: 4, paragraph: 'c4-sockets', windowId: id, at: Date.now() } });
      });
      await waitFor(() => panel.evaluate(() => document.querySelector('.stretch.lit')?.id === 'c4-sockets'), {
        what: 'the paragraph, lit',
      });
      expect(await tab.evaluate(() => location.hash.startsWith('#chapter=1'))).toBe(true);
    });
  },
  {
    serve: {
      pages: {
        '/words.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Words</title>
          <p>Docker bought Fig. Google wrote Borg and then Kubernetes.</p>`,
        '/other.html': '<!doctype html><html lang="en"><meta charset="utf-8"><title>Other</title><p>Podman needs no daemon.</p>',
      },
    },
  },
);
