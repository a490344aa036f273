import { expect, it } from 'vitest';
import { foldTrail } from '../../core/fold-trail';

const read = (length: number) =>
  foldTrail(length)
    .map((crumb) => (crumb.kind === 'gap' ? '…' : crumb.depth))
    .join(' ');

it.each([
  [1, '0'],
  [2, '0 1'],
  [4, '0 1 2 3'],
  [5, '0 … 3 4'],
  [12, '0 … 10 11'],
])('of %i cards shows %s', (length, shown) => {
  expect(read(length)).toBe(shown);
});
