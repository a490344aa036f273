import { useId, useState } from 'preact/hooks';
import type { Paragraph } from '../../core/pack-schema';
import { textOf } from '../../core/run-text';
import type { Strings } from '../../core/strings/en';
import { ChapterRuns } from './ChapterRuns';
import { EditorNote } from './EditorNote';
import type { PanelModel } from './model';
import type { NotesModel } from './notes-model';
import { hasReceipts, ParagraphSources } from './ParagraphSources';
import { type Passage, selectedPassage } from './passages';
import { StretchNotes } from './StretchNotes';

/** One paragraph of the chapter in one voice or two, and at its edge what can be opened beside it. */
export function Stretch({
  model,
  notes,
  paragraph,
  isBoth,
  isSwapped,
  isLit,
  words,
  onSwap,
  onNote,
}: {
  model: PanelModel;
  notes: NotesModel;
  paragraph: Paragraph;
  isBoth: boolean;
  isSwapped: boolean;
  isLit: boolean;
  words: Strings;
  onSwap: () => void;
  onNote: (passage: Passage & { quote: string }) => void;
}) {
  const language = model.language.value;
  const other = language === 'zh' ? 'en' : 'zh';
  const first = isSwapped ? other : language;
  const voices = isBoth ? [first, first === 'zh' ? ('en' as const) : ('zh' as const)] : [first];
  const isHere = model.here.value === paragraph.id;
  const [isOpen, setOpen] = useState(false);
  const noteId = useId();
  const [isSourced, setSourced] = useState(false);
  const sourcesId = useId();
  const ownId = useId();
  const own = notes.notes.value.filter((note) => note.paragraph === paragraph.id);
  const [isWriting, setWriting] = useState(false);
  const isOwnOpen = own.length > 0 && (isWriting || own.some(({ id }) => id === notes.writing.value));
  /** on what is selected in it, else on the whole paragraph */
  const writeNote = () => {
    if (isOwnOpen) notes.write(undefined);
    setWriting(!isOwnOpen);
    if (own.length > 0) return;
    const quote = textOf(paragraph[first]);
    const whole = { paragraph: paragraph.id, language: first, start: 0, end: quote.length, quote };
    const selected = selectedPassage();
    onNote(selected?.paragraph === paragraph.id ? selected : whole);
  };
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
        {hasReceipts(paragraph.en) && (
          <button
            type="button"
            class="icon-button dagger"
            aria-label={words.paragraphSources}
            title={words.paragraphSources}
            aria-expanded={isSourced}
            {...(isSourced && { 'aria-controls': sourcesId })}
            onClick={() => setSourced(!isSourced)}
          >
            †
          </button>
        )}
        <button type="button" class="icon-button swap" aria-label={words.swap} title={words.swap} aria-pressed={isSwapped} onClick={onSwap}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 5.500h9.500M10 3l2.500 2.500L10 8M13 10.500H3.500M6 8l-2.500 2.500L6 13" />
          </svg>
        </button>
        <button
          type="button"
          class={`icon-button write${own.length > 0 ? ' has' : ''}`}
          aria-label={words.noteOnParagraph}
          title={words.noteOnParagraph}
          aria-expanded={isOwnOpen}
          {...(isOwnOpen && { 'aria-controls': ownId })}
          onPointerDown={(event) => event.preventDefault()}
          onClick={writeNote}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 13l.6-2.600L11 3l2 2-7.400 7.400zM9.500 4.500l2 2" />
          </svg>
        </button>
      </div>
      {paragraph.note && isOpen && <EditorNote id={noteId} note={paragraph.note} voices={voices} words={words} />}
      {isSourced && <ParagraphSources id={sourcesId} paragraph={paragraph.id} model={model} words={words} />}
      {isOwnOpen && <StretchNotes id={ownId} list={own} notes={notes} words={words} />}
    </div>
  );
}
