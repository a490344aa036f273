import { expect, it } from 'vitest';
import { readMentions } from '../../core/read-mentions';
import { readSettings } from '../../core/settings';

it.each([undefined, null, 'every', {}, { mentions: 'first' }, { mentions: 'every' }, { mentions: 'all' }, { mentions: 1 }, []])(
  'says of %j what the whole schema says',
  (stored) => {
    expect(readMentions(stored)).toBe(readSettings(stored).mentions);
  },
);

it('reads both', () => {
  expect([readMentions({ mentions: 'first' }), readMentions({ mentions: 'every' })]).toEqual(['first', 'every']);
});
