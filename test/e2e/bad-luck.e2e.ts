import { expect, it } from 'vitest';
import { findCard } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { changeSettings } from './change-settings';
import { inEachBrowser } from './in-each-browser';

inEachBrowser(
  (stage) => {
    it('opens the popup with the text where the page has no card for it', async () => {
      const page = await stage.openPage(`${stage.server.url}/words.html`);
      await page.bringToFront();
      await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#unknown') as Element));
      await waitFor(() => page.evaluate(() => document.hasFocus()), { what: 'the focus' });
      await stage.runCommand('look-up-selection');
      const popup = await stage.findPopup();
      await waitFor(() => popup.evaluate(() => document.querySelector<HTMLInputElement>('#search')?.value === 'zzxxqqvv'), {
        what: 'the text in the search field',
      });
      expect(await findCard(stage, page)).toBeUndefined();
    });

    it('says so when nothing is found', async () => {
      const popup = await stage.openPopup();
      await popup.fill('#search', 'qqqqzzzz');
      await waitFor(() => popup.evaluate(() => (document.body.textContent ?? '').includes('Nothing here is called “qqqqzzzz”')), {
        what: 'the sentence',
      });
      await popup.fill('#search', '<img src=x>');
      await waitFor(() => popup.evaluate(() => (document.body.textContent ?? '').includes('Nothing here is called “<img src=x>”')), {
        what: 'the text, not markup',
      });
      expect(await popup.evaluate(() => document.querySelector('img[src="x"]'))).toBeNull();
    });

    it('says so for a term and an event that do not exist', async () => {
      for (const hash of ['#term=no-such-term', '#event=no-such-event']) {
        const page = await stage.extensionPage(`popup.html${hash}`);
        await waitFor(() => page.evaluate(() => document.querySelectorAll('.heads li').length === 6), {
          what: 'the timeline all the same',
        });
        await page.close();
      }
    });

    it('survives settings that are none', async () => {
      await stage.inWorker(() => chrome.storage.sync.set({ settings: 'broken' }));
      const page = await stage.openPage(`${stage.server.url}/words.html`);
      await page.bringToFront();
      await stage.runCommand('next-term');
      await waitFor(
        async () => {
          await stage.runCommand('next-term');
          return findCard(stage, page);
        },
        { what: 'a card' },
      );
      await changeSettings(stage, { language: 'en' });
    });

    it('shows the timeline of its address', async () => {
      const page = await stage.extensionPage('timeline.html#event=e2014-orchard');
      await waitFor(() => page.evaluate(() => document.querySelector('#detail h2')?.textContent?.includes('Orchard')), {
        what: 'the event',
      });
    });

    it('reads ten megabytes without an error', async () => {
      const page = await stage.openPage(`${stage.server.url}/huge.html`);
      const errors: unknown[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await waitFor(() => page.evaluate(() => [...CSS.highlights.values()].some((highlight) => highlight.size > 0)), {
        what: 'marks on a huge page',
      });
      expect(errors).toEqual([]);
    });

    it('lets a frame vanish while it is read', async () => {
      const page = await stage.openPage(`${stage.server.url}/vanishing.html`);
      const errors: unknown[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await page.evaluate(() => {
        for (let round = 0; round < 20; round++) {
          const frame = document.createElement('iframe');
          frame.src = 'words.html';
          document.body.append(frame);
          setTimeout(() => frame.remove(), round * 10);
        }
      });
      await waitFor(() => page.evaluate(() => document.querySelector('iframe') === null), { what: 'the frames to go' });
      expect(errors).toEqual([]);
    });
  },
  {
    serve: {
      pages: {
        '/words.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Words</title>
          <p>Docker came first, the CNCF later.</p><p>No name: <b id="unknown">zzxxqqvv</b>.</p>`,
        '/vanishing.html': '<!doctype html><html lang="en"><meta charset="utf-8"><title>Frames</title><p>Docker</p>',
        '/huge.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Huge</title><p>Docker.</p>${'<p>All work and no play makes for a very long page, and a whale of a time to read it.</p>'.repeat(120_000)}`,
      },
    },
  },
);
