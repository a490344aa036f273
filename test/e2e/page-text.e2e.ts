import { beforeAll, it } from 'vitest';
import { htmlPage } from '../fixtures/pages/html-page';
import { kindsOfText } from '../fixtures/pages/kinds-of-text';
import { changeSettings } from './change-settings';
import { inEachBrowser } from './in-each-browser';
import { waitForMarks } from './wait-for-marks';

const pathOf = (name: string) => `/${name.replace(/\W+/g, '-')}.html`;

inEachBrowser(
  (stage) => {
    beforeAll(() => changeSettings(stage, { mentions: 'every' }));

    it.each(kindsOfText)('$name', async ({ name, marks }) => {
      const page = await stage.openPage(stage.server.url + pathOf(name));
      await waitForMarks(page, marks);
    });
  },
  { serve: { pages: Object.fromEntries(kindsOfText.map(({ name, body }) => [pathOf(name), htmlPage(body)])) } },
);
