import { storage } from 'wxt/utils/storage';
import { type ReadingPlaces, readPlaces } from '../core/reading-places';
import type { PanelTarget } from './messages';

/** Where the reader was: in `storage.local`, it never leaves this browser. */
const places = storage.defineItem<unknown>('local:reading');
const target = storage.defineItem<(PanelTarget & { at: number }) | null>('session:panel-target');

export async function loadPlaces(): Promise<ReadingPlaces> {
  return readPlaces(await places.getValue().catch(() => undefined));
}

/** Rejects when the browser refuses the write. */
export async function savePlaces(value: ReadingPlaces): Promise<void> {
  await places.setValue(value);
}

/** Leaves word for the panel, open already or opening now, where to go. */
export async function sendPanelTo(place: PanelTarget): Promise<void> {
  await target.setValue({ ...place, at: Date.now() });
}

/** Hears where the panel is asked to go: word left within the last five seconds, and every later one. */
export function watchPanelTarget(onTarget: (place: PanelTarget) => void, signal: AbortSignal): void {
  const take = (value: (PanelTarget & { at: number }) | null) => value && Date.now() - value.at < 5000 && onTarget(value);
  const unwatch = target.watch(take);
  signal.addEventListener('abort', unwatch);
  target.getValue().then(take, () => undefined);
}
