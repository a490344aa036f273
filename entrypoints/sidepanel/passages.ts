import type { Language } from '../../core/dates';
import type { Span } from '../../core/split-sentences';

/** A stretch of the text as it is drawn. */
export interface Passage extends Span {
  paragraph: string;
  language: Language;
}

/** Where a passage is drawn; undefined where its paragraph is shown in the other language only. */
export function rangeOf({ paragraph, language, start, end }: Passage): Range | undefined {
  const para = document.getElementById(paragraph)?.querySelector(`.para[data-voice=${language}]`);
  if (!para) return undefined;
  const range = document.createRange();
  const walker = document.createTreeWalker(para, NodeFilter.SHOW_TEXT);
  let at = 0;
  let isBegun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = (node as Text).length;
    if (!isBegun && start < at + length) {
      range.setStart(node, start - at);
      isBegun = true;
    }
    if (isBegun && end <= at + length) {
      range.setEnd(node, end - at);
      return range;
    }
    at += length;
  }
  return undefined;
}

/** What is selected, if it lies in one paragraph. */
export function selectedPassage(): (Passage & { quote: string }) | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const para = (range.startContainer.parentElement ?? undefined)?.closest<HTMLElement>('.para');
  const stretch = para?.closest('.stretch');
  if (!para || !stretch || !para.contains(range.endContainer)) return undefined;
  const before = document.createRange();
  before.selectNodeContents(para);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  const quote = range.toString();
  if (!quote.trim()) return undefined;
  return { paragraph: stretch.id, language: para.dataset['voice'] === 'zh' ? 'zh' : 'en', start, end: start + quote.length, quote };
}

/** Draws passages under a name of ours; the styles are in `reading.css`. */
export function drawPassages(name: 'found' | 'noted' | 'spoken', passages: readonly Passage[]): void {
  const ranges = passages.map(rangeOf).filter((range) => range !== undefined);
  CSS.highlights.set(`little-whale-${name}`, new Highlight(...ranges));
}
