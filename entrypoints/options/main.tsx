import '../../assets/tokens.css';
import '../../assets/parts.css';
import './options.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { chooseStrings } from '../../core/strings/choose-strings';
import { browserLanguage } from '../../platform/own-pages';
import { loadSettings, saveSettings, watchSettings } from '../../platform/settings-store';
import { createOptionsModel } from './model';
import { Options } from './Options';

const ending = new AbortController();
addEventListener('pagehide', () => ending.abort());

const model = createOptionsModel({
  store: { save: saveSettings, watch: watchSettings },
  first: await loadSettings(),
  browserLanguage: browserLanguage(),
  ending: ending.signal,
});
effect(() => {
  const words = chooseStrings(model.language.value);
  document.documentElement.lang = model.language.value === 'zh' ? 'zh-Hans' : 'en';
  document.title = `${words.product}${words.colon}${words.optionsTitle}`;
});
render(<Options model={model} />, document.getElementById('app') ?? document.body);
