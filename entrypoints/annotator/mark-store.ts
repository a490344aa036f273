import { chooseSense, scoreMentions } from '../../core/choose-sense';
import type { Found } from '../../core/find-terms';
import type { SenseModel } from '../../core/sense-model';
import type { Verdict } from '../../core/verdicts';
import type { TextRun } from '../../platform/page-bridge';
import { createMark, isSameMark, isStanding, type Mark } from './mark';
import type { Evidence } from './page-evidence';

/** What is done with the occurrences that are terms. */
export interface Lighting {
  admit(mark: Mark): void;
  withdraw(mark: Mark): void;
  /** The mark stands, but what is around it may be new. */
  confirm(mark: Mark): void;
}

export interface MarkStore {
  /** Takes in what one run holds now, in place of all that its nodes held before. */
  take(run: TextRun, found: readonly Found[]): void;
  /** Looks again at what was in doubt, if the page has given new evidence. */
  settle(): void;
  /** Another route of the same document: the evidence begins anew, and everyday words are decided by it. */
  startAnew(): void;
  /** Forgets the marks that have left the document, of all or of those that begin in some texts; a job for idle slices. */
  sweep(texts?: Iterable<Text>): Generator<void>;
  /** how many text nodes hold marks */
  size(): number;
  /** The reader said something of terms on this site, or took it back: their marks come and go at once. */
  heed(verdicts: ReadonlyMap<number, Verdict>): void;
  /** every occurrence that is a term, lit or not */
  terms(): Iterable<Mark>;
  /** every occurrence that is none, as far as the page has shown */
  doubts(): Iterable<Mark>;
}

/** How many text nodes are looked at between two yields. */
const nodesAtOnce = 256;

/** All occurrences in one document, by the text node that each begins in. */
export function createMarkStore({ evidence, model, lighting }: { evidence: Evidence; model: SenseModel; lighting: Lighting }): MarkStore {
  const byNode = new Map<Text, Mark[]>();
  const doubts = new Set<Mark>();
  let settledAt = 0;
  /** occurrences of earlier routes that still stand: with them goes their evidence */
  let old = new WeakSet<Mark>();
  let isOldLeft = false;

  function decide(mark: Mark): void {
    const { isTerm } = chooseSense({
      found: mark.found,
      textScore: mark.textScore,
      page: evidence,
      model,
      verdict: evidence.verdicts.get(mark.term),
    });
    if (isTerm) doubts.delete(mark);
    else doubts.add(mark);
    if (isTerm === mark.isTerm) return;
    mark.isTerm = isTerm;
    if (isTerm) lighting.admit(mark);
    else lighting.withdraw(mark);
  }

  function add(mark: Mark): void {
    const marks = byNode.get(mark.start);
    if (marks) marks.push(mark);
    else byNode.set(mark.start, [mark]);
    if (!mark.found.unsure) evidence.add(mark.term);
    decide(mark);
  }

  /** The text around a word in doubt has changed; a mark that is shown is not withdrawn while its own text stands. */
  function reconsider(mark: Mark, { textScore }: Mark): void {
    mark.textScore = textScore;
    if (!mark.isTerm) decide(mark);
  }

  function forget(mark: Mark): void {
    doubts.delete(mark);
    if (mark.isTerm) lighting.withdraw(mark);
    mark.isTerm = false;
  }

  /** Keeps of the marks that begin in a node those that are found again, and tells which ones of these. */
  function replaceAt(node: Text, marks: readonly Mark[], kept: Set<Mark>): void {
    const before = byNode.get(node) ?? [];
    const stay = before.filter((mark) => {
      const same = marks.find((other) => isSameMark(mark, other));
      if (same) {
        kept.add(same);
        reconsider(mark, same);
      }
      return same;
    });
    if (stay.length > 0) byNode.set(node, stay);
    else byNode.delete(node);
    for (const mark of before) if (!stay.includes(mark)) forget(mark);
    for (const mark of stay) if (mark.isTerm) lighting.confirm(mark);
  }

  function* all(): Generator<Mark> {
    for (const marks of byNode.values()) yield* marks;
  }

  function* standing(): Generator<number> {
    for (const mark of all()) if (!mark.found.unsure && isStanding(mark)) yield mark.term;
  }

  function decideAll(): void {
    settledAt = evidence.sureTerms.size;
    for (const mark of [...all()]) if (mark.found.unsure) decide(mark);
  }

  return {
    take(run, found) {
      const before = byNode.size > 0 ? run.nodes.filter((node) => byNode.has(node)) : [];
      if (found.length === 0 && before.length === 0) return;
      const scores = scoreMentions({ text: run.text, found }, model);
      const marks = found.map((hit, n) => createMark({ run, found: hit, textScore: scores[n] ?? 0 })).filter(isStanding);
      const kept = new Set<Mark>();
      for (const node of before) replaceAt(node, marks, kept);
      for (const mark of marks) if (!kept.has(mark)) add(mark);
    },
    settle() {
      if (evidence.sureTerms.size === settledAt) return;
      settledAt = evidence.sureTerms.size;
      for (const mark of [...doubts]) decide(mark);
    },
    startAnew() {
      old = new WeakSet(all());
      isOldLeft = true;
      evidence.startAnew(standing());
      decideAll();
    },
    size: () => byNode.size,
    heed(verdicts) {
      const before = evidence.verdicts;
      evidence.verdicts = verdicts;
      const changed = new Set([...before.keys(), ...verdicts.keys()].filter((term) => before.get(term) !== verdicts.get(term)));
      for (const mark of [...all()]) if (changed.has(mark.term)) decide(mark);
      for (const mark of [...doubts]) decide(mark);
    },
    *sweep(texts = byNode.keys()) {
      let count = 0;
      let hasOldGone = false;
      for (const node of texts) {
        if (++count % nodesAtOnce === 0) yield;
        const marks = byNode.get(node) ?? [];
        const gone = marks.filter((mark) => !isStanding(mark));
        if (gone.length === 0) continue;
        if (gone.length === marks.length) byNode.delete(node);
        else byNode.set(node, marks.filter(isStanding));
        for (const mark of gone) {
          hasOldGone ||= old.has(mark);
          forget(mark);
        }
      }
      if (!isOldLeft || !hasOldGone) return;
      isOldLeft = [...all()].some((mark) => old.has(mark));
      evidence.recollect(standing());
      decideAll();
    },
    doubts: () => doubts,
    *terms() {
      for (const mark of all()) if (mark.isTerm) yield mark;
    },
  };
}
