import browser from 'webextension-polyfill';
import { storage } from 'wxt/utils/storage';
import { isLookBroken, type ReaderLook, readLook } from '../core/reader-look';
import { arePlacesBroken, type ReadingPlaces, type ReadingStep, readPlaces, takeStep } from '../core/reading-places';
import type { PanelTarget } from './messages';

/** Where the reader was, and how the text is set: in `storage.local`, it never leaves this browser. */
const places = storage.defineItem<unknown>('local:reading');
const look = storage.defineItem<unknown>('local:reader-look');
const target = storage.defineItem<(PanelTarget & { at: number }) | null>('session:panel-target');

export async function loadPlaces(): Promise<ReadingPlaces> {
  return readPlaces(await places.getValue().catch(() => undefined));
}

/** Rejects when the browser refuses the write. Panels in two windows take turns, so that neither loses what the other read. */
export async function saveStep(step: ReadingStep): Promise<void> {
  if (isPrivate()) return;
  await navigator.locks.request('reading', async () => places.setValue(takeStep(readPlaces(await places.getValue()), step)));
}

/** Hears of every change, with the places as they are now: what an event brings may be older than a write of ours. */
export function watchPlaces(onChange: (places: ReadingPlaces) => void, signal: AbortSignal): void {
  signal.addEventListener(
    'abort',
    places.watch(() => void loadPlaces().then(onChange)),
  );
}

export async function loadLook(): Promise<ReaderLook> {
  return readLook(await look.getValue().catch(() => undefined));
}

/** Rejects when the browser refuses the write. */
export async function saveLook(change: Partial<ReaderLook>): Promise<void> {
  if (isPrivate()) return;
  await navigator.locks.request('reader-look', async () => look.setValue({ ...readLook(await look.getValue()), ...change }));
}

/** Hears of every change, with the look as it is now. */
export function watchLook(onChange: (look: ReaderLook) => void, signal: AbortSignal): void {
  signal.addEventListener(
    'abort',
    look.watch(() => void loadLook().then(onChange)),
  );
}

/** What was kept and cannot be read, if anything. */
export async function findBrokenReading(): Promise<'places' | 'look' | undefined> {
  const [keptPlaces, keptLook] = await Promise.all([places.getValue(), look.getValue()]);
  if (arePlacesBroken(keptPlaces)) return 'places';
  return isLookBroken(keptLook) ? 'look' : undefined;
}

/** Leaves word for the panel, open already or opening now, where to go. */
export async function sendPanelTo(place: PanelTarget): Promise<void> {
  await target.setValue({ ...place, at: Date.now() });
}

/** Hears where the panel of a window is asked to go: word left within the last five seconds, and every later one. */
export function watchPanelTarget(windowId: number, onTarget: (place: PanelTarget) => void, signal: AbortSignal): void {
  const take = (value: (PanelTarget & { at: number }) | null) => {
    const isOurs = value && (value.windowId === undefined || value.windowId === windowId);
    if (!isOurs || Date.now() - value.at > 5000) return;
    onTarget(value);
    // said and done: a panel that is opened next goes where its reader was
    void target.setValue(null).catch(() => undefined);
  };
  const unwatch = target.watch(take);
  signal.addEventListener('abort', unwatch);
  target.getValue().then(take, () => undefined);
}

/** Nothing is kept from a private window. */
function isPrivate(): boolean {
  return browser.extension?.inIncognitoContext === true;
}
