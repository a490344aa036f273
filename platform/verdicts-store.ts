import { storage } from 'wxt/utils/storage';
import type { SitePattern } from '../core/sites';
import { readVerdicts, type Verdict, type Verdicts, withVerdict } from '../core/verdicts';

/** What a reader said of terms on sites: in `storage.local`, it never leaves this browser. */
const item = storage.defineItem<unknown>('local:verdicts');

/** Never rejects: without storage nothing was said. */
export async function loadVerdicts(): Promise<Verdicts> {
  return readVerdicts(await item.getValue().catch(() => undefined));
}

/** Rejects when the browser refuses the write. */
export async function saveVerdict(said: { site: SitePattern; term: string; verdict: Verdict | undefined }): Promise<void> {
  await item.setValue(withVerdict(await loadVerdicts(), said));
}

export function watchVerdicts(onChange: (verdicts: Verdicts) => void, signal: AbortSignal): void {
  const unwatch = item.watch((value) => onChange(readVerdicts(value)));
  signal.addEventListener('abort', () => {
    try {
      unwatch();
    } catch {
      // the extension is gone, and its events with it
    }
  });
}
