import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { BrowserKind, FoundBrowser } from '../../modules/start/find-browser';
import { ensureBrowsers } from '../../modules/start/install-browsers';
import { findBuild } from './find-build';

declare module 'vitest' {
  interface ProvidedContext {
    browsers: FoundBrowser[];
  }
}

/** Brings the browsers that are missing and tells the cases where they are. E2E_BROWSER=firefox runs them in that one only. */
export default async function prepareBrowsers({ provide }: TestProject): Promise<void> {
  const need = (process.env.E2E_BROWSER ?? 'chromium,firefox').split(',') as BrowserKind[];
  for (const kind of need) {
    if (!existsSync(join(findBuild(kind), 'manifest.json')))
      throw new Error(`There is no ${findBuild(kind)}. Run \`npm run build\` first.`);
  }
  provide('browsers', await ensureBrowsers({ need, fonts: true, speech: true }));
}
