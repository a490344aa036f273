import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Chapter } from '../../core/pack-schema';
import type { Strings } from '../../core/strings/en';
import { ChapterEnd } from './ChapterEnd';
import { ChapterHead } from './ChapterHead';
import { createPlaceHolder } from './hold-place';
import type { PanelProps } from './Panel';
import { Stretch } from './Stretch';

/** One chapter, in one language or in both. The paragraph at the top stays there, whatever the language, the type and the width. */
export function ChapterText({ model, look, chapter, words }: PanelProps & { chapter: Chapter; words: Strings }) {
  const language = model.language.value;
  const current = look.look.value;
  const main = useRef<HTMLElement>(null);
  const holder = useRef<ReturnType<typeof createPlaceHolder>>(undefined);
  const goal = model.goal.value;
  /** paragraphs that are shown in the other language */
  const swapped = useSignal<ReadonlySet<string>>(new Set());
  const swap = (id: string) => {
    const next = new Set(swapped.value);
    if (!next.delete(id)) next.add(id);
    swapped.value = next;
  };

  useLayoutEffect(() => {
    if (!main.current) return;
    const made = createPlaceHolder(main.current, model.keepPlace);
    holder.current = made;
    return made.end;
  }, []);
  useLayoutEffect(() => {
    if (swapped.value.size > 0) swapped.value = new Set();
  }, [language, current.languages]);
  useLayoutEffect(() => holder.current?.hold(), [language, current, swapped.value]);
  useEffect(() => {
    const at = goal && document.getElementById(goal.paragraph);
    if (at) at.scrollIntoView({ block: 'start' });
    else main.current?.scrollTo({ top: 0 });
    holder.current?.look();
    const focused = goal?.lit ? at?.querySelector<HTMLElement>('.para') : main.current;
    focused?.focus({ preventScroll: true });
  }, [goal]);

  return (
    <main ref={main} class="text" tabIndex={-1}>
      <ChapterHead chapter={chapter} language={language} words={words} />
      {chapter.paragraphs.map((paragraph) => (
        <Stretch
          key={paragraph.id}
          model={model}
          paragraph={paragraph}
          isBoth={current.languages === 'both'}
          isSwapped={swapped.value.has(paragraph.id)}
          isLit={goal?.lit === true && goal.paragraph === paragraph.id}
          words={words}
          onSwap={() => swap(paragraph.id)}
        />
      ))}
      <ChapterEnd model={model} chapter={chapter} words={words} />
    </main>
  );
}
