import { expect, it } from 'vitest';
import { chooseVoice } from '../../core/choose-voice';

const voice = (name: string, lang: string, localService = true, isDefault = false) => ({ name, lang, localService, default: isDefault });

it('takes no voice that speaks over a network, whatever it offers', () => {
  expect(chooseVoice([voice('Cloud', 'en-US', false, true)], 'en')).toBeUndefined();
  expect(chooseVoice([voice('Cloud', 'zh-CN', false), voice('Own', 'zh-CN')], 'zh')?.name).toBe('Own');
});

it('takes the browser’s own choice among those of the language, else the first', () => {
  const voices = [
    voice('Anna', 'de-DE', true, true),
    voice('Alex', 'en-GB'),
    voice('Sam', 'en-US', true, true),
    voice('Tingting', 'zh-CN'),
  ];
  expect(chooseVoice(voices, 'en')?.name).toBe('Sam');
  expect(chooseVoice(voices, 'zh')?.name).toBe('Tingting');
});

it.each([
  ['zh', 'cmn'],
  ['zh', 'zh-Hans-CN'],
  ['en', 'en'],
  ['en', 'EN-us'],
] as const)('knows %s by %s', (language, lang) => {
  expect(chooseVoice([voice('Own', lang)], language)?.name).toBe('Own');
});

it.each([
  ['en', 'enm'],
  ['zh', 'yue-HK'],
  ['zh', 'zha'],
] as const)('does not take for %s what is %s', (language, lang) => {
  expect(chooseVoice([voice('Other', lang)], language)).toBeUndefined();
});
