import { expect, it } from 'vitest';
import { findCard, readHighlights, waitForCard } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { htmlPage } from '../fixtures/pages/html-page';
import { demoFolder, inEachBrowser } from './in-each-browser';
import { waitForFrame, waitForMarks } from './wait-for-marks';

inEachBrowser(
  (stage) => {
    it.each(['kubernetes', 'kubernets'])('explains the selected word %s', async (word) => {
      const page = await stage.openPage(`${stage.server.url}/${word}.html`);
      await page.bringToFront();
      await waitFor(async () => (await readHighlights(page)).includes('Heroku'), { what: 'the page to be read' });
      await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('p') as Element));
      await waitFor(() => page.evaluate(() => document.hasFocus()), { what: 'the focus' });
      await stage.runCommand('look-up-selection');
      expect((await waitForCard(stage, page)).name).toMatch(/^Kubernetes/);
    });

    it('opens the popup for a word in a frame of another site that has no room for a card, and so does the key to the next term', async () => {
      const page = await stage.openPage(`${stage.server.url}/framed.html`);
      await page.bringToFront();
      const frame = await waitForFrame(page, (candidate) => candidate.url().includes('localhost'));
      await waitForMarks(frame, ['Kubernetes']);
      await frame.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('p') as Element));
      await stage.runCommand('look-up-selection');
      const answer = await stage.findPopup();
      await waitFor(() => answer.evaluate(() => document.querySelector<HTMLInputElement>('#search')?.value === 'Kubernetes'), {
        what: 'the word in the search field',
      });
      expect(await findCard(stage, frame)).toBeUndefined();
      await answer.close();
      await stage.runCommand('next-term');
      const term = await stage.findPopup();
      await waitFor(() => term.evaluate(() => document.querySelector('#detail h2')?.textContent === 'Kubernetes'), {
        what: 'the term in the popup',
      });
    });
  },
  {
    serve: {
      folder: demoFolder,
      pages: {
        '/inner.html': htmlPage('<p>Kubernetes</p>'),
        '/framed.html': htmlPage(
          `<script>document.write('<iframe width="300" height="200" src="//localhost:' + location.port + '/inner.html"></iframe>')</script>`,
        ),
        ...Object.fromEntries(['kubernetes', 'kubernets'].map((word) => [`/${word}.html`, htmlPage(`<p>${word}</p><p>Heroku</p>`)])),
      },
    },
  },
);
