import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { RunText } from '../../components/RunText';
import type { Chapter, Paragraph } from '../../core/pack-schema';
import type { Strings } from '../../core/strings/en';
import type { PanelModel } from './model';

const doNothing = () => undefined;

/** One chapter in one language. Keeps the paragraph at the top as the reader's place, whatever the language. */
export function ChapterText({
  model,
  chapter,
  words,
  onEvent,
}: {
  model: PanelModel;
  chapter: Chapter;
  words: Strings;
  onEvent: (event: string) => void;
}) {
  const language = model.language.value;
  const main = useRef<HTMLElement>(null);
  const goal = model.goal.value;
  const lang = language === 'zh' ? 'zh-Hans' : 'en';
  const other = language === 'zh' ? 'en' : 'zh';

  const bringUp = (place: string | undefined) => {
    const paragraph = place === undefined ? null : document.getElementById(place);
    if (paragraph) paragraph.scrollIntoView({ block: 'start' });
    else main.current?.scrollTo({ top: 0 });
    return paragraph;
  };
  useEffect(() => {
    const paragraph = bringUp(goal?.paragraph);
    if (goal?.lit) paragraph?.querySelector<HTMLElement>('.para')?.focus({ preventScroll: true });
  }, [goal]);
  // on a switch of language the paragraph at the top stays there
  useLayoutEffect(() => void bringUp(model.places.peek().places[chapter.number]?.paragraph), [language]);

  return (
    <main ref={main} tabIndex={-1} onScroll={() => main.current && keepPlace(main.current, model)}>
      <div class="chapter-head">
        {chapter.number > 0 && (
          <p class="no">
            {words.chapterOf(chapter.number, 4)}
            {chapter.years && <>　{chapter.years}</>}
          </p>
        )}
        <h1>{chapter.title[language]}</h1>
        {chapter.number > 0 && <p lang={other === 'zh' ? 'zh-Hans' : 'en'}>{chapter.title[other]}</p>}
      </div>
      {chapter.paragraphs.map((paragraph) => (
        <div class={`stretch${goal?.lit && goal.paragraph === paragraph.id ? ' lit' : ''}`} id={paragraph.id} key={paragraph.id}>
          <p class="para" lang={lang} tabIndex={-1}>
            <RunText runs={paragraph[language]} onTerm={doNothing} onEvent={onEvent} />
          </p>
          {paragraph.note && <Note note={paragraph.note} language={language} words={words} />}
        </div>
      ))}
    </main>
  );
}

function Note({ note, language, words }: { note: NonNullable<Paragraph['note']>; language: 'en' | 'zh'; words: Strings }) {
  return (
    <div class="note" role="note" lang={language === 'zh' ? 'zh-Hans' : 'en'} aria-label={words.editorNote}>
      <span class="stamp" lang="zh-Hans" aria-hidden="true">
        校
      </span>
      <p>
        <RunText runs={note[language]} onTerm={doNothing} />
      </p>
    </div>
  );
}

/** The paragraph whose first line is nearest below the top edge, and how much of the chapter has been above the lower edge. */
function keepPlace(main: HTMLElement, model: PanelModel): void {
  const { top, height } = main.getBoundingClientRect();
  const paragraphs = [...main.querySelectorAll<HTMLElement>('.stretch')];
  const first = paragraphs.find((paragraph) => paragraph.getBoundingClientRect().bottom > top + 24);
  if (!first) return;
  const seen = main.scrollHeight <= height + 1 ? 1 : Math.min(1, (main.scrollTop + height) / main.scrollHeight);
  model.keepPlace({ paragraph: first.id, seen: Math.round(seen * 100) / 100 });
}
