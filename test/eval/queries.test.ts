import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../core/search';
import { compileReadings } from '../../modules/pack/compile-readings';
import { readData } from '../../modules/pack/read-data';
import { createRawFuse, measureSearch, readQueries } from './measure-search';

const { pack } = readData(join(import.meta.dirname, '../../data'));
const search = createSearch({ ...pack, readings: compileReadings(pack) });
const queries = readQueries();
const known = new Set([...pack.terms, ...pack.events].map(({ id }) => id));

describe('the table of queries', () => {
  it('has 200, none twice, and expects what there is', () => {
    expect(new Set(queries.map(({ query }) => query)).size).toBe(200);
    for (const { query, expect: wanted } of queries) for (const id of wanted) expect(known.has(id), `${query}: ${id}`).toBe(true);
  });

  it.each(['tuned', 'unseen'] as const)('the half %s is found first in 95 of 100, the whole among the first three in 99', (half) => {
    const ours = measureSearch(
      search.find,
      queries.filter((one) => one.half === half),
    );
    expect(ours.first, ours.misses.join('\n')).toBeGreaterThanOrEqual(0.95);
    const whole = measureSearch(search.find, queries);
    expect(whole.firstThree, whole.misses.join('\n')).toBeGreaterThanOrEqual(0.99);
  });

  it('is found better than by Fuse.js as it comes', () => {
    const [ours, raw] = [measureSearch(search.find, queries), measureSearch(createRawFuse(pack), queries)];
    expect(ours.first).toBeGreaterThan(raw.first);
    expect(ours.firstThree).toBeGreaterThan(raw.firstThree);
  });
});
