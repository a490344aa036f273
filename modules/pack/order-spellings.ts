import { deflateRawSync } from 'node:zlib';
import type { SurfaceTable } from '../../core/find-terms';
import { escapeBeyondAscii, unescapeBeyondAscii } from './escape-beyond-ascii';

/** So many moves are tried: eight seconds. */
const trials = 80_000;

/**
 * The order of the spellings of one term means nothing to the matcher, so they are put in one that zips well: 160 bytes of the 8,000 that
 * every page is given. Random moves are kept where they make the table no longer; always the same ones.
 */
export function orderSpellings(table: SurfaceTable): SurfaceTable {
  const random = createRandom();
  // as it will stand in the script
  const lines = escapeBeyondAscii(table)
    .split('\n')
    .map((line) => line.split('\t'));
  const sizeOf = () => deflateRawSync(write(lines), { level: 9 }).length;
  let size = sizeOf();
  for (let trial = 0; trial < trials; trial++) {
    const at = random(lines.length);
    const line = lines[at] as string[];
    if (line.length < 2) continue;
    const moved = [...line];
    moved.splice(random(line.length), 0, ...moved.splice(random(line.length), 1));
    lines[at] = moved;
    const now = sizeOf();
    if (now > size) lines[at] = line;
    else size = now;
  }
  return unescapeBeyondAscii(write(lines));
}

function write(lines: readonly string[][]): SurfaceTable {
  return lines.map((line) => line.join('\t')).join('\n');
}

/** Whole numbers below a limit, always the same row of them. */
function createRandom(): (below: number) => number {
  let seed = 11;
  return (below) => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed % below;
  };
}
