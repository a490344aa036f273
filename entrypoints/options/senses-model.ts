import { type ReadonlySignal, signal } from '@preact/signals';
import type { SitePattern } from '../../core/sites';
import type { Verdict, Verdicts } from '../../core/verdicts';

/** Where the verdicts are kept; passed in. A write rejects when the browser refuses it. */
export interface VerdictsStore {
  save(said: { site: SitePattern; term: string; verdict: undefined }): Promise<void>;
  watch(onChange: (verdicts: Verdicts) => void, signal: AbortSignal): void;
}

export interface Said {
  site: SitePattern;
  term: string;
  verdict: Verdict;
}

export type SensesModel = ReturnType<typeof createSensesModel>;

/** What the reader said of words on sites. */
export function createSensesModel({ store, first, ending }: { store: VerdictsStore; first: Verdicts; ending: AbortSignal }) {
  const said = signal(listVerdicts(first));
  const outcome = signal<{ kind: 'forgotten'; said: Said } | { kind: 'unkept' } | undefined>(undefined);
  store.watch((changed) => (said.value = listVerdicts(changed)), ending);
  return {
    said: said as ReadonlySignal<readonly Said[]>,
    outcome: outcome as ReadonlySignal<typeof outcome.value>,
    async forget(one: Said): Promise<void> {
      outcome.value = await store.save({ site: one.site, term: one.term, verdict: undefined }).then(
        () => ({ kind: 'forgotten', said: one }) as const,
        () => ({ kind: 'unkept' }) as const,
      );
    },
  };
}

function listVerdicts(verdicts: Verdicts): Said[] {
  return Object.entries(verdicts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([site, terms]) => Object.entries(terms).map(([term, verdict]) => ({ site: site as SitePattern, term, verdict })));
}
