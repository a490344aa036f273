import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchablePack } from '../../../core/search';
import { driveBrowser } from '../../../modules/start/drive-browser';
import { findBrowsers } from '../../../modules/start/find-browser';
import { readQueries } from '../../eval/measure-search';
import { inventPack } from '../invent-pack';
import { type Row, spell } from '../row';

const many = 10_000;

/** Questions of one of our pages to the real worker, answer included: what a reader waits for after a key. */
export const searchTime: Row = {
  name: 'search-time',
  what: `a search by the worker, p95, built-in pack / ${many.toLocaleString('en')} entries`,
  aim: '≤ 10 ms / ≤ 30 ms',
  run: async ({ extensionDir, rounds = 3 }) => {
    const folder = mkdtempSync(join(tmpdir(), 'little-whale-search-'));
    try {
      cpSync(extensionDir, folder, { recursive: true });
      const pack = JSON.parse(readFileSync(join(folder, 'pack.json'), 'utf8')) as SearchablePack;
      writeFileSync(join(folder, 'pack.json'), JSON.stringify(inventPack(pack, many)));
      const builtIn = await timeSearches(extensionDir, rounds);
      const large = await timeSearches(folder, rounds);
      return {
        here: `${spell(at(builtIn.times, 0.95), 'ms')} / ${spell(at(large.times, 0.95), 'ms')}`,
        spread: `n ${builtIn.times.length}; medians ${spell(at(builtIn.times, 0.5), 'ms')} / ${spell(at(large.times, 0.5), 'ms')}`,
        yardsticks: `the first search, pack read and indexed: ${spell(builtIn.first, 'ms')} / ${spell(large.first, 'ms')}`,
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function timeSearches(extensionDir: string, rounds: number): Promise<{ first: number; times: number[] }> {
  const found = findBrowsers().find(({ kind }) => kind === 'chromium');
  if (!found) throw new Error('there is no Chromium');
  const browser = await driveBrowser({ kind: 'chromium', path: found.path, headless: true, extensionDir });
  try {
    const page = await browser.extensionPage('options.html');
    const queries = readQueries().map(({ query }) => query);
    const asked = Array.from({ length: rounds }, () => queries).flat();
    const [first = 0, ...times] = await page.evaluate(
      async (list) => {
        const spent: number[] = [];
        for (const query of list) {
          const before = performance.now();
          await chrome.runtime.sendMessage({ id: 0, type: 'search', data: { query, limit: 20 }, timestamp: 0 });
          spent.push(performance.now() - before);
        }
        return spent;
      },
      [...queries.slice(0, 1), ...asked],
    );
    return { first, times: times.sort((a, b) => a - b) };
  } finally {
    await browser.close();
  }
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
