import type { Kind } from './sense-features';

/**
 * The learned evidence as text, a word a line: `word \t w-3 \t Wswarm 5`. A cell is a kind, for one term alone a capital with the term's id,
 * and a weight in 1/8 of a log-odds. Made by `npm run train`; no weight is typed by hand.
 */
export type SenseTable = string;

/**
 * The same for every page: terms by their place in `ids`, and the words that are not ASCII in a string of their own, because one
 * such character makes V8 keep a whole string as two bytes a character.
 */
export interface PackedSenses {
  ids: readonly string[];
  ascii: string;
  other: string;
}

/** The weights of one word: those that hold for all terms, and those of single ones. */
export interface Weights {
  all: Partial<Record<Kind, number>>;
  own: Map<number, Partial<Record<Kind, number>>>;
}

/** One step of a weight, in log-odds. */
export const weightStep = 1 / 8;

/** The weights of a word, or undefined where the table has none. */
export function findWeights({ ascii, other }: PackedSenses, word: string): Weights | undefined {
  const lines = isBeyondAscii.test(word) ? other : ascii;
  const start = findLine(lines, word);
  if (start < 0) return undefined;
  const end = lines.indexOf('\n', start);
  return readLine(lines.slice(start, end < 0 ? lines.length : end));
}

const isBeyondAscii = /[\u0080-\uffff]/;

/** Where the line of a word begins, or -1. The lines are in the order of their words. */
function findLine(table: string, word: string): number {
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

function endOfWord(table: string, start: number): number {
  const end = table.indexOf('\t', start);
  return end < 0 ? table.length : end;
}

function readLine(line: string): Weights {
  const [, ...cells] = line.split('\t');
  const weights: Weights = { all: {}, own: new Map() };
  for (const cell of cells) {
    const kind = cell.charAt(0).toLowerCase() as Kind;
    const space = cell.lastIndexOf(' ');
    const weight = Number(cell.slice(space + 1 || 1));
    if (space < 0) weights.all[kind] = weight;
    else {
      const term = Number(cell.slice(1, space));
      weights.own.set(term, { ...weights.own.get(term), [kind]: weight });
    }
  }
  return weights;
}

/** Weights by feature (`w word`, `W term word`) as a table. Weights that round to 0 are left out. */
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

/** Weights of terms that are not in `ids` are left out. */
export function packSenses(table: SenseTable, ids: readonly string[]): PackedSenses {
  const places = new Map(ids.map((id, place) => [id, place]));
  const lines = table.split('\n').map((line) => {
    const [word, ...cells] = line.split('\t');
    const packed = cells.flatMap((cell) => {
      const space = cell.lastIndexOf(' ');
      if (space < 0) return [cell];
      const place = places.get(cell.slice(1, space));
      return place === undefined ? [] : [`${cell.charAt(0)}${place}${cell.slice(space)}`];
    });
    return [word, ...packed].join('\t');
  });
  return {
    ids,
    ascii: lines.filter((line) => !isBeyondAscii.test(line)).join('\n'),
    other: lines.filter((line) => isBeyondAscii.test(line)).join('\n'),
  };
}
