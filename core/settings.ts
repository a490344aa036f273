import * as v from 'valibot';
import type { Language } from './dates';

/** Preferences only; sites, reading places and the like lie elsewhere. A field that is broken or of a later version falls back alone. */
const settingsSchema = v.object({
  language: v.fallback(v.picklist(['auto', 'en', 'zh-CN']), 'auto'),
  mentions: v.fallback(v.picklist(['first', 'every']), 'first'),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

/** Whatever lies in storage, made whole. */
export function readSettings(stored: unknown): Settings {
  return v.parse(settingsSchema, typeof stored === 'object' && stored !== null ? stored : {});
}

/** The language to show, of the setting and the browser's own (`zh-TW`, `en-GB` …): Chinese for any Chinese, else English. */
export function chooseLanguage(setting: Settings['language'], browserLanguage: string): Language {
  if (setting !== 'auto') return setting === 'zh-CN' ? 'zh' : 'en';
  return /^zh\b/i.test(browserLanguage) ? 'zh' : 'en';
}
