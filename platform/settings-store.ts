import { storage } from 'wxt/utils/storage';
import { findBroken, mergeSettings, readSettings, type Settings } from '../core/settings';
import { sendMessage } from './messages';

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

function loadStored(): Promise<unknown> {
  return item.getValue().catch(() => undefined);
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

/**
 * Keeps a change, through the worker: a page of ours may close before the write is due, and then what it holds is lost. Rejects when the
 * browser refuses the write: say so where the change was made.
 */
export function saveSettings(change: Partial<Settings>): Promise<void> {
  return sendMessage('saveSettings', change);
}

let pending: Partial<Settings> = {};
let written: Promise<void> | undefined;

/** Joins changes to one write; for the worker. Rejects when the browser refuses it. */
export function keepSettings(change: Partial<Settings>): Promise<void> {
  pending = { ...pending, ...change };
  written ??= new Promise((resolve) => setTimeout(resolve, joinDelay)).then(write);
  return written;
}

async function write(): Promise<void> {
  const changes = pending;
  pending = {};
  written = undefined;
  await item.setValue(mergeSettings(await item.getValue(), changes));
}
