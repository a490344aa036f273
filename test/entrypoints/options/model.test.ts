import { expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../../core/settings';
import { createOptionsModel, type SettingsStore } from '../../../entrypoints/options/model';

function openModel(save: SettingsStore['save']) {
  let tell = (_: Settings) => {};
  const store: SettingsStore = { save, watch: (onChange) => (tell = onChange) };
  const first = defaultSettings;
  const model = createOptionsModel({ store, first, browserLanguage: 'zh-TW', ending: new AbortController().signal });
  return { model, tell: (settings: Settings) => tell(settings) };
}

it('keeps a change at once and says so', async () => {
  const kept: Partial<Settings>[] = [];
  const { model } = openModel(async (change) => void kept.push(change));
  await model.change('mentions', 'every');
  expect(kept).toEqual([{ mentions: 'every' }]);
  expect(model.settings.value.mentions).toBe('every');
  expect(model.outcome.value).toEqual({ field: 'mentions', kind: 'kept' });
});

it('takes a change back that could not be kept, and says so', async () => {
  const { model } = openModel(() => Promise.reject(new Error('quota')));
  await model.change('language', 'en');
  expect(model.settings.value.language).toBe('auto');
  expect(model.outcome.value).toEqual({ field: 'language', kind: 'refused' });
});

it('follows changes made elsewhere, and speaks the language that they ask for', () => {
  const { model, tell } = openModel(async () => {});
  expect(model.language.value).toBe('zh');
  tell({ ...defaultSettings, language: 'en' });
  expect(model.language.value).toBe('en');
});
