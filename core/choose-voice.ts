import type { Language } from './dates';

/** What a `SpeechSynthesisVoice` says of itself. */
interface Voice {
  lang: string;
  localService: boolean;
  default: boolean;
}

const tags: Record<Language, RegExp> = { en: /^en\b/i, zh: /^(zh|cmn)\b/i };

/**
 * A voice of this machine for a language, the browser's own choice first: a text that is read by a server would leave the browser.
 * Firefox on Linux calls only the speech-dispatcher voice named “default” local.
 */
export function chooseVoice<V extends Voice>(voices: readonly V[], language: Language): V | undefined {
  const fit = voices.filter(({ lang, localService }) => localService && tags[language].test(lang));
  return fit.find((voice) => voice.default) ?? fit[0];
}
