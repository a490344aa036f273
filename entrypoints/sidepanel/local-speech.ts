import type { Language } from '../../core/dates';
import type { Speech } from './listen-model';

/** `speechSynthesis`, with the voices that run on this machine: a text that is read aloud by a server would leave the browser. */
export function createLocalSpeech(): Speech {
  const synthesis = globalThis.speechSynthesis as SpeechSynthesis | undefined;
  const voiceOf = (language: Language) =>
    synthesis
      ?.getVoices()
      .find((voice) => voice.localService && new RegExp(`^${language === 'zh' ? '(zh|cmn)' : 'en'}\\b`, 'i').test(voice.lang));
  return {
    hasVoice: (language) => voiceOf(language) !== undefined,
    speak: (text, language) =>
      new Promise((done, fail) => {
        const voice = voiceOf(language);
        if (!synthesis || !voice) return fail(new Error('no voice'));
        const utterance = new SpeechSynthesisUtterance(text);
        utterance.voice = voice;
        utterance.lang = voice.lang;
        utterance.onend = () => done();
        utterance.onerror = ({ error }) => fail(new Error(error));
        synthesis.speak(utterance);
      }),
    stop: () => synthesis?.cancel(),
    watchVoices: (onChange) => synthesis?.addEventListener('voiceschanged', onChange),
  };
}
