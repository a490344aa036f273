import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import { readMarks, waitForCard, waitForNoCard } from '../../modules/start/read-page';
import { type FolderServer, serveFolder } from '../../modules/start/serve-folder';
import { waitFor } from '../../modules/start/wait-for';
import { htmlPage } from '../fixtures/pages/html-page';
import { clickInCard, findInCard, readCards, restUntil, waitForCards } from './in-card';
import { inEachBrowser, pagesFolder } from './in-each-browser';
import { waitForFrame } from './wait-for-marks';

const text = '<p>Heroku was first.</p>';
/** Runs in the page: how long our element stays from now on, and what lies at a point when a key is up. */
function noteLeaving({ x, y }: { x: number; y: number }): void {
  const leaving = { ms: 0, under: '' };
  const from = performance.now();
  Object.assign(globalThis, { leaving });
  addEventListener('keyup', () => (leaving.under = document.elementFromPoint(x, y)?.localName ?? ''), { once: true, capture: true });
  const look = () => (leaving.ms ||= document.querySelector('little-whale') ? 0 : performance.now() - from);
  new MutationObserver(look).observe(document.documentElement, { childList: true });
}

const parentOf = (page: Page) => page.evaluate(() => document.querySelector('little-whale')?.parentElement?.id);

/** What a page may do to hide, restyle or shift what hangs in it. */
const hostile = {
  'rules against our element': `<style>little-whale, little-whale * { display: none !important; opacity: 0 !important; visibility: hidden !important;
    transform: scale(3) !important; inset: 0 !important; width: 9px !important; font: 90px fantasy !important; zoom: 3 !important; pointer-events: none !important }</style>`,
  'rules against everything':
    '<style>* { color: lime !important; font-size: 40px !important; box-sizing: content-box; animation: none !important; letter-spacing: 9px; text-transform: uppercase }</style>',
  'a small root font': '<style>html { font-size: 62.5% }</style>',
  'a zoomed root': '<style>html { zoom: 1.5 } body { font-size: 12px }</style>',
  'transformed and layered ancestors':
    '<style>body { transform: translate(30px, 40px) scale(.9); filter: blur(0); z-index: 2147483647; position: relative; overflow: hidden }</style>',
  'text from right to left': '<script>document.documentElement.dir = "rtl"</script>',
};

inEachBrowser(
  (stage) => {
    let other: FolderServer;
    beforeAll(async () => {
      other = await serveFolder({ folder: pagesFolder, pages: { '/inner.html': htmlPage(text) } });
      return other.close;
    });

    it('looks the same under whatever a page does to it', async () => {
      for (const name of Object.keys(hostile)) {
        const page = await stage.openPage(`${stage.server.url}/${name.replace(/\W+/g, '-')}.html`);
        await restUntil({ stage, page }, 'Heroku', ['Heroku']);
        await findInCard({ stage, page }, 'h2');
        const seen = await stage.inClosedRoot(page.mainFrame(), (root) => {
          const style = getComputedStyle(root.querySelector('.identity') as Element);
          const { x, y, width, height } = (root.querySelector('.card') as Element).getBoundingClientRect();
          const isOnTop = (root as unknown as DocumentOrShadowRoot).elementFromPoint(x + width / 2, y + 40) !== null;
          return {
            font: style.fontSize,
            family: style.fontFamily.includes('fantasy'),
            case: style.textTransform,
            direction: style.direction,
            spacing: style.letterSpacing,
            width: Math.round(width),
            isInView: x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight,
            isOnTop,
          };
        });
        expect(seen, name).toEqual({
          font: '14px',
          family: false,
          case: 'none',
          direction: 'ltr',
          spacing: 'normal',
          width: 360,
          isInView: true,
          isOnTop: true,
        });
        await page.close();
      }
    });

    it('opens inside of modal dialogs, the topmost of them, and over popovers; Escape there closes the card alone', async () => {
      const page = await stage.openPage(`${stage.server.url}/dialogs.html`);
      const stand = { stage, page };
      await page.evaluate(() => {
        document.querySelector<HTMLDialogElement>('#outer')?.showModal();
        document.querySelector<HTMLDialogElement>('#inner')?.showModal();
      });
      await restUntil(stand, 'Heroku', ['Heroku']);
      expect(await parentOf(page)).toBe('inner');
      const { x, y } = await findInCard(stand, '.identity');
      await page.mouse.move(x, y, { steps: 8 });
      await page.keyboard.press('Escape');
      await waitForNoCard(stage, page);
      expect(await page.evaluate(() => document.querySelectorAll('dialog:modal').length)).toBe(2);
      await page.mouse.move(5, 5, { steps: 4 });
      await restUntil(stand, 'Heroku', ['Heroku']);
      await page.evaluate(() => document.querySelector<HTMLDialogElement>('#inner')?.close());
      await waitForNoCard(stage, page);
      await page.evaluate(() => {
        document.querySelector<HTMLDialogElement>('#outer')?.close();
        document.querySelector<HTMLElement>('#popover')?.showPopover();
      });
      await restUntil(stand, 'CoreOS', ['CoreOS']);
      await findInCard(stand, 'h2');
      const isOver = await stage.inClosedRoot(page.mainFrame(), (root) => {
        const { x, y } = (root.querySelector('.card') as Element).getBoundingClientRect();
        return (root as unknown as DocumentOrShadowRoot).elementFromPoint(x + 60, y + 20) !== null;
      });
      expect(isOver).toBe(true);
    });

    it('opens over an element in fullscreen', async () => {
      const page = await stage.openPage(`${stage.server.url}/fullscreen.html`);
      await page.bringToFront();
      await page.click('button');
      await waitFor(() => page.evaluate(() => document.fullscreenElement?.id === 'full'), { what: 'fullscreen' });
      const stand = { stage, page };
      await restUntil(stand, 'Heroku', ['Heroku']);
      expect(await parentOf(page)).toBe('full');
      // Escape there is the browser's: the close button and moving away are the ways out
      await clickInCard(stand, '.tools button', -1);
      await waitForNoCard(stage, page);
      await page.mouse.move(5, 400, { steps: 4 });
      await restUntil(stand, 'Heroku', ['Heroku']);
      await page.mouse.move(900, 700, { steps: 8 });
      await waitForNoCard(stage, page);
      expect(await page.evaluate(() => document.fullscreenElement?.id)).toBe('full');
    });

    it('fits a window of 320 px, and one at 400 % zoom', async () => {
      const page = await stage.openPage(`${stage.server.url}/plain.html`);
      for (const [width, height] of [
        [320, 640],
        [320, 225],
      ] as const) {
        await page.setViewport({ width, height });
        await restUntil({ stage, page }, 'Heroku', ['Heroku']);
        const fit = await stage.inClosedRoot(page.mainFrame(), (root) => {
          const card = root.querySelector('.card') as HTMLElement;
          const { x, y, width, height } = card.getBoundingClientRect();
          return {
            isInView: x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight,
            isCut: card.scrollWidth > card.clientWidth,
          };
        });
        expect(fit, `${width} x ${height}`).toEqual({ isInView: true, isCut: false });
        // the last control can be reached
        await findInCard({ stage, page }, 'summary');
        await page.keyboard.press('Escape');
        await waitForNoCard(stage, page);
        await page.mouse.move(300, 200);
      }
    });

    it('leaves a small frame of the same site for the room of the page around it', async () => {
      const page = await stage.openPage(`${stage.server.url}/framed.html`);
      const frame = await waitForFrame(page, (candidate) => candidate.url().includes('inner'));
      const mark = await waitFor(async () => (await readMarks(frame)).find((mark) => mark.text === 'Heroku'), { what: 'the mark' });
      const word = { x: 200 + 2 + mark.x + mark.width / 2, y: 100 + 2 + mark.y + mark.height / 2 };
      await page.bringToFront();
      let tremor = 0;
      await waitFor(
        async () => {
          tremor = 1 - tremor;
          await page.mouse.move(word.x + tremor, word.y);
          return (await readCards({ stage, page })).length === 1;
        },
        { what: 'a card in the top document' },
      );
      await waitForCards({ stage, page }, ['Heroku']);
      expect(await frame.evaluate(() => document.querySelector('little-whale'))).toBeNull();
      const { box } = await waitForCard(stage, page);
      expect(Math.abs(box.x + 22 - word.x)).toBeLessThan(3);
      await page.mouse.move(box.x + 60, box.y + 60, { steps: 12 });
      await page.mouse.move(box.x + 200, box.y + box.height - 30, { steps: 12 });
      await waitForCards({ stage, page }, ['Heroku']);
      await page.keyboard.press('Escape');
      await waitForNoCard(stage, page);
    });

    it('stays inside of a frame of another site, as large as that allows, and goes with Escape', async () => {
      const page = await stage.openPage(`${stage.server.url}/plain.html`);
      await page.evaluate(
        (src) => document.body.prepend(Object.assign(document.createElement('iframe'), { src, width: 340, height: 260 })),
        `${other.url.replace('127.0.0.1', 'localhost')}/inner.html`,
      );
      const frame = await waitForFrame(page, (candidate) => candidate.url().includes('localhost'));
      const mark = await waitFor(async () => (await readMarks(frame)).find((mark) => mark.text === 'Heroku'), { what: 'the mark' });
      const at = await page.evaluate(() => {
        const { x, y } = (document.querySelector('iframe') as Element).getBoundingClientRect();
        return { x: x + 2, y: y + 2 };
      });
      await page.bringToFront();
      let tremor = 0;
      const box = await waitFor(
        async () => {
          tremor = 1 - tremor;
          await page.mouse.move(at.x + mark.x + 10 + tremor, at.y + mark.y + 8);
          return stage.inClosedRoot(frame, (root) => {
            const { x, y, width, height } = (root.querySelector('.card') as Element).getBoundingClientRect();
            return { isInView: x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight };
          });
        },
        { what: 'a card in the frame' },
      );
      expect(box).toEqual({ isInView: true });
      // the focus is in the document around the frame: the frame itself never hears the key
      expect(await frame.evaluate(() => document.hasFocus())).toBe(false);
      await waitFor(
        async () => {
          await page.keyboard.press('Escape');
          return (await stage.inClosedRoot(frame, (root) => root.querySelector('.card') !== null)) !== true;
        },
        { what: 'the card to go with Escape' },
      );
      await page.evaluate(() => addEventListener('keydown', ({ key }) => (document.title = key)));
      await waitFor(
        async () => {
          await page.keyboard.press('Escape');
          return (await page.title()) === 'Escape';
        },
        { what: 'the key to be the page’s again' },
      );
    });

    it('fades out, out of reach from the first moment', async () => {
      const page = await stage.openPage(`${stage.server.url}/plain.html`);
      await restUntil({ stage, page }, 'Heroku', ['Heroku']);
      const { x, y } = await findInCard({ stage, page }, 'h2');
      await page.evaluate(noteLeaving, { x, y });
      await page.keyboard.press('Escape');
      await waitForNoCard(stage, page);
      const { ms, under } = await page.evaluate(() => (globalThis as unknown as { leaving: { ms: number; under: string } }).leaving);
      expect(ms).toBeGreaterThanOrEqual(99);
      expect(under).not.toBe('little-whale');
    });

    it('does not print, does not slide where motion is reduced, and has an edge in forced colours', async () => {
      const page = await stage.openPage(`${stage.server.url}/plain.html`);
      const read = () =>
        stage.inClosedRoot(page.mainFrame(), (root) => ({
          display: getComputedStyle((root as ShadowRoot).host).display,
          rise: getComputedStyle(root.querySelector('.layer') as Element).animationDuration,
          edge: getComputedStyle(root.querySelector('.card') as Element).borderTopWidth,
        }));
      await restUntil({ stage, page }, 'Heroku', ['Heroku']);
      expect(await read()).toEqual({ display: 'block', rise: '0.14s', edge: '0px' });
      await stage.emulateMedia(page, { isMotionReduced: true, areColorsForced: true });
      expect(await read()).toEqual({ display: 'block', rise: '0s', edge: '1px' });
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.querySelector('little-whale')), 'gone with the key').toBeNull();
      await page.mouse.move(900, 700);
      await restUntil({ stage, page }, 'Heroku', ['Heroku']);
      await stage.emulateMedia(page, { isPrint: true });
      expect((await read())?.display).toBe('none');
    });

    it('is deaf to events that a script made', async () => {
      const page = await stage.openPage(`${stage.server.url}/plain.html`);
      await restUntil({ stage, page }, 'Heroku', ['Heroku']);
      await page.evaluate(() => {
        for (const target of [document.body, document.querySelector('little-whale') as Element]) {
          target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
          target.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true, clientX: 5, clientY: 5 }));
          target.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, composed: true, clientX: 900, clientY: 700 }));
          target.dispatchEvent(new Event('scroll', { bubbles: true }));
        }
      });
      const { x, y } = await findInCard({ stage, page }, '.identity');
      await page.mouse.move(x, y, { steps: 8 });
      await waitForCards({ stage, page }, ['Heroku']);
    });
  },
  {
    serve: {
      pages: {
        '/plain.html': htmlPage(`${text}<div style="height: 900px"></div>`, {
          head: '<meta name="viewport" content="width=device-width">',
        }),
        '/inner.html': htmlPage(text),
        '/framed.html': htmlPage(
          '<iframe src="/inner.html" style="position: absolute; left: 200px; top: 100px; width: 300px; height: 120px; border: 2px solid"></iframe>',
        ),
        '/dialogs.html': htmlPage(
          `<dialog id="outer"><p>Outside</p><dialog id="inner">${text}</dialog></dialog><div id="popover" popover><p>CoreOS</p></div>`,
        ),
        '/fullscreen.html': htmlPage(
          `<div id="full" style="background: white">${text}<button onclick="document.querySelector('#full').requestFullscreen()">Full</button></div>`,
        ),
        ...Object.fromEntries(
          Object.entries(hostile).map(([name, head]) => [`/${name.replace(/\W+/g, '-')}.html`, htmlPage(text, { head })]),
        ),
      },
    },
  },
);
