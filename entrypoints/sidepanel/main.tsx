import '../../assets/tokens.css';
import '../../assets/parts.css';
import './sepia.css';
import './sidepanel.css';
import './reading.css';
import { effect, signal, untracked } from '@preact/signals';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { chooseLanguage, type Settings } from '../../core/settings';
import { sendMessage } from '../../platform/messages';
import { changeNotes, loadNotes, watchNotes } from '../../platform/notes-store';
import { createGlow, findOwnWindow, watchTabInFront } from '../../platform/page-beside';
import { readFrames, showMention } from '../../platform/page-in-tab';
import {
  findBrokenReading,
  loadLook,
  loadPlaces,
  saveLook,
  saveStep,
  watchLook,
  watchPanelTarget,
  watchPlaces,
} from '../../platform/reading-store';
import { loadSettings, saveSettings, watchSettings } from '../../platform/settings-store';
import { applyLook } from './apply-look';
import { explainTermsOf } from './explain-terms';
import { createFindModel } from './find-model';
import { createListenModel } from './listen-model';
import { createLocalSpeech } from './local-speech';
import { createLookModel } from './look-model';
import { createPanelModel, followHash, readTarget } from './model';
import { createNotesModel } from './notes-model';
import { openMoments } from './open-moments';
import { Panel } from './Panel';
import { createPageModel } from './page-model';
import { termsInView } from './terms-in-view';

const lifetime = new AbortController().signal;
// all that the first picture needs is asked for at once: the reader waits for a paragraph
let early: ReturnType<typeof askForBook> | undefined = askForBook();
early.catch(() => undefined);
const [firstSettings, firstLook, broken, ownWindow] = await Promise.all([
  loadSettings(),
  loadLook(),
  findBrokenReading().catch(() => undefined),
  findOwnWindow().catch(() => undefined),
]);
const languageOf = (setting: Settings['language']) => chooseLanguage(setting, browser.i18n.getUILanguage());
const model = createPanelModel({
  transport: {
    getChapters() {
      const asked = early ?? askForBook();
      early = undefined;
      return asked;
    },
    getReceipts: (paragraph) => sendMessage('getReceipts', { paragraph }),
    loadPlaces,
    saveStep,
  },
  language: languageOf(firstSettings.language),
  start: readTarget(location.hash),
});
if (broken) model.tell(broken === 'places' ? 'placesUnreadable' : 'lookUnreadable');
const finder = createFindModel((query) => sendMessage('findInChapters', { query, language: model.language.value }));
const notes = createNotesModel({
  store: { load: loadNotes, change: changeNotes },
  onFailure: model.tell,
  onKept: () => model.settle('noteNotKept'),
});
watchNotes(notes.take, lifetime);
const listen = createListenModel(createLocalSpeech());
// whoever goes elsewhere has stopped listening
effect(() => {
  void [model.open.value, model.language.value];
  untracked(listen.stop);
});
addEventListener('pagehide', listen.stop);
const look = createLookModel({
  first: firstLook,
  save: (change) => saveLook(change).then(() => model.settle('settingsFailed')),
  onRefused: () => model.tell('settingsFailed'),
});
const settings = signal(firstSettings);
effect(() => applyLook({ look: look.look.value, theme: settings.value.theme, root: document.documentElement }));
effect(() => {
  document.documentElement.lang = model.language.value === 'zh' ? 'zh-Hans' : 'en';
});
followHash(model, (hash) => history.replaceState(null, '', hash || location.pathname));
addEventListener('hashchange', () => {
  const target = readTarget(location.hash);
  if (target) model.goTo(target);
});
const page = createPageModel({ readFrames, showMention, rest: (ms) => new Promise((done) => setTimeout(done, ms)) });
if (ownWindow !== undefined) {
  watchPanelTarget(ownWindow, model.goTo, lifetime);
  const glow = createGlow();
  effect(() => glow.show(look.look.value.glow ? termsInView(model) : []));
  watchTabInFront(
    ownWindow,
    (tabId) => {
      glow.moveTo(tabId);
      page.follow(tabId);
    },
    lifetime,
  );
}
watchPlaces(model.takePlaces, lifetime);
watchLook(look.take, lifetime);
/** our own choices on their way to the storage: what is heard from there meanwhile is older */
let unsaved = 0;
watchSettings(async () => {
  // as they are now: what an event brings may be older than the choice after it
  const kept = await loadSettings();
  settings.value = kept;
  if (unsaved === 0) model.language.value = languageOf(kept.language);
}, lifetime);
render(
  <Panel
    model={model}
    look={look}
    finder={finder}
    notes={notes}
    listen={listen}
    page={ownWindow === undefined ? undefined : page}
    onLanguage={(language) => {
      model.language.value = languageOf(language);
      unsaved++;
      saveSettings({ language })
        .then(
          () => model.settle('settingsFailed'),
          () => model.tell('settingsFailed'),
        )
        .finally(() => unsaved--);
    }}
    onTimeline={() => void browser.tabs.create({ url: browser.runtime.getURL('timeline.html') })}
  />,
  document.body,
);
explainTermsOf({ model, settings: () => settings.value, signal: lifetime });
openMoments((url) => void browser.tabs.create({ url }), lifetime);
addEventListener('keydown', (event) => {
  if (event.key !== '/' || (event.target instanceof Element && event.target.matches('input, textarea'))) return;
  event.preventDefault();
  model.show('find');
});
await Promise.all([model.load(), notes.load()]);

function askForBook() {
  return sendMessage('getChapters');
}
