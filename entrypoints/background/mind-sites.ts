import browser, { type Tabs } from 'webextension-polyfill';
import { isOff, type SitePattern } from '../../core/sites';
import { loadSites, loadTurnedOn, rememberTurnedOn, watchSites } from '../../platform/sites-store';
import { readTabAgain } from './read-tab-again';
import { showWhetherOn } from './toolbar-icon';

/**
 * Where marking is off no page gets the annotator, and the toolbar says so. A change reaches open pages at once: their tabs are read
 * again, and the question whether marks may come is answered anew.
 */
export function mindSites(): void {
  watchSites((now, before) => void applyChange(now, before));
  browser.tabs.onUpdated.addListener((tabId, { status, url }, tab) => {
    if (status || url) void followTab(tabId, tab, status === 'complete');
  });
}

/** The site of a tab decides for all its frames. */
export async function isMarkingOff(tab: { url?: string | undefined } | undefined): Promise<boolean> {
  return isOff(await loadSites(), tab?.url);
}

async function applyChange(now: readonly SitePattern[], before: readonly SitePattern[]): Promise<void> {
  await rememberTurnedOn(before.filter((pattern) => !now.includes(pattern)));
  const tabs = await browser.tabs.query({});
  const changed = tabs.filter(({ url }) => isOff(now, url) !== isOff(before, url));
  await Promise.all(changed.map((tab) => apply(tab, isOff(now, tab.url))));
}

async function apply({ id, discarded }: Tabs.Tab, off: boolean): Promise<void> {
  if (id === undefined) return;
  await showWhetherOn(id, off);
  if (!discarded) await readTabAgain(id);
}

/**
 * Browsers forget a tab's own icon with each page. A page that comes back as it was left may still have its marks, or still be without,
 * though it was decided otherwise since.
 */
async function followTab(tabId: number, tab: Tabs.Tab, isLoaded: boolean): Promise<void> {
  if (!(await isMarkingOff(tab))) {
    if (isLoaded && isOff(await loadTurnedOn(), tab.url) && !(await isMarked(tabId))) await readTabAgain(tabId);
    return;
  }
  await showWhetherOn(tabId, true);
  if (isLoaded && (await isMarked(tabId))) await readTabAgain(tabId);
}

async function isMarked(tabId: number): Promise<boolean> {
  const read = () => (globalThis as { [key: symbol]: { marks?: unknown } | undefined })[Symbol.for('little-whale')]?.marks !== undefined;
  const frames = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: read }).catch(() => []);
  return frames.some(({ result }) => result === true);
}
