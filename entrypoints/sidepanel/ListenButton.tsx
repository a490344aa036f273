import type { Chapter } from '../../core/pack-schema';
import type { Strings } from '../../core/strings/en';
import type { ListenModel } from './listen-model';
import type { PanelModel } from './model';

/** Reads aloud from the paragraph in view; there only where this machine has a voice for the language. */
export function ListenButton({
  model,
  listen,
  chapter,
  words,
}: {
  model: PanelModel;
  listen: ListenModel;
  chapter: Chapter;
  words: Strings;
}) {
  const isSpeaking = listen.spoken.value !== undefined;
  const label = isSpeaking ? words.stopReading : words.readAloud;
  const press = () => {
    if (isSpeaking) listen.stop();
    else void listen.start({ chapter, from: model.here.value, language: model.language.value });
  };
  return (
    <button type="button" class="icon-button listen" aria-label={label} title={label} aria-pressed={isSpeaking} onClick={press}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {isSpeaking ? (
          <path d="M4.5 4.5h7v7h-7z" />
        ) : (
          <path d="M2.5 6.2v3.6h2.300L8 12.500v-9L4.800 6.200zM10.500 6a2.800 2.800 0 0 1 0 4M12.300 4.200a5.400 5.400 0 0 1 0 7.600" />
        )}
      </svg>
    </button>
  );
}
