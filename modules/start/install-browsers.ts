import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { type BrowserKind, type FoundBrowser, findBrowsers } from './find-browser';

type Need = BrowserKind | 'fonts' | 'speech' | 'voices';

/** Names differ: Debian has chromium and firefox-esr, Ubuntu only chromium-browser and firefox. */
const packageNames: Record<Need, [string, ...string[]]> = {
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox'],
  fonts: ['fonts-noto-cjk'],
  speech: ['speech-dispatcher'],
  voices: ['espeak-ng'],
};

/**
 * Answers with one browser of each kind that is needed, after installing through apt what is missing: as root, in CI, or after a yes.
 * Throws one message that says what to install where it may not, and where there is no apt. With `speech` a voice comes along where
 * something has to be installed anyway: most people have no use for one.
 */
export async function ensureBrowsers({
  need,
  fonts,
  speech = false,
}: {
  need: BrowserKind[];
  fonts: boolean;
  speech?: boolean;
}): Promise<FoundBrowser[]> {
  const missing: Need[] = need.filter((kind) => !findBrowsers().some((browser) => browser.kind === kind));
  if (fonts && !hasChineseFont()) missing.push('fonts');
  if (speech && missing.length > 0 && process.platform === 'linux') missing.push('speech', 'voices');
  if (missing.length > 0) await install(missing);
  return need.map((kind) => {
    const browser = findBrowsers().find((found) => found.kind === kind);
    if (!browser)
      throw new Error(
        `${packageNames[kind][0]} was installed, and still no ${kind} is found. Set ${kind === 'chromium' ? 'CHROME_PATH' : 'FIREFOX_PATH'} to where it is.`,
      );
    return browser;
  });
}

function hasChineseFont(): boolean {
  // Only Linux comes without one.
  if (process.platform !== 'linux' || existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true;
  return Boolean(spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim());
}

async function install(missing: Need[]): Promise<void> {
  const wanted = missing.map((need) => packageNames[need][0]).join(' ');
  const remedy = `Please install ${wanted}, or set CHROME_PATH or FIREFOX_PATH to a browser that is there.`;
  if (!existsSync('/usr/bin/apt-get')) throw new Error(`Missing on this machine: ${wanted}. ${remedy}`);
  if (!(await mayInstall(wanted))) throw new Error(`Missing on this machine: ${wanted}. ${remedy} (apt-get install ${wanted})`);
  console.log(`Installing ${wanted} through apt, which takes a minute or two.`);
  try {
    runApt(['update', '-qq']);
    runApt(['install', '-y', '-qq', '--no-install-recommends', ...missing.map(choosePackage)]);
  } catch {
    throw new Error(`apt could not install ${wanted}. ${remedy}`);
  }
}

async function mayInstall(wanted: string): Promise<boolean> {
  if (isRoot() || process.env.CI === 'true') return true;
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`This needs ${wanted}. Install with sudo apt-get? [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function choosePackage(need: Need): string {
  return packageNames[need].find((name) => /Candidate: \d/.test(askApt(name))) ?? packageNames[need][0];
}

function askApt(name: string): string {
  return execFileSync('apt-cache', ['policy', name], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
}

function runApt(words: string[]): void {
  const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...words];
  const [program = 'env', ...rest] = isRoot() ? command : ['sudo', ...command];
  execFileSync(program, rest, { stdio: ['inherit', 'ignore', 'inherit'] });
}
