import { storage } from 'wxt/utils/storage';
import { readSites, type SitePattern } from '../core/sites';

/** Where nothing is marked: in `storage.local`, a list of sites never leaves this browser. */
const item = storage.defineItem<unknown>('local:sites');

/** Never rejects: without storage every site is marked. */
export async function loadSites(): Promise<SitePattern[]> {
  return readSites(await item.getValue().catch(() => undefined));
}

/** Rejects when the browser refuses the write. */
export async function addSite(pattern: SitePattern): Promise<void> {
  await item.setValue([...new Set([...(await loadSites()), pattern])]);
}

/** Rejects when the browser refuses the write. */
export async function removeSites(patterns: readonly SitePattern[]): Promise<void> {
  await item.setValue((await loadSites()).filter((pattern) => !patterns.includes(pattern)));
}

export function watchSites(onChange: (now: SitePattern[], before: SitePattern[]) => void, signal?: AbortSignal): void {
  const unwatch = item.watch((now, before) => onChange(readSites(now), readSites(before)));
  signal?.addEventListener('abort', unwatch);
}

/** The sites where marking was turned on again since the browser was started: only there a page may come back that was left without. */
const turnedOn = storage.defineItem<SitePattern[]>('session:turned-on', { fallback: [] });

export function loadTurnedOn(): Promise<SitePattern[]> {
  return turnedOn.getValue().catch(() => []);
}

export async function rememberTurnedOn(patterns: readonly SitePattern[]): Promise<void> {
  if (patterns.length > 0) await turnedOn.setValue([...new Set([...(await loadTurnedOn()), ...patterns])]).catch(() => undefined);
}
