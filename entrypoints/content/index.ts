import table from 'virtual:pack/surfaces';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createMatcher, type Matcher } from '../../core/find-terms';
import { tellWorker } from '../../platform/ask-worker';
import { pageWorld } from '../../platform/page-bridge';
import { readPage } from './read-page';

/**
 * Runs in every frame of every page, so it only reads: what is found brings the annotator. Not a WXT content script: its context object
 * posts a message with the extension's id to the page and obeys a forged event of the page. `modules/page-script.ts` lists this file
 * in the manifest.
 */
export default defineUnlistedScript(() => {
  if (!document.documentElement) return;
  const world = pageWorld();
  // an update puts the new copy into open tabs while the old one does not yet know that it is gone
  world.reading?.end();
  const ending = new AbortController();
  let matcher: Matcher | undefined;
  world.reading = readPage({
    // most frames of the web hold no text: the table is built when some is there
    matcher: () => (matcher ??= createMatcher(table)),
    onFirstTerm: () => tellWorker('loadAnnotator'),
    signal: ending.signal,
    end: () => ending.abort(),
  });
});
