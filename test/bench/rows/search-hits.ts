import { join } from 'node:path';
import { createSearch } from '../../../core/search';
import { compileReadings } from '../../../modules/pack/compile-readings';
import { readData } from '../../../modules/pack/read-data';
import { createRawFuse, type HitRates, measureSearch, readQueries } from '../../eval/measure-search';
import type { Row } from '../row';

/** Counted, not measured: the table of queries in `test/eval/queries.jsonl`. */
export const searchHits: Row = {
  name: 'search-hits',
  what: 'found first / among the first three, of 200 queries',
  aim: '≥ 95 % / ≥ 99 %',
  run: async () => {
    const { pack } = readData(join(import.meta.dirname, '../../../data'));
    const { find } = createSearch({ ...pack, readings: compileReadings(pack) });
    const queries = readQueries();
    const half = (name: string) => queries.filter((query) => query.half === name);
    return {
      here: spellRates(measureSearch(find, queries)),
      spread: `tuned on ${spellRates(measureSearch(find, half('tuned')))}, unseen ${spellRates(measureSearch(find, half('unseen')))}`,
      yardsticks: `Fuse.js as it comes ${spellRates(measureSearch(createRawFuse(pack), queries))}`,
    };
  },
};

function spellRates({ first, firstThree }: HitRates): string {
  return `${(100 * first).toFixed(1)} % / ${(100 * firstThree).toFixed(1)} %`;
}
