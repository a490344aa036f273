import type { Kind } from './sense-features';

/**
 * The learned evidence as text, a word a line: `word \t w-3 \t Wswarm 5`. A cell is a kind, for one term alone a capital with the term's id,
 * and a weight in 1/8 of a log-odds. Made by `npm run train`; no weight is typed by hand.
 */
export type SenseTable = string;

/** The weights of one word: those that hold for all terms, and those of single ones. */
export interface Weights {
  all: Partial<Record<Kind, number>>;
  own: Map<number, Partial<Record<Kind, number>>>;
}

/** One step of a weight, in log-odds. */
export const weightStep = 1 / 8;

/** Where the line of a word begins, or -1. The lines are in the order of their words. */
export function findLine(table: SenseTable, word: string): number {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const start = table.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
    const end = endOfWord(table, start);
    const other = table.slice(start, end);
    if (other === word) return start;
    if (other < word) low = table.indexOf('\n', end) + 1 || high;
    else high = start;
  }
  return -1;
}

/** The weights of a word whose line begins there; `numbers` are the places of the terms in the pack. */
export function readWeightsAt(table: SenseTable, start: number, numbers: ReadonlyMap<string, number>): Weights {
  const end = table.indexOf('\n', start);
  return readLine(table.slice(start, end < 0 ? table.length : end), numbers);
}

function endOfWord(table: SenseTable, start: number): number {
  const end = table.indexOf('\t', start);
  return end < 0 ? table.length : end;
}

function readLine(line: string, numbers: ReadonlyMap<string, number>): Weights {
  const [, ...cells] = line.split('\t');
  const weights: Weights = { all: {}, own: new Map() };
  for (const cell of cells) {
    const kind = cell.charAt(0).toLowerCase() as Kind;
    const space = cell.lastIndexOf(' ');
    const weight = Number(cell.slice(space + 1 || 1));
    if (space < 0) weights.all[kind] = weight;
    else {
      const term = numbers.get(cell.slice(1, space));
      if (term !== undefined) weights.own.set(term, { ...weights.own.get(term), [kind]: weight });
    }
  }
  return weights;
}

/** The other way round: weights by feature (`w word`, `W term word`) to the table. Weights that round to 0 are left out. */
export function writeSenseTable(weights: ReadonlyMap<string, number>): SenseTable {
  const lines = new Map<string, string[]>();
  for (const [feature, weight] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const steps = Math.round(weight / weightStep);
    if (steps === 0) continue;
    const kind = feature.charAt(0);
    const isOwn = kind !== kind.toLowerCase();
    const rest = feature.slice(2);
    const space = isOwn ? rest.indexOf(' ') : -1;
    const word = rest.slice(space + 1);
    const cell = isOwn ? `${kind}${rest.slice(0, space)} ${steps}` : `${kind}${steps}`;
    lines.set(word, [...(lines.get(word) ?? []), cell]);
  }
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, cells]) => [word, ...cells].join('\t'))
    .join('\n');
}
