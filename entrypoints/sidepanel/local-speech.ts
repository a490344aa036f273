import { chooseVoice } from '../../core/choose-voice';
import type { Language } from '../../core/dates';
import type { Speech } from './listen-model';

/** `speechSynthesis`, with the voices that run on this machine. A browser may have none, or be built without. */
export function createLocalSpeech(synthesis = globalThis.speechSynthesis as SpeechSynthesis | undefined): Speech {
  const voiceOf = (language: Language) => chooseVoice(synthesis?.getVoices() ?? [], language);
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
