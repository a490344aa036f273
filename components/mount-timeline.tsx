import { effect, signal } from '@preact/signals';
import { type ComponentType, render } from 'preact';
import { type KnownDate, type Language, toYears } from '../core/dates';
import { chooseLanguage, type Settings } from '../core/settings';
import { chooseStrings } from '../core/strings/choose-strings';
import type { Strings } from '../core/strings/en';
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
  const model = createTimelineModel(host.transport);
  void model.load();
  model.applyHash(location.hash);
  addEventListener('hashchange', () => model.applyHash(location.hash));

  const ending = new AbortController();
  addEventListener('pagehide', () => ending.abort());
  const settings = signal(await host.loadSettings());
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
  effect(() => {
    const hash = model.hash.value;
    if (hash !== location.hash) history.replaceState(null, '', hash || location.pathname);
  });
  render(<App />, document.getElementById('app') ?? document.body);
}
