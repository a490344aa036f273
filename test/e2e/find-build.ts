import { join } from 'node:path';
import type { BrowserKind } from '../../modules/start/find-browser';

/** Where `npm run build` leaves the extension for a browser; E2E_BUILDS names another folder of such builds. */
export function findBuild(kind: BrowserKind): string {
  const builds = process.env.E2E_BUILDS ?? join(import.meta.dirname, '../../.output');
  return join(builds, kind === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
}
