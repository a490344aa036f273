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
  /** it stands beside a page, and has a view of that */
  hasPage?: boolean;
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

/**
 * Draws a page of the timeline in the reader's language and keeps its state and the address the same. The frame of the page is painted
 * first, the history is laid out into it after that. Resolves when the picture or the list stands on the screen.
 */
export async function mountTimeline(Page: ComponentType<TimelinePageProps>, host: TimelineHost): Promise<void> {
  performance.mark('script');
  const framed = Promise.withResolvers<void>();
  const getTimeline = async () => {
    const timeline = await host.transport.getTimeline();
    performance.mark('history');
    await framed.promise;
    return timeline;
  };
  const model = createTimelineModel({ ...host.transport, getTimeline }, host);
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
  performance.mark('frame');
  void nextFrame().then(framed.resolve);
  await firstPicture(model);
  // the worker is woken only now: on two cores its start would take its share of the first paint
  void model.loadFacts();
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

/** A page that nobody sees draws no frame: it waits for this many ms instead. */
const unseen = 100;

/** Resolves after the next frame was drawn. */
async function nextFrame(): Promise<void> {
  await new Promise((drawn) => {
    requestAnimationFrame(drawn);
    setTimeout(drawn, unseen);
  });
  await new Promise((painted) => setTimeout(painted));
}

/** Resolves when the history has been drawn, or it was said why not. */
async function firstPicture({ loading, view, isPage, years, shown }: TimelineModel): Promise<void> {
  await new Promise<void>((drawn) => {
    const stop = effect(() => {
      const isPacking = !isPage.value && view.value === 'picture' && shown.value.length > 0 && years.value === undefined;
      if (loading.value.kind !== 'loading' && (loading.value.kind === 'failed' || !isPacking)) {
        drawn();
        queueMicrotask(() => stop());
      }
    });
  });
  await nextFrame();
  performance.mark('first picture');
}
