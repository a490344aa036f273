import fc from 'fast-check';

/** One change of a DOM. `at` and `to` choose a node of the plot by its number, modulo how many there are. */
export type Edit =
  | { kind: 'insert'; at: number; tag: string; text: string }
  | { kind: 'write'; at: number; text: string }
  | { kind: 'host'; at: number; text: string; mode: 'open' | 'closed' }
  | { kind: 'move'; at: number; to: number }
  | { kind: 'wrap'; at: number; tag: string }
  | { kind: 'split'; at: number; by: number }
  | { kind: 'remove' | 'unwrap' | 'normalise' | 'empty'; at: number };

const tags = ['b', 'span', 'i', 'wbr', 'br', 'p', 'div', 'li', 'h3', 'article', 'section', 'x-box', 'textarea', 'form'];
const words = [
  'Docker',
  'Dock',
  'er',
  'Kubernetes',
  'Kuber',
  'netes',
  'CNCF',
  'CN',
  'CF',
  'Docker, rkt',
  'rkt',
  ' ',
  ', and ',
  'words',
  'Docker and Kubernetes',
];

const at = fc.nat(999);
const tag = fc.constantFrom(...tags);
const text = fc.constantFrom(...words);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('insert' as const), at, tag: fc.oneof(tag, fc.constant('')), text }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('write' as const), at, text }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('host' as const), at, text, mode: fc.constantFrom('open' as const, 'closed' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), at, to: at }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wrap' as const), at, tag }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('split' as const), at, by: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('remove' as const, 'unwrap' as const, 'normalise' as const, 'empty' as const), at }),
  },
);

/** What happens to one plot, in bursts with a rest between them. */
export const edits: fc.Arbitrary<Edit[][]> = fc.array(fc.array(edit, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 2 });
