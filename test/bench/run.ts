import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBuild } from '../e2e/find-build';
import type { Row } from './row';
import { cardChurn } from './rows/card-churn';
import { cardPaint } from './rows/card-paint';
import { domWrites } from './rows/dom-writes';
import { firstViewport } from './rows/first-viewport';
import { frameHeap } from './rows/frame-heap';
import { frameTime } from './rows/frame-time';
import { growingTerms } from './rows/growing-terms';
import { longestSlice } from './rows/longest-slice';
import { ordinaryPages } from './rows/ordinary-pages';
import { panelOpening } from './rows/panel-opening';
import { popupPaint } from './rows/popup-paint';
import { quietPage } from './rows/quiet-page';
import { scriptSize } from './rows/script-size';
import { searchHits } from './rows/search-hits';
import { searchTime } from './rows/search-time';
import { senseDecision } from './rows/sense-decision';
import { speedometer } from './rows/speedometer';
import { timelineZoom } from './rows/timeline-zoom';
import { wholePage } from './rows/whole-page';

const rows: Row[] = [
  wholePage,
  firstViewport,
  longestSlice,
  ordinaryPages,
  frameHeap,
  domWrites,
  frameTime,
  speedometer,
  quietPage,
  cardPaint,
  cardChurn,
  panelOpening,
  growingTerms,
  senseDecision,
  scriptSize,
  searchHits,
  searchTime,
  popupPaint,
  timelineZoom,
];

/**
 * `npm run bench`, or some rows of it: `npm run bench -- whole-page frame-time --rounds 3`. With `--against DIR` each row is measured for
 * the build in that folder too, right after ours: an older one shows what a change did on the very same computer.
 */
const { positionals: names, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, against: { type: 'string' } },
});
const unknown = names.filter((name) => !rows.some((row) => row.name === name));
if (unknown.length > 0) throw new Error(`No row is called ${unknown.join(', ')}; there are ${rows.map((row) => row.name).join(', ')}.`);
const builds = [findBuild('chromium'), ...(values.against === undefined ? [] : [values.against])];
for (const build of builds)
  if (!existsSync(join(build, 'manifest.json'))) throw new Error(`There is no ${build}. Run \`npm run build\` first.`);

const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
const lines: string[][] = [];
for (const row of rows.filter(({ name }) => names.length === 0 || names.includes(name))) {
  console.error(`${row.name} …`);
  const cells = [row.what, row.aim];
  for (const extensionDir of builds) {
    const { here, spread, yardsticks } = await row
      .run({ extensionDir, rounds })
      .catch((error: Error) => ({ here: `failed: ${error.message}`, spread: '', yardsticks: '' }));
    cells.push(here, spread, yardsticks);
  }
  lines.push(cells);
}

console.log(
  `Medians; n and quartiles beside them. CPU time of the main thread, ${cpus()[0]?.model ?? 'an unknown processor'}, ${cpus().length} cores.\n`,
);
const measured = ['n, quartiles', 'in the same call'];
const heads = ['what', 'aim', 'here', ...measured, ...(builds.length > 1 ? ['there', ...measured] : [])];
for (const cells of [heads, heads.map(() => '---'), ...lines]) console.log(`| ${cells.join(' | ')} |`);
