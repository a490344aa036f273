import { expect, it } from 'vitest';
import { waitForNoCard } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { clickInCard, readCards, restUntil, waitForCards } from './in-card';
import { demoFolder, inEachBrowser } from './in-each-browser';

inEachBrowser(
  (stage) => {
    it('goes twelve cards deep under a short trail, and Escape comes up one at a time', async () => {
      const page = await stage.openPage(`${stage.server.url}/`);
      const stand = { stage, page };
      await restUntil(stand, 'Heroku', ['Heroku']);
      const way = ['Heroku'];
      while (way.length < 12) {
        const here = way.at(-1);
        await clickInCard(stand, '.depths .term, .related .term');
        const next = await waitFor(async () => (await readCards(stand)).find((name) => name !== here), { what: `a card under ${here}` });
        await waitForCards(stand, [next]);
        way.push(next);
      }
      const drawn = await stage.inClosedRoot(page.mainFrame(), (root) => ({
        trail: [...root.querySelectorAll('.trail li')].map((step) => step.textContent),
        edges: root.querySelector<HTMLElement>('.layer')?.dataset['edges'],
        cards: root.querySelectorAll('.card').length,
        focused: root.activeElement?.localName,
      }));
      expect(drawn).toEqual({ trail: [way[0], '…', way[10], way[11]], edges: '2', cards: 1, focused: 'h2' });
      for (const name of way.slice(0, -1).reverse()) {
        await page.keyboard.press('Escape');
        await waitForCards(stand, [name]);
      }
      await page.keyboard.press('Escape');
      await waitForNoCard(stage, page);
    });

    it('the first name of the trail leads straight up', async () => {
      const page = await stage.openPage(`${stage.server.url}/`);
      const stand = { stage, page };
      await restUntil(stand, 'Heroku', ['Heroku']);
      await clickInCard(stand, '.depths .term');
      await waitForCards(stand, ['Salesforce']);
      await clickInCard(stand, '.trail button');
      await waitForCards(stand, ['Heroku']);
      expect(await stage.inClosedRoot(page.mainFrame(), (root) => root.querySelector('.trail') === null)).toBe(true);
    });
  },
  { serve: { folder: demoFolder } },
);
