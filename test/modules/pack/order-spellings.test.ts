import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { orderSpellings } from '../../../modules/pack/order-spellings';
import { surfaceTable } from '../../bench/surfaces';

it('keeps each spelling with its term, and makes the table smaller', () => {
  const table = surfaceTable();
  const ordered = orderSpellings(table);
  const sorted = (text: string) => text.split('\n').map((line) => line.split('\t').sort());
  expect(sorted(ordered)).toEqual(sorted(table));
  expect(deflateRawSync(ordered).length).toBeLessThan(deflateRawSync(table).length);
}, 60_000);
