import { accessSync, constants, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserKind = 'chromium' | 'firefox';
export type FoundBrowser = { kind: BrowserKind; name: string; path: string };

type KnownBrowser = { kind: BrowserKind; name: string; commands: string[]; mac?: string; windows?: string };

/** In the order in which `npm start` prefers them. */
const knownBrowsers: KnownBrowser[] = [
  {
    kind: 'chromium',
    name: 'Chrome',
    commands: ['google-chrome-stable', 'google-chrome'],
    mac: 'Google Chrome.app/Contents/MacOS/Google Chrome',
    windows: 'Google/Chrome/Application/chrome.exe',
  },
  {
    kind: 'chromium',
    name: 'Chromium',
    commands: ['chromium', 'chromium-browser'],
    mac: 'Chromium.app/Contents/MacOS/Chromium',
    windows: 'Chromium/Application/chrome.exe',
  },
  {
    kind: 'chromium',
    name: 'Edge',
    commands: ['microsoft-edge-stable', 'microsoft-edge'],
    mac: 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    windows: 'Microsoft/Edge/Application/msedge.exe',
  },
  {
    kind: 'chromium',
    name: 'Brave',
    commands: ['brave-browser', 'brave'],
    mac: 'Brave Browser.app/Contents/MacOS/Brave Browser',
    windows: 'BraveSoftware/Brave-Browser/Application/brave.exe',
  },
  {
    kind: 'firefox',
    name: 'Firefox',
    commands: ['firefox'],
    mac: 'Firefox.app/Contents/MacOS/firefox',
    windows: 'Mozilla Firefox/firefox.exe',
  },
  { kind: 'firefox', name: 'Firefox ESR', commands: ['firefox-esr'] },
];

/** The browsers this machine has, best first. CHROME_PATH and FIREFOX_PATH come before all that is found. */
export function findBrowsers(): FoundBrowser[] {
  const named = [
    { kind: 'chromium', name: 'CHROME_PATH', path: process.env.CHROME_PATH },
    { kind: 'firefox', name: 'FIREFOX_PATH', path: process.env.FIREFOX_PATH },
  ] as const;
  const found: FoundBrowser[] = [];
  for (const { kind, name, path } of named) {
    if (!path) continue;
    if (!isProgram(path)) throw new Error(`${name} names ${path}, and no program is there.`);
    found.push({ kind, name, path });
  }
  for (const { kind, name, ...places } of knownBrowsers) {
    const path = listPlaces(places).find(isProgram);
    // On Debian `firefox` is a link to `firefox-esr`: one browser, not two.
    if (path && !found.some((other) => realpathSync(other.path) === realpathSync(path))) found.push({ kind, name, path });
  }
  return found;
}

function listPlaces({ commands, mac, windows }: Omit<KnownBrowser, 'kind' | 'name'>): string[] {
  if (process.platform === 'darwin')
    return mac ? ['/Applications', join(process.env.HOME ?? '', 'Applications')].map((root) => join(root, mac)) : [];
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return windows ? roots.filter((root) => root !== undefined).map((root) => join(root, windows)) : [];
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/bin', '/usr/bin', '/snap/bin'];
  return folders.filter(Boolean).flatMap((folder) => commands.map((command) => join(folder, command)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
