import senses from 'virtual:pack/senses';
import { touches } from '../../core/place-card';
import type { Marking } from '../../core/read-marking';
import { createSenseModel } from '../../core/sense-model';
import type { Verdict } from '../../core/verdicts';
import { type PageReading, pageWorld } from '../../platform/page-bridge';
import { awaitHover } from './await-hover';
import { createLitMarks } from './choose-lit';
import { compareNodes } from './composed-tree';
import { explainMark } from './explain-mark';
import { createSections, movesSections } from './find-section';
import { createHighlighter } from './highlight-marks';
import { findMarkAt, rectsOf } from './hit-test';
import { createMentions, type Mentions } from './list-mentions';
import { compareMarks, type Mark } from './mark';
import { createMarkStore } from './mark-store';
import { createEvidence } from './page-evidence';
import { watchGround } from './watch-ground';
import { createRouteCheck } from './watch-route';

/** Between two looks at all marks, in ms for each text node that holds some: a look costs a thousandth of it. */
const sweepRest = 0.3;

export interface Annotations {
  setMarking(marking: Marking): void;
  heed(verdicts: ReadonlyMap<number, Verdict>): void;
  setGlow(terms: ReadonlySet<number>): void;
  mentions: Mentions;
}

/** Turns what is found in one document into marks, and offers them to the card. */
export function annotatePage({
  reading,
  marking,
  verdicts,
}: {
  reading: PageReading;
  marking: Marking;
  verdicts: ReadonlyMap<number, Verdict>;
}): Annotations {
  const { signal, findShadowRoot, findTerms } = reading;
  const highlighter = createHighlighter({ style: marking.style, signal });
  const sections = createSections();
  const lit = createLitMarks({ mentions: marking.mentions, sections, draw: highlighter, signal });
  const evidence = createEvidence(findTerms);
  evidence.verdicts = verdicts;
  const model = createSenseModel(senses);
  const store = createMarkStore({ evidence, model, lighting: lit });
  const isOtherRoute = createRouteCheck();
  const pointer = { x: -1, y: -1, since: 0 };
  let isSweepPlanned = false;
  let sweptAt = 0;
  const markAt = (x: number, y: number) => findMarkAt({ x, y, litIn: lit.litIn, findShadowRoot });

  reading.connect({
    take: store.take,
    settle() {
      store.settle();
      highlighter.restore();
    },
    changed(records) {
      if (isOtherRoute()) store.startAnew();
      const isLost = records.length === 0;
      if (isLost || records.some((record) => record.removedNodes.length > 0)) {
        reading.run(store.sweep(textsGone(records)));
        planSweep();
      }
      sections.forget();
      if (isLost || records.some(movesSections)) reading.run(lit.regroup());
      highlighter.measurePage();
    },
    sign: highlighter.restore,
  });

  /** For what left with its shadow root, or was taken out of what had left already. */
  function planSweep(): void {
    if (isSweepPlanned) return;
    isSweepPlanned = true;
    setTimeout(
      () => {
        isSweepPlanned = false;
        if (!signal.aborted) reading.run(sweep());
      },
      Math.max(0, sweptAt + sweepRest * store.size() - performance.now()),
    );
  }

  function* sweep(): Generator<void> {
    yield* store.sweep();
    lit.sweep();
    sweptAt = performance.now();
  }

  pageWorld().marks = {
    markAt,
    rectsOf: (mark) => rectsOf(mark as Mark),
    toneOf: (mark) => (highlighter.toneOf(mark as Mark) === 'dark' ? 'dark' : 'light'),
    setOpen: (mark, by) => highlighter.setOpen(mark as Mark | undefined, by),
    why: (mark) => explainMark({ mark: mark as Mark, evidence, model, findTerms }),
    doubtsAt: (at) => [...store.doubts()].filter((mark) => rectsOf(mark).some((box) => touches(box, at))),
    heed: (term, verdict) =>
      store.heed(new Map([...evidence.verdicts].filter(([other]) => other !== term).concat(verdict ? [[term, verdict]] : []))),
    inOrder: () => [...lit.all()].sort(compareMarks),
    isBefore: (node, mark) => compareNodes(node, (mark as Mark).start) < 0,
    nodeOf: (mark) => (mark as Mark).start,
    signal,
    pointer,
  };
  signal.addEventListener('abort', () => (pageWorld().marks = undefined));
  awaitHover({ isMark: (x, y) => markAt(x, y) !== undefined, pointer, signal });
  watchGround({ onChange: highlighter.redraw, signal });
  readAgainAfterWriting(reading);
  return {
    mentions: createMentions({ terms: store.terms, highlighter, signal }),
    setGlow: highlighter.setGlow,
    heed: store.heed,
    setMarking({ mentions, style }) {
      highlighter.setStyle(style);
      lit.setMentions(mentions, [...store.terms()]);
    },
  };
}

function* textsGone(records: readonly MutationRecord[]): Generator<Text> {
  for (const { removedNodes } of records)
    for (const node of removedNodes) {
      if (node.isConnected) continue;
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      for (let at: Node | null = walker.currentNode; at; at = walker.nextNode()) if (at instanceof Text) yield at;
    }
}

/** A page may turn text into an editor and back by an attribute, which nobody watches: the focus tells. */
function readAgainAfterWriting({ readAgain, signal }: PageReading): void {
  const read = ({ target }: FocusEvent) =>
    target instanceof HTMLElement && (target.isContentEditable || target.hasAttribute('contenteditable')) && readAgain(target);
  for (const type of ['focusin', 'focusout'] as const) addEventListener(type, read, { capture: true, passive: true, signal });
}
