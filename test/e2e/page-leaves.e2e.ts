import { expect, it } from 'vitest';
import { openCard } from '../../modules/start/hover-mark';
import { readMarks } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { htmlPage } from '../fixtures/pages/html-page';
import { countMarks } from './count-marks';
import { findBuild } from './find-build';
import { inEachBrowser, type Stage } from './in-each-browser';
import { waitForMarks } from './wait-for-marks';

const pages = { '/page.html': htmlPage('<p>Docker and Kubernetes</p>') };

/** Takes the extension out, as the reader, an update or a reload does: the content scripts that run are told nothing. */
async function takeOut({ browser, kind }: Stage): Promise<void> {
  const id = kind === 'firefox' ? 'little-whale@little-whale.example' : [...(await browser.extensions()).keys()][0];
  if (id) await browser.uninstallExtension(id);
}

inEachBrowser(
  (stage) => {
    it('marks tabs that were open when it was installed, and again after an update', async () => {
      const page = await stage.openPage(`${stage.server.url}/page.html`);
      expect(await readMarks(page)).toEqual([]);
      await stage.install(findBuild(stage.kind));
      await waitForMarks(page, ['Docker', 'Kubernetes']);
      await openCard({ browser: stage, page, text: 'Docker' });
      await takeOut(stage);
      await waitFor(() => page.evaluate(isUnstyled), { what: 'the style to go' });
      await stage.install(findBuild(stage.kind));
      await waitForMarks(page, ['Docker', 'Kubernetes']);
      expect(await page.evaluate(() => document.querySelector('little-whale'))).toBeNull();
      await takeOut(stage);
    });

    it('gives everything back at the next sign of life, without an error', async (context) => {
      if (stage.kind === 'firefox')
        context.skip(
          'Firefox destroys the world of a content script with its extension and takes the style away; no code of ours can run after that',
        );
      const page = await stage.openPage(`${stage.server.url}/page.html`);
      await stage.install(findBuild(stage.kind));
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String((error as Error).stack)));
      await openCard({ browser: stage, page, text: 'Docker' });
      await takeOut(stage);
      await page.mouse.move(300, 400);
      await page.mouse.move(310, 410);
      await waitFor(() => page.evaluate(() => document.querySelector('little-whale') === null), { what: 'the card to go' });
      await waitFor(async () => (await countMarks(page)) === 0, { what: 'the marks to go' });
      expect(errors).toEqual([]);
    });
  },
  { extension: 'later', serve: { pages } },
);

/** Runs in the page. Chromium leaves the manifest's style in open pages, but then no highlight is registered. */
function isUnstyled(): boolean {
  const isStyled = getComputedStyle(document.body, '::highlight(little-whale-line-light)').textDecorationLine.includes('underline');
  return !isStyled || 'chrome' in window;
}
