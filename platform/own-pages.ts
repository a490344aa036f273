import browser from 'webextension-polyfill';

/** Opens one of the extension's own pages in a tab, `timeline.html#event=…`. */
export async function openOwnPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** The keys of a command as the reader has set them, `['Alt', 'Shift', 'J']`; empty where there are none (Firefox for Android). */
export async function findShortcut(command: string): Promise<string[]> {
  const commands = (await browser.commands?.getAll().catch(() => [])) ?? [];
  const keys = commands.find(({ name }) => name === command)?.shortcut ?? '';
  return keys.split('+').filter(Boolean);
}

/** The keys of every command of the manifest, in its order; empty where there are no commands. */
export async function findShortcuts(): Promise<ReadonlyMap<string, string[]>> {
  const names = ['next-term', 'previous-term', 'look-up-selection', 'open-panel'];
  if (!browser.commands) return new Map();
  return new Map(await Promise.all(names.map(async (name) => [name, await findShortcut(name)] as const)));
}

/** The language that the browser itself speaks, `zh-CN`. */
export function browserLanguage(): string {
  return browser.i18n.getUILanguage();
}
