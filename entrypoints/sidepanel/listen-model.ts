import { type ReadonlySignal, signal } from '@preact/signals';
import type { Language } from '../../core/dates';
import type { Chapter } from '../../core/pack-schema';
import { textOf } from '../../core/run-text';
import { splitSentences } from '../../core/split-sentences';
import type { Passage } from './passages';

/** The voices of this machine, and nothing that speaks over a network; passed in. */
export interface Speech {
  hasVoice(language: Language): boolean;
  /** resolves when the sentence has been spoken, rejects when it could not be or was stopped */
  speak(text: string, language: Language): Promise<void>;
  stop(): void;
  watchVoices(onChange: () => void): void;
}

export type ListenModel = ReturnType<typeof createListenModel>;

/** Reads a chapter aloud, sentence by sentence. */
export function createListenModel(speech: Speech) {
  const languages = signal<ReadonlySet<Language>>(new Set());
  const spoken = signal<Passage | undefined>(undefined);
  let turn = 0;

  const lookForVoices = () => {
    languages.value = new Set((['en', 'zh'] as const).filter(speech.hasVoice));
  };
  lookForVoices();
  speech.watchVoices(lookForVoices);

  function stop(): void {
    turn++;
    spoken.value = undefined;
    speech.stop();
  }

  /** From a paragraph to the end of the chapter, or until it is stopped. */
  async function start({ chapter, from, language }: { chapter: Chapter; from: string | undefined; language: Language }): Promise<void> {
    stop();
    const mine = turn;
    const first = Math.max(
      0,
      chapter.paragraphs.findIndex(({ id }) => id === from),
    );
    for (const paragraph of chapter.paragraphs.slice(first)) {
      const text = textOf(paragraph[language]);
      for (const span of splitSentences(text, language)) {
        spoken.value = { paragraph: paragraph.id, language, ...span };
        const isSpoken = await speech.speak(text.slice(span.start, span.end), language).then(
          () => true,
          () => false,
        );
        if (turn !== mine) return;
        if (!isSpoken) return stop();
      }
    }
    stop();
  }

  return {
    languages: languages as ReadonlySignal<ReadonlySet<Language>>,
    spoken: spoken as ReadonlySignal<Passage | undefined>,
    start,
    stop,
  };
}
