import type { Language } from '../../core/dates';
import type { Paragraph } from '../../core/pack-schema';
import type { Strings } from '../../core/strings/en';
import { ChapterRuns } from './ChapterRuns';

/** Where the essay and the record differ: what each has, and the sources. */
export function EditorNote({
  id,
  note,
  voices,
  words,
}: {
  id: string;
  note: NonNullable<Paragraph['note']>;
  voices: readonly Language[];
  words: Strings;
}) {
  return (
    <div class="note" id={id} role="note" aria-label={words.editorNote}>
      {voices.map((voice) => (
        <p key={voice} lang={voice === 'zh' ? 'zh-Hans' : 'en'}>
          <ChapterRuns runs={note[voice]} />
        </p>
      ))}
    </div>
  );
}
