import { storage } from 'wxt/utils/storage';
import { readSettings, type Settings } from '../core/settings';

/** `settings` in `storage.sync`: preferences only, so that they travel where the person's browser syncs. */
const item = storage.defineItem<unknown>('sync:settings');

/** Writes are joined over this many milliseconds: sync storage takes 120 writes a minute. */
const joinDelay = 500;

/** The settings as they are kept; a broken field is its default. Never rejects: without storage the defaults hold. */
export async function loadSettings(): Promise<Settings> {
  return readSettings(await item.getValue().catch(() => undefined));
}

export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  const unwatch = item.watch((value) => onChange(readSettings(value)));
  signal.addEventListener('abort', () => {
    try {
      unwatch();
    } catch {
      // the extension is gone, and its events with it
    }
  });
}

let pending: Partial<Settings> = {};
let written: Promise<void> | undefined;

/** Keeps a change. Rejects when the browser refuses the write: say so where the change was made. */
export function saveSettings(change: Partial<Settings>): Promise<void> {
  pending = { ...pending, ...change };
  written ??= new Promise((resolve) => setTimeout(resolve, joinDelay)).then(async () => {
    const changes = pending;
    pending = {};
    written = undefined;
    const stored = await item.getValue();
    await item.setValue({ ...(typeof stored === 'object' && stored), ...changes });
  });
  return written;
}
