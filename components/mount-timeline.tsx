import { effect, signal } from '@preact/signals';
import { type ComponentType, render } from 'preact';
import { type KnownDate, type Language, toYears } from '../core/dates';
import { chooseLanguage, type Settings } from '../core/settings';
import { chooseStrings } from '../core/strings/choose-strings';
import type { Strings } from '../core/strings/en';
import { showTheme } from './show-theme';
import { createTimelineModel, type TimelineModel, type TimelineTransport } from './timeline-model';

/** What a place with a timeline needs of the browser. */
export interface TimelineHost {
  transport: TimelineTransport;
  browserLanguage: string;
  loadSettings(): Promise<Settings>;
  watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void;
  saveSettings(change: Partial<Settings>): Promise<void>;
}

export interface TimelinePageProps {
  model: TimelineModel;
  today: number;
  language: Language;
  words: Strings;
  /** a sentence on what could not be kept, or empty */
  notice: string;
  onLanguage: (language: Language) => void;
}

/** Draws a page of the timeline in the reader's language and keeps its state and the address the same. */
export async function mountTimeline(Page: ComponentType<TimelinePageProps>, host: TimelineHost): Promise<void> {
  performance.mark('script');
  const model = createTimelineModel(host.transport);
  void model.load();
  model.applyHash(location.hash);
  addEventListener('hashchange', () => {
    address = location.hash;
    model.applyHash(address);
  });

  const ending = new AbortController();
  addEventListener('pagehide', () => ending.abort());
  const settings = signal(await host.loadSettings());
  performance.mark('settings');
  const notice = signal('');
  host.watchSettings((changed) => (settings.value = changed), ending.signal);
  const today = toYears(new Date().toISOString().slice(0, 10) as KnownDate);

  const onLanguage = (language: Language) => {
    const change = { language: language === 'zh' ? ('zh-CN' as const) : ('en' as const) };
    settings.value = { ...settings.value, ...change };
    host.saveSettings(change).then(
      () => (notice.value = ''),
      () => (notice.value = chooseStrings(language).settingsFailed),
    );
  };
  const App = () => {
    const language = chooseLanguage(settings.value.language, host.browserLanguage);
    return <Page {...{ model, today, language, onLanguage }} words={chooseStrings(language)} notice={notice.value} />;
  };
  effect(() => {
    const language = chooseLanguage(settings.value.language, host.browserLanguage);
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
    document.title = `${chooseStrings(language).product}${chooseStrings(language).colon}${chooseStrings(language).timeline}`;
  });
  effect(() => showTheme(settings.value.theme));
  effect(() => keepAddress(model.hash.value));
  render(<App />, document.getElementById('app') ?? document.body);
  afterFirstPicture(model, () => void model.loadFacts());
}

/** Browsers refuse more than some 100 changes of the address in 10 seconds: while the picture is panned, some are left out. */
const addressRest = 150;
let lastKept = Number.NEGATIVE_INFINITY;
let keeping: ReturnType<typeof setTimeout> | undefined;
/** the address as it was last written or read */
let address = location.hash;

function keepAddress(hash: string): void {
  clearTimeout(keeping);
  const keep = () => {
    // Somebody else has changed it since, and will be heard in a moment.
    if (location.hash !== address) return;
    lastKept = performance.now();
    if (hash !== address) history.replaceState(null, '', hash || location.pathname);
    address = location.hash;
  };
  const wait = lastKept + addressRest - performance.now();
  if (wait <= 0) keep();
  else keeping = setTimeout(keep, wait);
}

/** The worker is woken only when the picture stands: on two cores its start would take its share of the first paint. */
function afterFirstPicture(model: TimelineModel, act: () => void): void {
  const stop = effect(() => {
    if (model.loading.value.kind === 'loading') return;
    performance.mark('history');
    requestAnimationFrame(() =>
      setTimeout(() => {
        performance.mark('first picture');
        act();
        stop();
      }),
    );
  });
}
