import { it } from 'vitest';
import { readHighlights } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { findBuild } from './find-build';
import { inEachBrowser } from './in-each-browser';

inEachBrowser(
  (stage) => {
    it('marks the tabs that were open when it was installed', async () => {
      const page = await stage.openPage(`${stage.server.url}/before.html`);
      await stage.install(findBuild(stage.kind));
      await waitFor(async () => (await readHighlights(page)).includes('Docker'), { what: 'marks without a reload' });
    });
  },
  {
    extension: 'later',
    serve: {
      pages: { '/before.html': '<!doctype html><html lang="en"><meta charset="utf-8"><title>Before</title><p>Docker was here first.</p>' },
    },
  },
);
