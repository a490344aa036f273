import '../../assets/tokens.css';
import '../../assets/parts.css';
import './options.css';
import looks from 'virtual:pack/first-look';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { showTheme } from '../../components/show-theme';
import { chooseStrings } from '../../core/strings/choose-strings';
import { browserLanguage, findShortcuts } from '../../platform/own-pages';
import { findBrokenSettings, loadSettings, saveSettings, watchSettings } from '../../platform/settings-store';
import { addSite, loadSites, removeSites, watchSites } from '../../platform/sites-store';
import { loadVerdicts, saveVerdict, watchVerdicts } from '../../platform/verdicts-store';
import { createOptionsModel } from './model';
import { Options } from './Options';
import { createSensesModel } from './senses-model';
import { createSitesModel } from './sites-model';

const ending = new AbortController();
addEventListener('pagehide', () => ending.abort());

const model = createOptionsModel({
  store: { save: saveSettings, watch: watchSettings },
  first: await loadSettings(),
  broken: await findBrokenSettings(),
  browserLanguage: browserLanguage(),
  ending: ending.signal,
});
const sites = createSitesModel({
  store: { add: addSite, remove: removeSites, watch: watchSites },
  first: await loadSites(),
  ending: ending.signal,
});
const senses = createSensesModel({
  store: { save: saveVerdict, watch: watchVerdicts },
  first: await loadVerdicts(),
  ending: ending.signal,
});
const keys = signal<ReadonlyMap<string, readonly string[]>>(new Map());
void findShortcuts().then((found) => (keys.value = found));

effect(() => {
  const words = chooseStrings(model.language.value);
  document.documentElement.lang = model.language.value === 'zh' ? 'zh-Hans' : 'en';
  document.title = `${words.product}${words.colon}${words.optionsTitle}`;
});
effect(() => showTheme(model.settings.value.theme));
const App = () => <Options model={model} sites={sites} senses={senses} looks={looks} keys={keys.value} />;
render(<App />, document.getElementById('app') ?? document.body);
