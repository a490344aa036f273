import { expect, it } from 'vitest';
import { readMarking } from '../../core/read-marking';
import { readSettings } from '../../core/settings';

it.each([
  undefined,
  null,
  'every',
  [],
  {},
  { mentions: 'first' },
  { mentions: 'every', markStyle: 'wash' },
  { mentions: 'all', markStyle: 'dots' },
  { mentions: 1, markStyle: 'line' },
  { markStyle: 'bold' },
])('says of %j what the whole schema says', (stored) => {
  const { mentions, markStyle } = readSettings(stored);
  expect(readMarking(stored)).toEqual({ mentions, style: markStyle });
});

it('reads each', () => {
  expect(readMarking({ mentions: 'every', markStyle: 'dots' })).toEqual({ mentions: 'every', style: 'dots' });
});
