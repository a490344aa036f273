import { type ReadonlySignal, signal } from '@preact/signals';
import { nameSite, readSite, type SitePattern } from '../../core/sites';
import type { Strings } from '../../core/strings/en';

/** Where the list is kept; passed in. The writes reject when the browser refuses them. */
export interface SitesStore {
  add(pattern: SitePattern): Promise<void>;
  remove(patterns: readonly SitePattern[]): Promise<void>;
  watch(onChange: (sites: SitePattern[]) => void, signal: AbortSignal): void;
}

/** What became of the last act on the list. */
export type SitesOutcome =
  | { kind: 'refused'; why: keyof Strings['sites']['refused'] }
  | { kind: 'added' | 'removed' | 'already'; site: string }
  | { kind: 'unkept' };

export type SitesModel = ReturnType<typeof createSitesModel>;

/** The sites that are left out. */
export function createSitesModel({ store, first, ending }: { store: SitesStore; first: readonly SitePattern[]; ending: AbortSignal }) {
  const sites = signal(first);
  const typed = signal('');
  const outcome = signal<SitesOutcome | undefined>(undefined);
  store.watch((changed) => (sites.value = changed), ending);

  async function add(): Promise<void> {
    const read = readSite(typed.value, toAscii);
    if (read.kind === 'refused') {
      outcome.value = read;
      return;
    }
    const site = nameSite(read.pattern);
    if (sites.value.includes(read.pattern)) {
      outcome.value = { kind: 'already', site };
      return;
    }
    outcome.value = await store.add(read.pattern).then(
      (): SitesOutcome => ({ kind: 'added', site }),
      (): SitesOutcome => ({ kind: 'unkept' }),
    );
    if (outcome.value.kind === 'added') typed.value = '';
  }

  async function remove(pattern: SitePattern): Promise<void> {
    outcome.value = await store.remove([pattern]).then(
      (): SitesOutcome => ({ kind: 'removed', site: nameSite(pattern) }),
      (): SitesOutcome => ({ kind: 'unkept' }),
    );
  }

  return {
    sites: sites as ReadonlySignal<readonly SitePattern[]>,
    typed,
    outcome: outcome as ReadonlySignal<SitesOutcome | undefined>,
    add,
    remove,
  };
}

function toAscii(host: string): string | undefined {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return undefined;
  }
}
