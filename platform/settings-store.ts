import { storage } from 'wxt/utils/storage';
import { findBroken, mergeSettings, readSettings, type Settings } from '../core/settings';

/** `settings` in `storage.sync`: preferences only, so that they travel where the person's browser syncs. */
const item = storage.defineItem<unknown>('sync:settings');

/** Writes are joined over this many milliseconds: sync storage takes 120 writes a minute. */
const joinDelay = 500;

/** The settings as they are kept; a broken field is its default. Never rejects: without storage the defaults hold. */
export async function loadSettings(): Promise<Settings> {
  return readSettings(await loadStored());
}

/** The names of what is kept and cannot be read. */
export async function findBrokenSettings(): Promise<(keyof Settings)[]> {
  return findBroken(await loadStored());
}

async function loadStored(): Promise<unknown> {
  return (lastSeen = await item.getValue().catch(() => undefined));
}

export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  const unwatch = item.watch((value) => {
    lastSeen = value;
    onChange(readSettings(value));
  });
  signal.addEventListener('abort', () => {
    try {
      unwatch();
    } catch {
      // the extension is gone, and its events with it
    }
  });
}

let lastSeen: unknown;
let pending: Partial<Settings> = {};
let written: Promise<void> | undefined;

/** Keeps a change. Rejects when the browser refuses the write: say so where the change was made. */
export function saveSettings(change: Partial<Settings>): Promise<void> {
  pending = { ...pending, ...change };
  if (!written) {
    written = new Promise((resolve) => setTimeout(resolve, joinDelay)).then(() => write());
    // a popup closes as soon as the reader looks elsewhere: what is not written by then is written now, without a question before
    for (const end of ['visibilitychange', 'pagehide'])
      addEventListener(end, () => void write({ over: lastSeen }).catch(() => undefined), { once: true });
  }
  return written;
}

async function write(known?: { over: unknown }): Promise<void> {
  const changes = pending;
  pending = {};
  written = undefined;
  if (Object.keys(changes).length === 0) return;
  await item.setValue(mergeSettings(known ? known.over : await item.getValue(), changes));
}
