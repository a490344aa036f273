import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { createMatcher } from '../../../core/find-terms';
import { createSenseModel } from '../../../core/sense-model';
import { packSenses, writeSenseTable } from '../../../core/sense-table';
import type { Mark } from '../../../entrypoints/annotator/mark';
import { createMarkStore } from '../../../entrypoints/annotator/mark-store';
import { createEvidence } from '../../../entrypoints/annotator/page-evidence';
import type { TextRun } from '../../../platform/page-bridge';

afterEach(() => void vi.unstubAllGlobals());

const matcher = createMatcher('docker\n?swarm\tdocker swarm\n?fig\nkubernetes\netcd');
const ids = ['docker', 'swarm', 'fig', 'kubernetes', 'etcd'];
const words = ['swarm', 'Swarm', 'fig', 'docker', 'kubernetes', 'etcd', 'node', 'bees', 'tree', 'runs', 'a', '.'];

/** As far as the store looks: a text that is in the document or not. */
interface Piece {
  data: string;
  isConnected: boolean;
}

interface Block {
  element: Element;
  pieces: Piece[];
}

/** What happens to a page; `at` picks one of the blocks or texts that are there. */
type Step =
  | { kind: 'block'; text: string }
  | { kind: 'stream'; at: number; text: string }
  | { kind: 'insert'; at: number; text: string; isFirst: boolean }
  | { kind: 'remove'; at: number }
  | { kind: 'settle' }
  | { kind: 'sweep' };

const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((some) => some.join(' '));
const at = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('block' as const), text }),
  fc.record({ kind: fc.constant('stream' as const), at, text }),
  fc.record({ kind: fc.constant('insert' as const), at, text, isFirst: fc.boolean() }),
  fc.record({ kind: fc.constant('remove' as const), at }),
  { arbitrary: fc.record({ kind: fc.constant('settle' as const) }), weight: 3 },
  fc.record({ kind: fc.constant('sweep' as const) }),
);

/** Weights that may speak for or against, of words and of the page, so that evidence comes and is contradicted. */
const weights = fc
  .record(
    Object.fromEntries(
      [
        ...words.flatMap((word) => [`w ${word.toLowerCase()}`, `n ${word.toLowerCase()}`, `t ${word.toLowerCase()}`]),
        ...['s page 1', 's page 2', 's here 0', 's here 1', 's self page', 'f cap', 'B swarm ', 'B fig '],
      ].map((feature) => [
        feature,
        fc.oneof(
          { arbitrary: fc.constant(0), weight: 2 },
          fc.integer({ min: -32, max: 32 }).map((eighths) => eighths / 8),
        ),
      ]),
    ),
  )
  .map((record) => writeSenseTable(new Map(Object.entries(record))));

function createPage(table: string, title: string) {
  vi.stubGlobal('document', { title });
  vi.stubGlobal('location', { href: 'https://page.example/' });
  const lit = new Set<Mark>();
  const admitted = new Map<Mark, number>();
  const withdrawn: Mark[] = [];
  const store = createMarkStore({
    evidence: createEvidence(matcher.find),
    model: createSenseModel(packSenses(table, ids)),
    lighting: {
      admit(mark) {
        lit.add(mark);
        admitted.set(mark, (admitted.get(mark) ?? 0) + 1);
      },
      withdraw(mark) {
        lit.delete(mark);
        withdrawn.push(mark);
      },
      confirm() {},
    },
  });
  const blocks: Block[] = [];

  function runOf({ element, pieces }: Block): TextRun {
    const starts: number[] = [];
    let all = '';
    for (const piece of pieces) {
      starts.push(all.length);
      all += `${piece.data} `;
    }
    return { block: element, text: all, nodes: pieces as unknown as Text[], starts };
  }

  function take(block: Block | undefined): void {
    if (!block) return;
    const run = runOf(block);
    store.take(run, matcher.find(run.text));
  }

  function perform(next: Step): void {
    if (next.kind === 'settle') store.settle();
    else if (next.kind === 'sweep') for (const _ of store.sweep());
    else if (next.kind === 'block') {
      blocks.push({ element: {} as Element, pieces: [{ data: next.text, isConnected: true }] });
      take(blocks.at(-1));
    } else change(next, blocks[next.at % blocks.length]);
  }

  function change(next: Extract<Step, { at: number }>, block: Block | undefined): void {
    if (!block) return;
    if (next.kind === 'stream') {
      const last = block.pieces.at(-1);
      if (last) last.data += ` ${next.text}`;
    } else if (next.kind === 'insert') {
      const piece = { data: next.text, isConnected: true };
      next.isFirst ? block.pieces.unshift(piece) : block.pieces.push(piece);
    } else {
      for (const piece of block.pieces.splice(next.at % block.pieces.length, 1)) piece.isConnected = false;
      if (block.pieces.length === 0) blocks.splice(blocks.indexOf(block), 1);
    }
    take(block);
  }

  /** Whether the very word is still found at its place. */
  function stands(mark: Mark): boolean {
    return blocks.some((block) => {
      const run = runOf(block);
      const start = run.nodes.indexOf(mark.start);
      if (start < 0) return false;
      const offset = (run.starts[start] as number) + mark.startOffset;
      return matcher
        .find(run.text)
        .some((hit) => hit.term === mark.term && hit.start === offset && run.text.slice(hit.start, hit.end) === mark.word);
    });
  }

  return { perform, stands, lit, admitted, withdrawn };
}

it('a word goes once from unmarked to marked and never back while its text stands, in whatever order evidence comes', () => {
  let late = 0;
  fc.assert(
    fc.property(weights, text, fc.array(step, { minLength: 8, maxLength: 25 }), (table, title, steps) => {
      const page = createPage(table, title);
      for (const [n, next] of steps.entries()) {
        const before = new Set(page.lit);
        page.withdrawn.length = 0;
        page.perform(next);
        for (const mark of page.withdrawn) expect(page.stands(mark), `“${mark.word}” was withdrawn in step ${n}, ${next.kind}`).toBe(false);
        if (next.kind === 'settle') late += [...page.lit].filter((mark) => !before.has(mark)).length;
      }
      for (const [mark, times] of page.admitted) expect(times, `“${mark.word}” was marked so often`).toBe(1);
    }),
    { numRuns: 1000, seed: 5 },
  );
  // else nothing was ever decided by what came later, and the rule was not tried
  expect(late).toBeGreaterThan(10);
});
