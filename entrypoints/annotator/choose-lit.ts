import type { Mentions } from '../../core/read-marking';
import { awaitRendering, isRendered } from './await-rendering';
import type { Sections } from './find-section';
import type { Mark } from './mark';
import type { Lighting } from './mark-store';

/** The occurrences of one term in one section, of which one is lit. */
interface Group {
  marks: Set<Mark>;
  lit?: Mark | undefined;
}

export interface LitMarks extends Lighting {
  /** Lights by another rule from now on; `terms` are all occurrences that are terms. */
  setMentions(mentions: Mentions, terms: Iterable<Mark>): void;
  /** The borders of sections have moved: a job for idle slices. */
  regroup(): Generator<void>;
  sweep(): void;
  litIn(block: Element): readonly Mark[];
  all(): Iterable<Mark>;
}

/**
 * Chooses which occurrences are lit: all, or the first found of a term in a section that a reader can see. A lit one stays lit while its
 * text stands; when it goes, another takes its place.
 */
export function createLitMarks({
  mentions,
  sections,
  draw,
  signal,
}: {
  mentions: Mentions;
  sections: Sections;
  draw: { add(mark: Mark): void; remove(mark: Mark): void; confirm(mark: Mark): void };
  signal: AbortSignal;
}): LitMarks {
  const byBlock = new Map<Element, Mark[]>();
  const groups = new Map<Element, Map<number, Group>>();
  const sectionOf = new WeakMap<Mark, Element>();
  const hidden = awaitRendering<Group>({ onShown, signal });
  let rule = mentions;

  function light(mark: Mark): void {
    const marks = byBlock.get(mark.block);
    if (marks) marks.push(mark);
    else byBlock.set(mark.block, [mark]);
    draw.add(mark);
  }

  function darken(mark: Mark): void {
    const marks = byBlock.get(mark.block)?.filter((other) => other !== mark) ?? [];
    if (marks.length > 0) byBlock.set(mark.block, marks);
    else byBlock.delete(mark.block);
    draw.remove(mark);
  }

  function onShown(shown: Iterable<Group>): void {
    for (const group of shown) choose(group, group.marks);
  }

  function choose(group: Group, candidates: Iterable<Mark>): void {
    for (const mark of candidates) {
      if (group.lit) return;
      const holder = mark.start.parentElement ?? mark.block;
      if (isRendered(holder)) {
        group.lit = mark;
        light(mark);
      } else hidden.add(holder, group);
    }
  }

  function admit(mark: Mark): void {
    if (rule === 'every') {
      light(mark);
      return;
    }
    const section = sections.sectionOf(mark.start);
    sectionOf.set(mark, section);
    const terms = groups.get(section) ?? new Map<number, Group>();
    groups.set(section, terms);
    const group = terms.get(mark.term) ?? { marks: new Set() };
    terms.set(mark.term, group);
    group.marks.add(mark);
    choose(group, [mark]);
  }

  function withdraw(mark: Mark): void {
    if (rule === 'every') {
      darken(mark);
      return;
    }
    const section = sectionOf.get(mark);
    const terms = section && groups.get(section);
    const group = terms?.get(mark.term);
    if (!group?.marks.delete(mark)) return;
    if (group.marks.size === 0) terms?.delete(mark.term);
    if (section && terms?.size === 0) groups.delete(section);
    if (group.lit !== mark) return;
    group.lit = undefined;
    darken(mark);
    choose(group, group.marks);
  }

  function confirm(mark: Mark): void {
    if (rule === 'first' && sections.sectionOf(mark.start) !== sectionOf.get(mark)) {
      withdraw(mark);
      admit(mark);
    } else draw.confirm(mark);
  }

  return {
    admit,
    withdraw,
    confirm,
    setMentions(next, terms) {
      if (next === rule) return;
      for (const mark of [...lit()]) darken(mark);
      groups.clear();
      rule = next;
      for (const mark of terms) admit(mark);
    },
    *regroup() {
      for (const terms of [...groups.values()])
        for (const group of [...terms.values()]) {
          yield;
          for (const mark of [...group.marks]) confirm(mark);
        }
    },
    sweep: hidden.sweep,
    litIn: (block) => byBlock.get(block) ?? [],
    all: lit,
  };

  function* lit(): Generator<Mark> {
    for (const marks of byBlock.values()) yield* marks;
  }
}
