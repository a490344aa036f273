import * as v from 'valibot';
import type { Language } from './dates';
import { delays } from './hover';

/** How long a reader may set the dwell, in ms. */
export const dwellRange = { least: 150, most: 1000, step: 50 } as const;

/** Preferences only; sites, reading places and the like lie elsewhere. A field that is broken or of a later version falls back alone. */
const fields = {
  language: v.picklist(['auto', 'en', 'zh-CN']),
  mentions: v.picklist(['first', 'every']),
  markStyle: v.picklist(['line', 'dots', 'wash']),
  /** how long the pointer rests before a card opens, in ms */
  dwell: v.pipe(v.number(), v.integer(), v.minValue(dwellRange.least), v.maxValue(dwellRange.most)),
  theme: v.picklist(['auto', 'light', 'dark']),
};

export const defaultSettings: Settings = { language: 'auto', mentions: 'first', markStyle: 'line', dwell: delays.dwell, theme: 'auto' };

export type Settings = { [F in keyof typeof fields]: v.InferOutput<(typeof fields)[F]> };

const settingsSchema = v.object({
  language: v.fallback(fields.language, defaultSettings.language),
  mentions: v.fallback(fields.mentions, defaultSettings.mentions),
  markStyle: v.fallback(fields.markStyle, defaultSettings.markStyle),
  dwell: v.fallback(fields.dwell, defaultSettings.dwell),
  theme: v.fallback(fields.theme, defaultSettings.theme),
});

/** Whatever lies in storage, made whole. */
export function readSettings(stored: unknown): Settings {
  return v.parse(settingsSchema, isRecord(stored) ? stored : {});
}

/** A change of some fields, as a message brings it. Throws where it is none. */
export function readChange(change: unknown): Partial<Settings> {
  const known = v.parse(v.partial(v.object(fields)), change);
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}

/** The fields that were kept and cannot be read; all where the whole is no settings. Nothing kept is nothing broken. */
export function findBroken(stored: unknown): (keyof Settings)[] {
  if (stored === undefined || stored === null) return [];
  const names = Object.keys(fields) as (keyof Settings)[];
  return isRecord(stored) ? names.filter((name) => name in stored && !v.is(fields[name], stored[name])) : names;
}

/** `storage.sync` takes 8 kB an item; we promise to stay under this many bytes. */
const mostBytes = 2000;

/**
 * What is kept after a change. Fields that this version does not know are a later version's, on another device: they stay, as long as
 * there is room. What is broken stays as well until it is set anew, except where the whole is no settings.
 */
export function mergeSettings(stored: unknown, change: Partial<Settings>): Record<string, unknown> {
  const merged = { ...(isRecord(stored) && stored), ...change };
  return sizeOf(merged) < mostBytes ? merged : { ...readSettings(merged) };
}

/** At most this many bytes as JSON: a character has up to 3 for each UTF-16 unit. */
function sizeOf(value: object): number {
  return JSON.stringify(value).length * 3;
}

function isRecord(stored: unknown): stored is Record<string, unknown> {
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored);
}

/** The language to show, of the setting and the browser's own (`zh-TW`, `en-GB` …): Chinese for any Chinese, else English. */
export function chooseLanguage(setting: Settings['language'], browserLanguage: string): Language {
  if (setting !== 'auto') return setting === 'zh-CN' ? 'zh' : 'en';
  return /^zh\b/i.test(browserLanguage) ? 'zh' : 'en';
}
