import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { openCard } from '../../modules/start/hover-mark';
import { readHighlights, waitForNoCard } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { htmlPage } from '../fixtures/pages/html-page';
import { variedPages } from '../fixtures/pages/varied-pages';
import { inEachBrowser } from './in-each-browser';
import { waitForMarks } from './wait-for-marks';

interface Watched {
  records: string[];
  before: string;
  selected: string;
}

const hostile = `<script>
  const bad = () => { throw new Error('the page laid a trap') };
  for (const [proto, names] of [[Node.prototype, ['parentNode', 'parentElement', 'nodeType', 'nextSibling', 'isConnected', 'getRootNode', 'contains', 'compareDocumentPosition']],
    [Element.prototype, ['localName', 'matches', 'closest', 'querySelector', 'querySelectorAll', 'getAttribute', 'shadowRoot', 'getBoundingClientRect', 'checkVisibility']],
    [CharacterData.prototype, ['data']], [Document.prototype, ['createTreeWalker', 'createNodeIterator', 'createRange', 'createElementNS', 'caretPositionFromPoint']]])
    for (const name of names) Object.defineProperty(proto, name, { configurable: true, get: bad });
  window.requestIdleCallback = window.MutationObserver = window.IntersectionObserver = window.StaticRange = window.Highlight = undefined;
  Array.prototype[Symbol.iterator] = Map.prototype.get = Set.prototype.add = WeakMap.prototype.get = Reflect.get = bad;
  window.chrome = window.browser = null;
</script>`;

inEachBrowser(
  (stage) => {
    const open = (path: string) => stage.openPage(stage.server.url + path);
    const readWatched = (page: Page) =>
      page.evaluate(() => {
        const { records, before, selected } = window as unknown as Watched;
        const { activeElement } = document;
        return {
          records,
          isSame: before === document.documentElement.outerHTML,
          isSelected: selected === String(getSelection()) + activeElement?.nodeName,
        };
      });

    it.each(Object.keys(variedPages))('changes nothing on a page: %s', async (name) => {
      const page = await open(`/${name}.html`);
      await waitFor(async () => (await readHighlights(page)).length > 0, { what: 'a mark' });
      await new Promise((later) => setTimeout(later, 200));
      expect(await readWatched(page)).toEqual({ records: [], isSame: true, isSelected: true });
    });

    it('keeps the highlights of the page, and puts ours back after it cleared them all', async () => {
      const page = await open('/highlighted.html');
      await waitForMarks(page, ['Docker']);
      expect(await page.evaluate(() => CSS.highlights.get('page')?.size)).toBe(1);
      await page.evaluate(() => CSS.highlights.clear());
      expect(await readHighlights(page)).toEqual([]);
      await page.mouse.move(200, 300);
      await page.mouse.move(210, 310);
      await waitForMarks(page, ['Docker']);
      await page.evaluate(() => {
        // one by one, behind the registry's back; Firefox's registry has no iterator
        CSS.highlights.forEach((highlight) => void highlight.clear());
      });
      await page.mouse.move(220, 300);
      await waitForMarks(page, ['Docker']);
    });

    it('works where the page has broken everything it could', async () => {
      const page = await stage.browser.newPage();
      await page.goto(`${stage.server.url}/hostile.html`);
      // the page's own world is of no use here: a picture tells
      await waitFor(async () => (await countUnderlined(page)) > 0, { what: 'a drawn mark' });
    });

    it('works under a policy that allows nothing', async () => {
      const page = await open('/strict.html');
      const reports: string[] = [];
      page.on('console', (message) => reports.push(message.text()));
      expect((await openCard({ browser: stage, page, text: 'Docker' })).name).toMatch(/^Docker/);
      expect(reports.filter((text) => /policy|trusted/i.test(text))).toEqual([]);
    });

    it('does not fight a page that removes elements it does not know', async () => {
      const page = await open('/guarded.html');
      await waitForMarks(page, ['Docker']);
      const box = await page.evaluate(() => {
        const range = new Range();
        range.selectNodeContents(document.querySelector('p') as Element);
        const { x, y } = range.getBoundingClientRect();
        return { x: x + 10, y: y + 8 };
      });
      await page.bringToFront();
      await page.mouse.move(box.x, box.y);
      await waitFor(() => page.evaluate(() => (window as unknown as { removed: number }).removed > 0), { what: 'the card to be removed' });
      await new Promise((later) => setTimeout(later, 1500));
      expect(await page.evaluate(() => (window as unknown as { removed: number }).removed)).toBeLessThanOrEqual(3);
      expect(await readHighlights(page)).toEqual(['Docker']);
    });

    it('leaves nothing of a card behind, not even the focus', async () => {
      const page = await open('/focused.html');
      await openCard({ browser: stage, page, text: 'Docker' });
      await page.mouse.move(600, 500, { steps: 6 });
      await waitForNoCard(stage, page);
      const { isSame, isSelected, records } = await readWatched(page);
      expect({ isSame, isSelected }).toEqual({ isSame: true, isSelected: true });
      expect(new Set(records.filter((record) => !record.includes('LITTLE-WHALE')))).toEqual(new Set(['childList HTML null']));
    });
  },
  {
    serve: {
      pages: {
        ...Object.fromEntries(Object.entries(variedPages).map(([name, page]) => [`/${name}.html`, page])),
        '/hostile.html': htmlPage(`${hostile}<p style="font-size:40px">Docker</p>`),
        '/strict.html': htmlPage('<p>Docker</p>'),
        '/guarded.html': htmlPage(`<p>Docker</p><script>
          window.removed = 0;
          new MutationObserver(() => { for (const element of document.querySelectorAll(':not(:defined)')) { element.remove(); removed++; } })
            .observe(document, { subtree: true, childList: true });
        </script>`),
      },
      headers: { '/strict.html': { 'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types" } },
    },
  },
);

/** How many pixels have the colour of the line on light ground. */
async function countUnderlined(page: Page): Promise<number> {
  const image = await page.screenshot({ encoding: 'base64' });
  const helper = await page.browser().newPage();
  const count = await helper.evaluate(async (data) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let found = 0;
    for (let at = 0; at < pixels.length; at += 4)
      if (
        Math.abs((pixels[at] as number) - 0x0a) < 6 &&
        Math.abs((pixels[at + 1] as number) - 0x7a) < 6 &&
        Math.abs((pixels[at + 2] as number) - 0x78) < 6
      )
        found++;
    return found;
  }, image);
  await helper.close();
  return count;
}
