import type { Page } from 'puppeteer-core';
import { afterEach, expect, it } from 'vitest';
import { openCard } from '../../modules/start/hover-mark';
import { readMarks } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { htmlPage } from '../fixtures/pages/html-page';
import { inEachBrowser } from './in-each-browser';
import { waitForMarks } from './wait-for-marks';

const pages = { '/page.html': htmlPage('<p>Docker and Kubernetes, and Docker again.</p>') };

inEachBrowser(
  (stage) => {
    afterEach(() => stage.inWorker(() => chrome.storage.sync.clear()));

    const openOptions = async () => {
      const options = await stage.extensionPage('options.html');
      await waitFor(() => options.evaluate(() => document.querySelector('h1') !== null), { what: 'the options' });
      return options;
    };
    const choose = (options: Page, name: string, value: string) =>
      options.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.click(), `input[name=${name}][value="${value}"]`);
    const kept = () => stage.inWorker(async () => (await chrome.storage.sync.get('settings'))['settings'] as Record<string, unknown>);
    const looks = async (page: Page) => [...new Set((await readMarks(page)).map(({ highlight }) => highlight.split('-')[2]))].join();

    it('each change is kept at once and reaches open pages without a reload', async () => {
      const page = await stage.openPage(`${stage.server.url}/page.html`);
      await waitForMarks(page, ['Docker', 'Kubernetes']);
      expect(await looks(page)).toBe('line');
      const options = await openOptions();
      await choose(options, 'style', 'dots');
      await waitFor(async () => (await looks(page)) === 'dots', { what: 'dots' });
      await choose(options, 'style', 'wash');
      await waitFor(async () => (await looks(page)) === 'wash', { what: 'a wash' });
      await choose(options, 'mentions', 'every');
      await page.bringToFront();
      await waitForMarks(page, ['Docker', 'Docker', 'Kubernetes']);
      await choose(options, 'theme', 'dark');
      await waitFor(() => options.evaluate(() => document.documentElement.dataset['theme'] === 'dark'), { what: 'dark options' });
      await waitFor(async () => (await kept())?.['theme'] === 'dark', { what: 'the theme to be kept' });
      expect((await openCard({ browser: stage, page, text: 'Kubernetes' })).name).toMatch(/^Kubernetes/);
      const scheme = await stage.inClosedRoot(page.mainFrame(), (root) => root.querySelector<HTMLElement>('.layer')?.style.colorScheme);
      expect(scheme).toBe('dark');
      await choose(options, 'language', 'zh-CN');
      await waitFor(() => options.evaluate(() => document.querySelector('h1')?.textContent === '选项'), { what: 'Chinese' });
      await options.evaluate(() => {
        const dwell = document.querySelector<HTMLInputElement>('#dwell');
        if (!dwell) return;
        dwell.value = '600';
        dwell.dispatchEvent(new Event('input', { bubbles: true }));
      });
      const all = { language: 'zh-CN', mentions: 'every', markStyle: 'wash', dwell: 600, theme: 'dark' };
      await waitFor(
        async () => JSON.stringify(Object.entries((await kept()) ?? {}).sort()) === JSON.stringify(Object.entries(all).sort()),
        {
          what: 'all of it in the storage, and nothing else',
        },
      );
    });

    it('theme and dwell reach our own pages, and the card in them, without a reload', async () => {
      const [timeline, popup] = [await stage.extensionPage('timeline.html'), await stage.extensionPage('popup.html')];
      const panel = await stage.extensionPage('sidepanel.html#chapter=3&p=c3-fig');
      const isIn = (page: Page, selector: string) =>
        waitFor(() => page.evaluate((wanted) => document.querySelector(wanted) !== null, selector), { what: selector });
      await isIn(timeline, '#search');
      await isIn(popup, '#search');
      await isIn(panel, '#c3-fig [data-term]');
      const options = await openOptions();
      await choose(options, 'theme', 'dark');
      await options.evaluate(() => {
        const dwell = document.querySelector<HTMLInputElement>('#dwell');
        if (!dwell) return;
        dwell.value = '1000';
        dwell.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await waitFor(async () => (await kept())?.['dwell'] === 1000, { what: 'the dwell to be kept' });
      for (const page of [timeline, popup, panel])
        await waitFor(() => page.evaluate(() => document.documentElement.dataset['theme'] === 'dark'), { what: 'a dark page' });
      await panel.bringToFront();
      const text = await panel.evaluate(() => {
        const word = document.querySelector('#c3-fig [data-term]') as HTMLElement;
        word.scrollIntoView({ block: 'center', behavior: 'instant' });
        const world = globalThis as unknown as { from: number; to: number; root: ShadowRoot };
        // Firefox lets nobody into a closed root of our own pages: it is kept as it is made
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (init) {
          world.root = attach.call(this, init);
          return world.root;
        };
        word.addEventListener('pointerover', () => (world.from = performance.now()), { once: true });
        new MutationObserver((_, observer) => {
          if (!document.querySelector('little-whale')) return;
          world.to = performance.now();
          observer.disconnect();
        }).observe(document.documentElement, { childList: true, subtree: true });
        const { x, y, width, height } = word.getBoundingClientRect();
        return JSON.stringify({ x: x + width / 2, y: y + height / 2 });
      });
      const { x, y } = JSON.parse(text) as { x: number; y: number };
      await panel.mouse.move(x - 12, y - 6);
      await panel.mouse.move(x, y, { steps: 4 });
      // a hand is never quite still
      let tremor = 0;
      const rested = await waitFor(
        async () => {
          tremor = 1 - tremor;
          await panel.mouse.move(x + tremor, y);
          return panel.evaluate(() => {
            const { from, to } = globalThis as unknown as { from?: number; to?: number };
            return from !== undefined && to !== undefined && to - from;
          });
        },
        { what: 'the card' },
      );
      // a timer is never early: with the default the card comes after 350 ms
      expect(rested).toBeGreaterThanOrEqual(990);
      const scheme = await waitFor(
        () =>
          panel.evaluate(
            () => (globalThis as unknown as { root?: ShadowRoot }).root?.querySelector<HTMLElement>('.layer')?.style.colorScheme,
          ),
        { what: 'the look of the card' },
      );
      expect(scheme).toBe('dark');
    });

    it('a change is kept though the page is closed at once', async () => {
      const options = await openOptions();
      await choose(options, 'theme', 'dark');
      await options.close();
      await waitFor(async () => (await kept())?.['theme'] === 'dark', { what: 'the theme to be kept' });
    });

    it('every control is reached and turned by keys alone', async () => {
      const options = await openOptions();
      await options.bringToFront();
      const stops = await options.evaluate(() =>
        JSON.stringify([
          ...new Set(
            [...document.querySelectorAll<HTMLInputElement>('a[href], button, input, select')].map(
              (one) => one.name || one.id || one.textContent,
            ),
          ),
        ]),
      );
      const focused = () =>
        options.evaluate(() => {
          const element = document.activeElement as HTMLInputElement | null;
          return element?.name || element?.id || element?.textContent || '';
        });
      const tabTo = async (wanted: string) => {
        for (let tabs = 0; tabs < 60; tabs++) {
          if ((await focused()) === wanted) return;
          await options.keyboard.press('Tab');
        }
        throw new Error(`Tab never came to ${wanted}.`);
      };
      for (const stop of JSON.parse(stops) as string[]) await tabTo(stop);
      const turned: Record<string, unknown> = {};
      for (const [name, key, field, value] of [
        ['style', 'ArrowRight', 'markStyle', 'dots'],
        ['mentions', 'ArrowRight', 'mentions', 'every'],
        ['dwell', 'ArrowRight', 'dwell', 400],
        ['theme', 'ArrowRight', 'theme', 'light'],
      ] as const) {
        await tabTo(name);
        await options.keyboard.press(key);
        turned[field] = value;
      }
      const inOrder = (fields: object) => JSON.stringify(Object.entries(fields).sort());
      await waitFor(async () => inOrder((await kept()) ?? {}) === inOrder(turned), { what: 'all that was turned' });
      await tabTo('site');
      await options.keyboard.type('mail.example');
      await options.keyboard.press('Enter');
      await waitFor(
        () => stage.inWorker(async () => JSON.stringify((await chrome.storage.local.get('sites'))['sites']) === '["*://mail.example/*"]'),
        {
          what: 'the site',
        },
      );
      await stage.inWorker(() => chrome.storage.local.remove('sites'));
    });

    it('what cannot be read is said, stands as it came, and loses nothing else', async () => {
      await stage.inWorker(() =>
        chrome.storage.sync.set({ settings: { language: 'klingon', mentions: 'every', dwell: 'long', later: 1 } }),
      );
      const options = await openOptions();
      const said = () => options.evaluate(() => document.querySelector('.broken')?.textContent ?? '');
      expect(await said()).toContain('A card opens after resting for');
      expect(await said()).toContain('Language');
      expect(await said()).not.toContain('How often');
      expect(await options.evaluate(() => document.querySelector<HTMLInputElement>('input[name=mentions]:checked')?.value)).toBe('every');
      await choose(options, 'language', 'en');
      await waitFor(async () => !(await said()).includes('Language'), { what: 'the language to be in order' });
      await waitFor(async () => (await kept())['language'] === 'en', { what: 'the language to be kept' });
      expect(await kept()).toMatchObject({ mentions: 'every', later: 1, dwell: 'long' });
    });
  },
  { serve: { pages } },
);
