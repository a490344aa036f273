import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { chooseLanguage, type Settings } from '../../core/settings';

/** Where settings are kept; passed in. */
export interface SettingsStore {
  /** rejects when the browser refuses the write */
  save(change: Partial<Settings>): Promise<void>;
  watch(onChange: (settings: Settings) => void, signal: AbortSignal): void;
}

/** What became of the last change, beside the setting that it was made to. */
export interface Outcome {
  field: keyof Settings;
  kind: 'kept' | 'refused';
}

export type OptionsModel = ReturnType<typeof createOptionsModel>;

export function createOptionsModel({
  store,
  first,
  broken: brokenFirst = [],
  browserLanguage,
  ending,
}: {
  store: SettingsStore;
  first: Settings;
  /** what was kept and could not be read */
  broken?: readonly (keyof Settings)[];
  browserLanguage: string;
  ending: AbortSignal;
}) {
  const settings = signal(first);
  const broken = signal(brokenFirst);
  const outcome = signal<Outcome | undefined>(undefined);
  const language = computed(() => chooseLanguage(settings.value.language, browserLanguage));
  store.watch((changed) => (settings.value = changed), ending);

  /** Shown at once; taken back where it could not be kept. */
  async function change<F extends keyof Settings>(field: F, value: Settings[F]): Promise<void> {
    const before = settings.value;
    settings.value = { ...before, [field]: value };
    outcome.value = undefined;
    try {
      await store.save({ [field]: value });
      outcome.value = { field, kind: 'kept' };
      broken.value = broken.value.filter((other) => other !== field);
    } catch {
      settings.value = before;
      outcome.value = { field, kind: 'refused' };
    }
  }

  return {
    settings: settings as ReadonlySignal<Settings>,
    outcome: outcome as ReadonlySignal<Outcome | undefined>,
    broken: broken as ReadonlySignal<readonly (keyof Settings)[]>,
    language,
    change,
  };
}
