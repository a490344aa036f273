import { type DrivenBrowser, driveBrowser } from '../../../modules/start/drive-browser';
import { findBrowsers } from '../../../modules/start/find-browser';
import { openCard } from '../../../modules/start/hover-mark';
import { serveFolder } from '../../../modules/start/serve-folder';
import { waitFor } from '../../../modules/start/wait-for';
import { clickInCard } from '../../e2e/in-card';
import { type Row, spell, spellSpread } from '../row';
import { spreadOf } from '../statistics';

const words =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Words</title><p>Docker bought Fig. Google wrote Borg and then Kubernetes.</p>';

/** From the press on a card's way to the chapter until the paragraph is lit in the side panel. The clock is the machine's, told by both pages. */
export const panelOpening: Row = {
  name: 'panel-opening',
  what: 'from the card to its paragraph, lit in the side panel: panel open already, and panel shut',
  aim: '≤ 300 ms',
  async run({ extensionDir, rounds = 9 }) {
    const chromium = findBrowsers().find(({ kind }) => kind === 'chromium');
    if (!chromium) throw new Error('There is no Chromium here: install one or name it by CHROME_PATH.');
    const server = await serveFolder({ folder: import.meta.dirname, pages: { '/words.html': words } });
    const browser = await driveBrowser({ kind: 'chromium', path: chromium.path, headless: true, language: 'en', extensionDir });
    try {
      const times = { open: [] as number[], shut: [] as number[] };
      for (let round = 0; round < rounds; round++) {
        times.shut.push(await measure(browser, `${server.url}/words.html`, 'shut'));
        times.open.push(await measure(browser, `${server.url}/words.html`, 'open'));
      }
      const [open, shut] = [spreadOf(times.open), spreadOf(times.shut)];
      return {
        here: `${spell(open.median, 'ms')} open, ${spell(shut.median, 'ms')} shut`,
        spread: `${spellSpread(open, 'ms')}; ${spellSpread(shut, 'ms')}`,
        yardsticks: '',
      };
    } finally {
      await browser.close();
      await server.close();
    }
  },
};

async function measure(browser: DrivenBrowser, url: string, panel: 'open' | 'shut'): Promise<number> {
  await browser.clear();
  await browser.inWorker(() => chrome.storage.local.clear());
  const page = await browser.openPage(url);
  if (panel === 'open') await browser.openSidePanel();
  await openCard({ browser, page, text: 'Fig' });
  await page.evaluate(() => {
    const noted = globalThis as unknown as { pressedAt?: number };
    addEventListener('click', (event) => (noted.pressedAt = performance.timeOrigin + event.timeStamp), { capture: true, once: true });
  });
  await clickInCard({ stage: browser, page }, '.chapter');
  const view = await browser.findSidePanel();
  // the wash that lights the paragraph is an animation: its start is when it was first drawn, whenever it is asked for
  const litAt = await waitFor(
    () =>
      view.evaluate(() => {
        const wash = document.getAnimations().find((animation) => (animation as CSSAnimation).animationName === 'lit');
        return wash?.startTime != null && performance.timeOrigin + Number(wash.startTime);
      }),
    { what: 'the paragraph, lit' },
  );
  const pressedAt = await page.evaluate(() => (globalThis as unknown as { pressedAt?: number }).pressedAt);
  if (pressedAt === undefined) throw new Error('the press went nowhere');
  return litAt - pressedAt;
}
