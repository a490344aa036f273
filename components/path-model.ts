import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { findPathBetween, type Path } from '../core/find-path';
import type { TimelineIndex } from '../core/timeline';
import type { PathEnds } from '../core/timeline-hash';

export type End = 'from' | 'to';

/** What is known of the path from one end to the other. */
type PathState =
  | { kind: 'off' }
  /** an end is still to be chosen */
  | { kind: 'open'; ends: PathEnds; missing: End }
  | { kind: 'found'; ends: PathEnds; path: Path }
  /** `isReversed`: there is a path the other way round */
  | { kind: 'none'; ends: PathEnds; isReversed: boolean };

/** The path from A to B: its ends are events or terms, chosen one after the other; whatever is chosen next goes to the end that asks. */
export function createPathModel(index: ReadonlySignal<TimelineIndex | undefined>) {
  const ends = signal<PathEnds | undefined>(undefined);
  const asking = signal<End | undefined>(undefined);

  const state: ReadonlySignal<PathState> = computed(() => {
    const [{ value }, known] = [ends, index.value];
    if (!value || !known) return { kind: 'off' };
    const missing = asking.value ?? (value.from === undefined ? 'from' : value.to === undefined ? 'to' : undefined);
    if (missing) return { kind: 'open', ends: value, missing };
    const [from, to] = [value.from ?? '', value.to ?? ''];
    const path = findPathBetween(known, from, to);
    if (path) return { kind: 'found', ends: value, path };
    return { kind: 'none', ends: value, isReversed: findPathBetween(known, to, from) !== undefined };
  });
  const path: ReadonlySignal<Path> = computed(() => (state.value.kind === 'found' ? state.value.path : []));

  /** Begins a path at an event or a term, or with both ends still to be chosen. */
  function begin(from?: string): void {
    setEnds({ from });
  }

  function setEnds(value: PathEnds | undefined): void {
    batch(() => {
      ends.value = value;
      asking.value = undefined;
    });
  }

  /** Gives the end that is asked for; false where none is. */
  function answer(id: string): boolean {
    const { value } = state;
    if (value.kind !== 'open') return false;
    setEnds({ ...value.ends, [value.missing]: id });
    return true;
  }

  function ask(end: End): void {
    asking.value = end;
  }

  function turn(): void {
    if (ends.value) setEnds({ from: ends.value.to, to: ends.value.from });
  }

  return {
    ends: ends as ReadonlySignal<PathEnds | undefined>,
    state,
    path,
    begin,
    setEnds,
    answer,
    ask,
    turn,
    close: () => setEnds(undefined),
  };
}
