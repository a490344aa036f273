import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'puppeteer-core';
import { type BrowserKind, type FoundBrowser, findBrowsers } from './find-browser';
import { ensureBrowsers } from './install-browsers';
import { launchChromium, launchFirefox } from './launch-browser';
import { serveFolder } from './serve-folder';
import { takeTour } from './tour';

/**
 * `npm start`: builds, then opens the demo article in a browser of this machine with the extension in it, and ends with the window.
 * Without a display, or with --headless, it takes the same walk by itself. --browser=firefox prefers Firefox.
 */
const root = join(import.meta.dirname, '../..');
const usage = 'npm start -- [--browser=chromium|firefox] [--headless]';

async function start(): Promise<void> {
  const { preferred, isHeadless } = readOptions();
  const found = await chooseBrowser(preferred);
  build(found.kind);
  const extensionDir = join(root, '.output', found.kind === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
  const server = await serveFolder({ folder: join(import.meta.dirname, 'demo') });
  try {
    if (isHeadless) {
      // The Chinese half of the walk wants a font; its want is no reason not to walk.
      await ensureBrowsers({ need: [], fonts: true }).catch((error: Error) => console.warn(error.message));
      await takeTour({ found, extensionDir, url: server.url, folder: join(root, '.output/tour') });
    } else {
      await showWindow({ found, extensionDir, url: `${server.url}/` });
    }
  } finally {
    await server.close();
  }
}

function readOptions(): { preferred: BrowserKind | undefined; isHeadless: boolean } {
  const { values } = parseArgs({ options: { browser: { type: 'string' }, headless: { type: 'boolean', default: false } } });
  const { browser, headless } = values;
  if (browser !== undefined && browser !== 'chromium' && browser !== 'firefox')
    throw new Error(`There is no browser "${browser}": ${usage}`);
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return { preferred: browser, isHeadless: headless || !hasDisplay };
}

async function chooseBrowser(preferred: BrowserKind | undefined): Promise<FoundBrowser> {
  const found = findBrowsers().find(({ kind }) => !preferred || kind === preferred);
  if (found) return found;
  const [installed] = await ensureBrowsers({ need: [preferred ?? 'chromium'], fonts: false });
  if (!installed) throw new Error('No browser was found.');
  return installed;
}

function build(kind: BrowserKind): void {
  const { status } = spawnSync(join(root, 'node_modules/.bin/wxt'), ['build', '-b', kind === 'chromium' ? 'chrome' : 'firefox'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The build failed; its message is above.');
}

async function showWindow({ found, extensionDir, url }: { found: FoundBrowser; extensionDir: string; url: string }): Promise<void> {
  const launch = found.kind === 'chromium' ? launchChromium : launchFirefox;
  const browser = await launch({ path: found.path, extensionDir, headless: false });
  const [first] = await browser.pages();
  await (first ?? (await browser.newPage())).goto(url);
  console.log(`${found.name} is open with Little Whale in it. Rest the pointer on a marked word; close the window to end.`);
  await waitForEnd(browser);
}

/** The last window closed, or the whole browser: on macOS the one does not end the other. */
function waitForEnd(browser: Browser): Promise<void> {
  return new Promise((ended) => {
    browser.once('disconnected', () => ended());
    browser.on('targetdestroyed', async () => {
      if (browser.connected && (await browser.pages().catch(() => [])).length === 0) await browser.close().catch(() => {});
    });
  });
}

start().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
