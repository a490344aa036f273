import { expect, it } from 'vitest';
import { openCard } from '../../modules/start/hover-mark';
import { waitFor } from '../../modules/start/wait-for';
import { changeSettings } from './change-settings';
import { findViolations } from './find-violations';
import { demoFolder, inEachBrowser } from './in-each-browser';

inEachBrowser(
  (stage) => {
    it.each([
      ['popup.html', '.event'],
      ['popup.html#event=e2014-dceu', '#detail h2'],
      ['timeline.html#term=swarm', '#detail h2'],
      ['timeline.html#event=e2014-docker-10&lane=docker&years=2013-2016&zoom=1', '[data-cite]'],
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

    it.each(['light', 'dark'] as const)(
      'axe finds nothing in the popup on the terms of a page, where marking is off, and in the options: %s',
      async (theme) => {
        for (const language of ['en', 'zh-CN'] as const) {
          await changeSettings(stage, { language, theme });
          const page = await stage.openPage(`${stage.server.url}/`);
          const popup = await stage.openPopup();
          await popup.click('#tab-page');
          await waitFor(() => popup.evaluate(() => document.querySelectorAll('.rows li').length > 20), { what: 'the terms' });
          expect(await findViolations(popup)).toEqual([]);
          await popup.click('footer .switch');
          await waitFor(() => popup.evaluate(() => document.querySelector('.instead') !== null), { what: 'that it is off' });
          expect(await findViolations(popup)).toEqual([]);
          const options = await stage.extensionPage('options.html');
          await waitFor(() => options.evaluate(() => document.querySelector('#sites li') !== null), { what: 'the site' });
          expect(await findViolations(options)).toEqual([]);
          await stage.inWorker(() => chrome.storage.local.remove('sites'));
          await Promise.all([page.close(), options.close()]);
        }
        await changeSettings(stage, { language: 'en', theme: 'auto' });
      },
    );

    it.each(['light', 'sepia', 'dark'])(
      'axe finds nothing in the chapters on a ground that is %s, with all that can be opened',
      async (ground) => {
        await stage.inWorker((name) => chrome.storage.local.set({ 'reader-look': { ground: name, languages: 'both' } }), ground);
        const page = await stage.extensionPage('sidepanel.html#chapter=3');
        await waitFor(() => page.evaluate(() => document.querySelector('.pair') !== null), { what: 'both languages' });
        await page.evaluate(() => {
          for (const button of document.querySelectorAll<HTMLElement>('.stamp, #c3-fig .dagger')) button.click();
          document.querySelector<HTMLElement>('#type-panel')?.showPopover();
        });
        await waitFor(() => page.evaluate(() => document.querySelector('.receipts a') !== null), {
          what: 'the notes and sources',
        });
        expect(await findViolations(page)).toEqual([]);
        await stage.inWorker(() => chrome.storage.local.clear());
      },
    );

    it.each(['light', 'dark'] as const)(
      'axe finds nothing on the search in the chapters, found and not, nor on the notes: %s',
      async (theme) => {
        const note = { id: 'n', chapter: 3, paragraph: 'c3-fig', language: 'en', start: 0, quote: 'The tool', text: 'A note' };
        await stage.inWorker((kept) => chrome.storage.local.set({ 'reader-notes': [kept] }), note);
        for (const language of ['en', 'zh-CN'] as const) {
          await changeSettings(stage, { language, theme });
          const page = await stage.extensionPage('sidepanel.html');
          const press = (selector: string) => page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
          const write = (text: string) =>
            page.evaluate((value) => {
              const field = document.querySelector('#find') as HTMLInputElement;
              field.value = value;
              field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            }, text);
          const waitForElement = (selector: string) =>
            waitFor(() => page.evaluate((wanted) => document.querySelector(wanted) !== null, selector), { what: selector });
          await waitForElement('[data-tab=find]');
          await press('[data-tab=find]');
          await waitForElement('#find');
          expect(await findViolations(page)).toEqual([]);
          await write('Borg');
          await waitForElement('.hits mark');
          expect(await findViolations(page)).toEqual([]);
          await write('zzzzzz');
          await waitFor(
            () => page.evaluate(() => document.querySelector('.hits li') === null && document.querySelector('.count')?.textContent),
            {
              what: 'that nothing is found',
            },
          );
          expect(await findViolations(page)).toEqual([]);
          await press('[data-tab=notes]');
          await waitForElement('.hits .kept');
          expect(await findViolations(page)).toEqual([]);
          await press('.hits .kept > .link-button');
          await waitForElement('.count .link-button');
          expect(await findViolations(page)).toEqual([]);
          await press('.count .link-button');
          await waitForElement('.hits .kept');
          // a page that is closed at once takes its write with it
          const countKept = async () => ((await chrome.storage.local.get('reader-notes'))['reader-notes'] as object[]).length;
          await waitFor(async () => (await stage.inWorker(countKept)) === 1, { what: 'the note to be kept again' });
          await page.close();
        }
        await changeSettings(stage, { language: 'en', theme: 'auto' });
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

// the timeline's colours differ by theme and lane; what can be opened on it is open
inEachBrowser(
  (stage) => {
    it('nothing glides for a reader who wants things to stand still', async () => {
      const page = await stage.extensionPage('timeline.html#event=e2003-borg');
      await waitFor(() => page.evaluate(() => document.querySelector('.event.chosen') !== null), { what: 'the picture' });
      // as text: in its extension pages Firefox may hand an object over empty
      const world = () =>
        page.evaluate(() =>
          JSON.stringify({
            isWanted: matchMedia('(prefers-reduced-motion: reduce)').matches,
            glide: getComputedStyle(document.documentElement).getPropertyValue('--lw-glide'),
            moving: (globalThis as { moved?: number }).moved,
          }),
        );
      await page.evaluate(() => {
        const counted = globalThis as { moved?: number };
        counted.moved = 0;
        const { animate } = Element.prototype;
        Element.prototype.animate = function (...how) {
          counted.moved = (counted.moved ?? 0) + 1;
          return animate.apply(this, how);
        };
        const { scrollTo } = Element.prototype;
        Element.prototype.scrollTo = function (this: Element, how: ScrollToOptions) {
          if (how.behavior === 'smooth') counted.moved = (counted.moved ?? 0) + 1;
          this.scrollLeft = how.left ?? this.scrollLeft;
        } as typeof scrollTo;
        document.querySelector<HTMLElement>('.event.chosen')?.focus();
      });
      await page.bringToFront();
      await page.keyboard.press('+');
      await page.keyboard.press('+');
      await waitFor(() => page.evaluate(() => location.hash.includes('zoom=2')), { what: 'a nearer picture' });
      await waitFor(() => page.evaluate(() => (document.querySelector('.sheet') as HTMLElement).offsetWidth > 4000), { what: 'its width' });
      await page.keyboard.press('End');
      await waitFor(() => page.evaluate(() => (document.querySelector('.field-of-time')?.scrollLeft ?? 0) > 3000), {
        what: 'the last of the lane',
      });
      expect(JSON.parse(await world())).toEqual({ isWanted: true, glide: '0ms', moving: 0 });
    });

    it.each([
      ['popup.html#path=borg..kubernetes', '.steps'],
      ['popup.html#path=kubernetes..borg&view=list', '#detail .say'],
      ['timeline.html#event=e2014-docker-10&lane=docker&only=notable', '[data-cite]'],
    ])('axe finds nothing on %s in the dark', async (path, ready) => {
      for (const language of ['en', 'zh-CN'] as const) {
        await changeSettings(stage, { language });
        const page = await stage.extensionPage(path);
        await waitFor(() => page.evaluate((selector) => document.querySelector(selector) !== null, ready), { what: path });
        await page.evaluate(() => document.querySelector<HTMLElement>('.filter-panel > button')?.click());
        await waitFor(() => page.evaluate(() => document.querySelector('#filters')?.checkVisibility()), { what: 'the filters' });
        expect(await findViolations(page)).toEqual([]);
        await page.close();
      }
    });
  },
  { colorScheme: 'dark', reducedMotion: true },
);
