import { useId, useState } from 'preact/hooks';
import type { Paragraph } from '../../core/pack-schema';
import type { Strings } from '../../core/strings/en';
import { ChapterRuns } from './ChapterRuns';
import { EditorNote } from './EditorNote';
import type { PanelModel } from './model';

/** One paragraph of the chapter in one voice or two, and at its edge what can be opened beside it. */
export function Stretch({
  model,
  paragraph,
  isBoth,
  isSwapped,
  isLit,
  words,
  onSwap,
}: {
  model: PanelModel;
  paragraph: Paragraph;
  isBoth: boolean;
  isSwapped: boolean;
  isLit: boolean;
  words: Strings;
  onSwap: () => void;
}) {
  const language = model.language.value;
  const other = language === 'zh' ? 'en' : 'zh';
  const first = isSwapped ? other : language;
  const voices = isBoth ? [first, first === 'zh' ? ('en' as const) : ('zh' as const)] : [first];
  const isHere = model.here.value === paragraph.id;
  const [isOpen, setOpen] = useState(false);
  const noteId = useId();
  return (
    <div class={`stretch${isHere ? ' here' : ''}${isLit ? ' lit' : ''}`} id={paragraph.id}>
      <div class={isBoth ? 'voices pair' : 'voices'}>
        {voices.map((voice) => (
          <p class="para" key={voice} lang={voice === 'zh' ? 'zh-Hans' : 'en'} data-voice={voice} tabIndex={-1}>
            <ChapterRuns runs={paragraph[voice]} />
          </p>
        ))}
      </div>
      <div class="edge">
        {paragraph.note && (
          <button
            type="button"
            class="stamp"
            lang="zh-Hans"
            aria-label={words.editorNote}
            title={words.editorNote}
            aria-expanded={isOpen}
            aria-controls={noteId}
            onClick={() => setOpen(!isOpen)}
          >
            校
          </button>
        )}
        <button type="button" class="icon-button swap" aria-label={words.swap} title={words.swap} aria-pressed={isSwapped} onClick={onSwap}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 5.500h9.500M10 3l2.500 2.500L10 8M13 10.500H3.500M6 8l-2.500 2.500L6 13" />
          </svg>
        </button>
      </div>
      {paragraph.note && isOpen && <EditorNote id={noteId} note={paragraph.note} voices={voices} words={words} />}
    </div>
  );
}
