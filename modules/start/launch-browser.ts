import puppeteer, { type Browser } from 'puppeteer-core';

export type ColorScheme = 'light' | 'dark';
export type Language = 'en' | 'zh-CN';
export type LaunchOptions = {
  path: string;
  /** The built extension; without one the caller installs it later with `browser.installExtension`. */
  extensionDir?: string;
  headless: boolean;
  /** The language web pages are asked for in; without one the browser's own. */
  language?: Language;
  colorScheme?: ColorScheme;
  /** as a reader asks for who wants things to stand still */
  reducedMotion?: boolean;
  /** A folder that keeps the profile; without one it is fresh and goes with the browser. */
  profileDir?: string | undefined;
  /** The address of a speech-dispatcher that the browser speaks through, on Linux; without one Chromium has no voice there. */
  speechAddress?: string;
};

const headlessFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Opens Chrome, Chromium, Edge or Brave over the debugging pipe, the one door that branded Chrome left open (`--load-extension` is gone since 137).
 */
export async function launchChromium({
  path,
  extensionDir,
  headless,
  language,
  colorScheme = 'light',
  reducedMotion = false,
  profileDir,
  speechAddress,
}: LaunchOptions): Promise<Browser> {
  const args = ['--no-first-run', '--no-default-browser-check'];
  if (language) args.push(`--lang=${language}`, `--accept-lang=${language}`);
  // The screen of a headless browser is 800 by 600 unless told, which cuts the popup.
  if (headless) args.push(...headlessFlags, '--window-size=1280,900', '--screen-info={1600x1200}');
  if (headless && colorScheme === 'dark') args.push('--force-dark-mode');
  if (reducedMotion) args.push('--force-prefers-reduced-motion');
  if (speechAddress) args.push('--enable-speech-dispatcher');
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const browser = await puppeteer.launch({
    executablePath: path,
    headless,
    ...(profileDir && { userDataDir: profileDir }),
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    args,
    // On Linux the menus follow this, not --lang.
    env: {
      ...process.env,
      ...(language && { LANGUAGE: language.replace('-', '_') }),
      ...(speechAddress && { SPEECHD_ADDRESS: speechAddress }),
    },
    ...(!headless && { ignoreDefaultArgs: ['--enable-automation'] }),
  });
  return withExtension(browser, extensionDir);
}

/** Opens Firefox. With `systemAccess` the tests reach what WebDriver BiDi keeps shut: popup, sidebar, background, accessibility tree. */
export async function launchFirefox({
  path,
  extensionDir,
  headless,
  language,
  colorScheme = 'light',
  reducedMotion = false,
  systemAccess = false,
  profileDir,
  speechAddress,
}: LaunchOptions & { systemAccess?: boolean }): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: path,
    headless,
    ...(speechAddress && { env: { ...process.env, SPEECHD_ADDRESS: speechAddress } }),
    ...(profileDir && { userDataDir: profileDir }),
    defaultViewport: null,
    args: ['--width=1280', '--height=900', ...(systemAccess ? ['-remote-allow-system-access'] : [])],
    extraPrefsFirefox: {
      ...(language && { 'intl.accept_languages': language === 'en' ? 'en-US, en' : 'zh-CN, zh, en' }),
      'extensions.openPopupWithoutUserGesture.enabled': true,
      // an extension that is put in for one session is taken out with all that it kept, unless told
      ...(profileDir && { 'extensions.webextensions.keepStorageOnUninstall': true, 'extensions.webextensions.keepUuidOnUninstall': true }),
      ...(reducedMotion && { 'ui.prefersReducedMotion': 1 }),
      // The first is for pages, the second for popups and sidebars, which follow the browser's theme.
      ...(headless && { 'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1 }),
      ...(headless && { 'ui.systemUsesDarkTheme': colorScheme === 'dark' ? 1 : 0 }),
    },
  });
  return withExtension(browser, extensionDir);
}

/** Puppeteer's own `enableExtensions: [dir]` does not wait until the extension is in. */
async function withExtension(browser: Browser, extensionDir?: string): Promise<Browser> {
  try {
    if (extensionDir) await browser.installExtension(extensionDir);
    return browser;
  } catch (error) {
    await browser.close();
    throw error;
  }
}
