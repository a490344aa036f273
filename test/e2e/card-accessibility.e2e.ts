import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { delays } from '../../core/hover';
import { readMarks, waitForCard, waitForNoCard } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { htmlPage } from '../fixtures/pages/html-page';
import { changeSettings } from './change-settings';
import { findViolations } from './find-violations';
import { clickInCard, findInCard, isThereAfter, restUntil, waitForCards } from './in-card';
import { inEachBrowser, type Stage } from './in-each-browser';

const names = { en: ['Heroku', 'CoreOS'], 'zh-CN': ['Heroku', 'CoreOS'] } as const;

/** axe does not see into a closed root: it gets the same content and the same sheets in an open one, on the same page. */
async function copyIntoOpenRoot(stage: Stage, page: Page): Promise<void> {
  const { content, css } =
    (await stage.inClosedRoot(page.mainFrame(), (root) => ({
      content: root.innerHTML,
      css: root.adoptedStyleSheets.map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join('\n')).join('\n'),
    }))) ?? {};
  await page.evaluate(
    (html, text) => {
      document.querySelector('little-whale')?.remove();
      const copy = Object.assign(document.createElement('div'), { id: 'copy' });
      const root = copy.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      // what is still fading in has no contrast to measure
      sheet.replaceSync(`${text} * { animation: none !important }`);
      root.adoptedStyleSheets = [sheet];
      root.innerHTML = html;
      // outside of the body axe measures no contrast
      document.body.append(copy);
    },
    content ?? '',
    css ?? '',
  );
}

inEachBrowser(
  (stage) => {
    it.each(['light', 'dark'] as const)(
      'axe finds nothing on the card over a %s page, pinned and nested, in both languages',
      async (tone) => {
        for (const language of ['en', 'zh-CN'] as const) {
          await changeSettings(stage, { language });
          const page = await stage.openPage(`${stage.server.url}/${tone}.html`);
          const stand = { stage, page };
          const [first, second] = names[language];
          await restUntil(stand, first, [first]);
          await clickInCard(stand, '.pin');
          const title = await findInCard(stand, 'h2');
          await page.mouse.move(title.x, title.y);
          await page.mouse.down();
          await page.mouse.move(1000, 60, { steps: 6 });
          await page.mouse.up();
          await page.mouse.move(5, 500, { steps: 4 });
          await restUntil(stand, second, [first, second]);
          await clickInCard(stand, '.depths .term', -1);
          await waitFor(
            () => stage.inClosedRoot(page.mainFrame(), (root) => root.querySelector('.trail') && !root.querySelector('[aria-busy="true"]')),
            {
              what: 'a card in a card',
            },
          );
          await copyIntoOpenRoot(stage, page);
          const copied = await page.evaluate(() => document.querySelector('#copy')?.shadowRoot?.querySelectorAll('.card').length);
          expect(copied).toBe(2);
          expect(await findViolations(page, '#copy')).toEqual([]);
          await page.close();
        }
        await changeSettings(stage, { language: 'en' });
      },
    );

    it('says all of itself to a screen reader: its way down, headings, what each button does, links and a status', async () => {
      const page = await stage.openPage(`${stage.server.url}/light.html`);
      const stand = { stage, page };
      await restUntil(stand, 'Heroku', ['Heroku']);
      await clickInCard(stand, '.depths .term');
      await waitForCards(stand, ['Salesforce']);
      await clickInCard(stand, '.receipts summary');
      const links = await waitFor(
        () =>
          stage.inClosedRoot(page.mainFrame(), (root) =>
            root.querySelector('details[open]') ? [...root.querySelectorAll('.receipts li a')].map((link) => link.textContent) : null,
          ),
        { what: 'the sources' },
      );
      // Firefox begins to build the tree when it is asked for the first time
      const parts = await waitFor(() => stage.accessibleParts(page.mainFrame()), { what: 'the accessibility tree' });
      expect(parts.map(({ role, name }) => `${role}: ${name}`)).toEqual([
        'dialog: Salesforce, Seller of online business software, owner of Heroku.',
        'navigation: Opened so far',
        'button: Heroku',
        'heading 2: Salesforce',
        'button: Pin this card',
        'button: Close, Escape',
        'heading 3: Then 8 Dec 2010',
        'button: Heroku',
        'heading 3: When this page was written 1 Aug 2014',
        'heading 3: Now',
        'button: Heroku',
        'heading 3: Key dates',
        'button: Heroku',
        'button: Chapter 1, First Breath',
        `summary: Sources: salesforce.com, ${links.length - 1} more`,
        ...links.map((title) => `link: ${title}`),
        'link: Report an error',
        'status: ',
      ]);
    });

    it('axe does find what is wrong in such a copy', async () => {
      const page = await stage.openPage(`${stage.server.url}/light.html`);
      await restUntil({ stage, page }, 'Heroku', ['Heroku']);
      await copyIntoOpenRoot(stage, page);
      await page.evaluate(() => {
        const card = document.querySelector('#copy')?.shadowRoot?.querySelector<HTMLElement>('.card');
        card?.removeAttribute('aria-label');
        card?.querySelector<HTMLElement>('.identity')?.style.setProperty('color', '#ccc');
      });
      expect((await findViolations(page, '#copy')).map((found) => found.split(':')[0]).sort()).toEqual([
        'aria-dialog-name',
        'color-contrast',
      ]);
    });

    it('is dismissible: Escape sends it away while the pointer rests on the word, and it stays away (WCAG 1.4.13)', async () => {
      const page = await stage.openPage(`${stage.server.url}/light.html`);
      await restUntil({ stage, page }, 'Heroku', ['Heroku']);
      const word = (await readMarks(page)).find((mark) => mark.text === 'Heroku');
      await page.keyboard.press('Escape');
      await waitForNoCard(stage, page);
      for (let n = 0; n < 20; n++) await page.mouse.move((word?.x ?? 0) + 5 + (n % 2), (word?.y ?? 0) + 5);
      const isThere = await isThereAfter(page, 2 * delays.dwell);
      expect(isThere).toBe(false);
    });

    it('is hoverable: the pointer goes from the word into the card, from edge to edge (WCAG 1.4.13)', async () => {
      const page = await stage.openPage(`${stage.server.url}/light.html`);
      await restUntil({ stage, page }, 'Heroku', ['Heroku']);
      const { box } = await waitForCard(stage, page);
      for (const [x, y] of [
        [0.1, 0.05],
        [0.95, 0.05],
        [0.95, 0.95],
        [0.05, 0.95],
      ] as const)
        await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 30 });
      expect((await waitForCard(stage, page)).name).toMatch(/^Heroku/);
    });

    it('is persistent: with the pointer or the focus in it, it stays until it is left (WCAG 1.4.13)', async () => {
      const page = await stage.openPage(`${stage.server.url}/light.html`);
      await restUntil({ stage, page }, 'Heroku', ['Heroku']);
      const { x, y } = await findInCard({ stage, page }, '.identity');
      await page.mouse.move(x, y, { steps: 10 });
      expect(await isThereAfter(page, delays.corridor + 2 * delays.abandon), 'under the pointer').toBe(true);
      await page.mouse.move(2, 500, { steps: 10 });
      await waitForNoCard(stage, page);
      await stage.runCommand('next-term');
      await waitForCards({ stage, page }, ['Heroku']);
      await page.evaluate(() => {
        const frame = Object.assign(document.createElement('iframe'), { id: 'frame' });
        frame.style.cssText = 'position: absolute; left: 700px; top: 400px';
        document.body.append(frame);
      });
      // into a frame at last, from where no move is heard
      for (let n = 0; n < 10; n++) await page.mouse.move(600 + n * 20, 450);
      expect(await isThereAfter(page, delays.corridor + 2 * delays.abandon), 'with the focus').toBe(true);
    });
  },
  {
    serve: {
      pages: Object.fromEntries(
        [
          ['light', ''],
          ['dark', '<style>body { background: #14181c; color: #e8e8e8 }</style>'],
        ].map(([name, head]) => [
          `/${name}.html`,
          htmlPage('<p>Heroku was first.</p><p>CoreOS came later.</p>', {
            head: `${head}<meta property="article:published_time" content="2014-08-01">`,
          }),
        ]),
      ),
    },
  },
);
