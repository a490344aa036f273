import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Strings } from '../../core/strings/en';
import { type Passage, rangeOf, selectedPassage } from './passages';

type Selected = Passage & { quote: string };

/** Beside a selection in the text: the way to a note on it. */
export function SelectionButton({ words, onNote }: { words: Strings; onNote: (selected: Selected) => void }) {
  const selected = useSignal<{ passage: Selected; x: number; y: number } | undefined>(undefined);
  useEffect(() => {
    const look = () => {
      const passage = selectedPassage();
      const box = passage && rangeOf(passage)?.getBoundingClientRect();
      selected.value = passage &&
        box && {
          passage,
          x: Math.min(Math.max(box.left + box.width / 2, 48), innerWidth - 48),
          y: Math.min(box.bottom + 6, innerHeight - 80),
        };
    };
    document.addEventListener('selectionchange', look);
    document.addEventListener('scroll', look, { capture: true, passive: true });
    return () => {
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('scroll', look, { capture: true });
    };
  }, []);
  const at = selected.value;
  if (!at) return null;
  return (
    <button
      type="button"
      class="button on-selection"
      style={{ insetInlineStart: `${at.x}px`, insetBlockStart: `${at.y}px` }}
      // the press must not take the selection away before the click
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        onNote(at.passage);
        getSelection()?.removeAllRanges();
      }}
    >
      {words.noteOnThis}
    </button>
  );
}
