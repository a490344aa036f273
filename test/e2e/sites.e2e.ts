import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { View } from '../../modules/start/drive-browser';
import { openCard } from '../../modules/start/hover-mark';
import { waitForCard, waitForNoCard } from '../../modules/start/read-page';
import { type FolderServer, serveFolder } from '../../modules/start/serve-folder';
import { waitFor } from '../../modules/start/wait-for';
import { htmlPage } from '../fixtures/pages/html-page';
import { inEachBrowser, pagesFolder } from './in-each-browser';
import { textOf } from './text-of';
import { waitForMarks } from './wait-for-marks';

const text = '<p>Docker and Kubernetes</p>';
const inner = `<p>Podman</p>`;
const pages = {
  '/page.html': htmlPage(text),
  '/inner.html': htmlPage(inner),
  '/frames.html': htmlPage(
    `${text}<iframe src="/inner.html"></iframe><iframe srcdoc="${inner}"></iframe><iframe src="data:text/html,${encodeURIComponent(inner)}"></iframe>`,
  ),
  '/roots.html': htmlPage(
    `${text}<div id="host"></div><script>document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(inner)}</script>`,
  ),
};

inEachBrowser(
  (stage) => {
    let elsewhere: FolderServer;
    beforeAll(async () => {
      elsewhere = await serveFolder({ folder: pagesFolder, pages });
      return elsewhere.close;
    });

    afterEach(() => stage.inWorker(() => chrome.storage.local.remove('sites')));

    const switchedTo = (popup: View, state: 'true' | 'false') =>
      waitFor(() => popup.evaluate((wanted) => document.querySelector('footer .switch')?.getAttribute('aria-checked') === wanted, state), {
        what: `the switch at ${state}`,
      });
    const turn = async (page: Page, from: 'true' | 'false') => {
      await page.bringToFront();
      const popup = await stage.openPopup();
      await switchedTo(popup, from);
      await popup.click('footer .switch');
      await switchedTo(popup, from === 'true' ? 'false' : 'true');
      await popup.close();
    };
    const titleOf = (url: string) =>
      stage.inWorker(async (wanted) => {
        // asked for by its address here: a match pattern takes no port in Firefox
        const tab = (await chrome.tabs.query({})).find(({ url }) => url === wanted);
        return tab?.id === undefined ? '' : chrome.action.getTitle({ tabId: tab.id });
      }, url);
    /** grey: nothing else than grey is drawn */
    const colourOf = async (url: string) => {
      const pixels = await stage.toolbarIcon(url);
      const drawn = Array.from({ length: pixels.length / 4 }, (_, at) => pixels.slice(at * 4, at * 4 + 4)).filter(
        ([, , , alpha = 0]) => alpha > 40,
      );
      if (drawn.length < 40) return 'nothing';
      // the more see-through a pixel is, the less exact its colour
      return drawn.every(([red = 0, green = 0, blue = 0]) => Math.max(red, green, blue) - Math.min(red, green, blue) < 8)
        ? 'grey'
        : 'coloured';
    };
    const keptSites = () => stage.inWorker(async () => (await chrome.storage.local.get('sites'))['sites']);

    it('turned off and on again, all frames of open pages follow without a reload, and other sites are left alone', async () => {
      const other = await stage.openPage(`${elsewhere.url.replace('127.0.0.1', 'localhost')}/page.html`);
      await waitForMarks(other, ['Docker', 'Kubernetes']);
      const page = await stage.openPage(`${stage.server.url}/frames.html`);
      await waitForMarks(page, ['Docker', 'Kubernetes']);
      const frames = () => page.frames().filter((frame) => frame !== page.mainFrame());
      await waitFor(() => frames().length === 3, { what: 'three frames' });
      await Promise.all(frames().map((frame) => waitForMarks(frame, ['Podman'])));

      expect(await colourOf(page.url())).toBe('coloured');
      await turn(page, 'true');
      await Promise.all([page, ...frames()].map((one) => waitForMarks(one, [])));
      expect(await keptSites()).toEqual(['*://127.0.0.1/*']);
      await waitFor(async () => (await titleOf(page.url())).includes('not marking'), { what: 'the toolbar to say so' });
      await waitForMarks(other, ['Docker', 'Kubernetes']);
      expect(await titleOf(other.url())).toBe('Little Whale');
      await waitFor(async () => (await colourOf(page.url())) === 'grey', { what: 'a grey icon' });
      expect(await colourOf(other.url())).toBe('coloured');

      await turn(page, 'false');
      await waitForMarks(page, ['Docker', 'Kubernetes']);
      await Promise.all(frames().map((frame) => waitForMarks(frame, ['Podman'])));
      expect(await keptSites()).toEqual([]);
      await waitFor(async () => (await titleOf(page.url())) === 'Little Whale', { what: 'the toolbar to say so' });
      await waitFor(async () => (await colourOf(page.url())) === 'coloured', { what: 'the icon in its colours' });
    });

    it('a page that is opened, changed or loaded again stays without marks, and shows no card', async () => {
      const page = await stage.openPage(`${stage.server.url}/page.html`);
      await waitForMarks(page, ['Docker', 'Kubernetes']);
      await page.goto(`${stage.server.url}/roots.html`);
      await waitForMarks(page, ['Docker', 'Kubernetes', 'Podman']);
      expect((await openCard({ browser: stage, page, text: 'Kubernetes' })).name).toMatch(/^Kubernetes/);
      await turn(page, 'true');
      await waitForNoCard(stage, page);
      await waitForMarks(page, []);
      expect(await page.evaluate(() => document.querySelector('#host')?.shadowRoot?.adoptedStyleSheets.length)).toBe(0);
      await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>CNCF and etcd</p>'));
      await waitForMarks(page, []);
      await page.goto(`${stage.server.url}/page.html`);
      await waitForMarks(page, []);
      await page.reload();
      await waitForMarks(page, []);
      await waitFor(async () => (await titleOf(page.url())).includes('not marking'), { what: 'the toolbar to say so' });
      await page.goto(`${stage.server.url}/roots.html`);
      await turn(page, 'false');
      await waitForMarks(page, ['Docker', 'Kubernetes', 'Podman']);
      // it comes back as it was left: without marks
      await page.evaluate(() => history.back());
      await waitFor(() => page.evaluate(() => location.pathname === '/page.html').catch(() => false), { what: 'the page before' });
      await waitForMarks(page, ['Docker', 'Kubernetes']);
    });

    it('a selection is looked up where marking is off', async () => {
      const page = await stage.openPage(`${stage.server.url}/page.html`);
      await waitForMarks(page, ['Docker', 'Kubernetes']);
      await turn(page, 'true');
      await waitForMarks(page, []);
      await page.bringToFront();
      await page.evaluate(() =>
        getSelection()?.setBaseAndExtent(
          document.querySelector('p')?.firstChild as Text,
          0,
          document.querySelector('p')?.firstChild as Text,
          6,
        ),
      );
      await waitFor(() => page.evaluate(() => document.hasFocus()), { what: 'the focus' });
      await stage.runCommand('look-up-selection');
      expect((await waitForCard(stage, page)).name).toMatch(/^Docker/);
      await waitForMarks(page, []);
      await turn(page, 'false');
    });

    it('the options list the sites, refuse what is none in words, and open pages follow', async () => {
      const page = await stage.openPage(`${stage.server.url}/page.html`);
      await waitForMarks(page, ['Docker', 'Kubernetes']);
      const options = await stage.extensionPage('options.html');
      await waitFor(() => options.evaluate(() => document.querySelector('#site') !== null), { what: 'the options' });
      const write = (site: string) =>
        options.evaluate((text) => {
          const input = document.querySelector<HTMLInputElement>('#site');
          if (!input) return;
          input.value = text;
          input.dispatchEvent(new InputEvent('input', { bubbles: true }));
          input.form?.requestSubmit();
        }, site);
      const said = (words: string) =>
        waitFor(async () => (await textOf(options as unknown as View, '#site-said'))?.includes(words), { what: `“${words}”` });
      for (const [site, words] of [
        ['', 'Write the name of a site'],
        ['*', 'every site'],
        ['<all_urls>', 'every site'],
        ['mail.*.example', 'at the front'],
        ['mail.example/inbox/*', 'Only whole sites'],
        ['ftp://mail.example', 'Only web sites'],
        ['no spaces', 'no name of a site'],
      ] as const) {
        await write(site);
        await said(words);
      }
      expect((await keptSites()) ?? []).toEqual([]);
      await write(`${stage.server.url}/page.html?q=1`);
      await said('127.0.0.1 is left out');
      await page.bringToFront();
      await waitForMarks(page, []);
      await options.bringToFront();
      await write('127.0.0.1');
      await said('already');
      await options.evaluate(() => document.querySelector<HTMLElement>('#sites li .link-button')?.click());
      await said('127.0.0.1 is marked again');
      await page.bringToFront();
      await waitForMarks(page, ['Docker', 'Kubernetes']);
    });
  },
  { serve: { pages } },
);
