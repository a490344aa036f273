import type { PanelModel } from './model';

/** The terms of the paragraph that is being read, by their place in the pack's order; of both languages, which tell the same. */
export function termsInView({ state, chapter, here }: Pick<PanelModel, 'state' | 'chapter' | 'here'>): number[] {
  const book = state.value.kind === 'ready' ? state.value.book : undefined;
  const open = chapter.value;
  const paragraph = open?.paragraphs.find(({ id }) => id === here.value) ?? open?.paragraphs[0];
  if (!book || !paragraph) return [];
  const terms = [...paragraph.en, ...paragraph.zh].flatMap((run) => (typeof run === 'object' && 'term' in run ? [run.term] : []));
  return [...new Set(terms)].map((term) => book.looks.findIndex(({ id }) => id === term)).filter((at) => at >= 0);
}
