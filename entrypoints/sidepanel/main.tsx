import '../../assets/tokens.css';
import '../../assets/parts.css';
import './sidepanel.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { chooseLanguage } from '../../core/settings';
import { sendMessage } from '../../platform/messages';
import { loadPlaces, savePlaces, watchPanelTarget } from '../../platform/reading-store';
import { loadSettings, saveSettings, watchSettings } from '../../platform/settings-store';
import { explainTermsOf } from './explain-terms';
import { createPanelModel, followHash, readTarget } from './model';
import { Panel } from './Panel';

const lifetime = new AbortController().signal;
const settings = await loadSettings();
const languageOf = (setting: typeof settings.language) => chooseLanguage(setting, browser.i18n.getUILanguage());
const model = createPanelModel({
  transport: { getChapters: () => sendMessage('getChapters'), loadPlaces, savePlaces },
  language: languageOf(settings.language),
  start: readTarget(location.hash),
});
effect(() => {
  document.documentElement.lang = model.language.value === 'zh' ? 'zh-Hans' : 'en';
});
followHash(model, (hash) => history.replaceState(null, '', hash || location.pathname));
addEventListener('hashchange', () => {
  const target = readTarget(location.hash);
  if (target) model.goTo(target);
});
watchPanelTarget((target) => model.goTo(target), lifetime);
watchSettings((changed) => {
  model.language.value = languageOf(changed.language);
}, lifetime);
render(
  <Panel
    model={model}
    onLanguage={(language) => void saveSettings({ language }).catch(() => undefined)}
    onTimeline={() => void browser.tabs.create({ url: browser.runtime.getURL('timeline.html') })}
    onEvent={(event) => void browser.tabs.create({ url: browser.runtime.getURL(`timeline.html#event=${event}`) })}
  />,
  document.body,
);
explainTermsOf({ model, signal: lifetime });
await model.load();
