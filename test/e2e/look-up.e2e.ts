import { expect, it } from 'vitest';
import { waitForCard } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { demoFolder, inEachBrowser } from './in-each-browser';

inEachBrowser(
  (stage) => {
    it.each(['kubernetes', 'kubernets'])('explains the selected word %s', async (word) => {
      const page = await stage.openPage(`${stage.server.url}/${word}.html`);
      await page.bringToFront();
      await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('p') as Element));
      await waitFor(() => page.evaluate(() => document.hasFocus()), { what: 'the focus' });
      await stage.runCommand('look-up-selection');
      expect((await waitForCard(stage, page)).name).toMatch(/^Kubernetes/);
    });
  },
  {
    serve: {
      folder: demoFolder,
      pages: Object.fromEntries(
        ['kubernetes', 'kubernets'].map((word) => [
          `/${word}.html`,
          `<!doctype html><meta charset="utf-8"><title>A word</title><p>${word}</p>`,
        ]),
      ),
    },
  },
);
