import { describe, expect, it } from 'vitest';
import { gatherReceipts } from '../../core/gather-receipts';
import { createHistory } from '../../core/history';
import { smallPack } from '../fixtures/small-pack';

const history = createHistory(smallPack);
const told = (paragraph: string) => gatherReceipts(history, paragraph).map(({ kind, id }) => `${kind} ${id}`);

describe('the receipts of a paragraph', () => {
  it('are those of its events, and of the terms that no event of it is about, in order of time', () => {
    expect(smallPack.events.find(({ id }) => id === 'e2012-oven')?.terms).toContain('kiln');
    expect(told('p1-1')).toContain('event e2012-oven');
    expect(told('p1-1')).not.toContain('term kiln');
    const dates = gatherReceipts(history, 'p1-1').map(({ date }) => date as string);
    expect(dates).toEqual([...dates].sort());
  });

  it('name a term that one language alone links', () => {
    expect(told('p0-2')).toEqual(['term stove']);
  });

  it('carry only the sources that prove the fact, with title and address', () => {
    for (const { sources } of gatherReceipts(history, 'p1-1')) {
      expect(sources.length).toBeGreaterThan(0);
      for (const { title, url } of sources) expect([title.length > 0, url.startsWith('http')]).toEqual([true, true]);
    }
  });

  it('are none for a paragraph that is not there', () => {
    expect(told('p9-9')).toEqual([]);
  });
});
