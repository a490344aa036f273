import type { Found } from './find-terms';
import { type Kind, type PageAround, type TextAround, type Token, visitPage, visitText } from './sense-features';

/**
 * The learned evidence as text, a word a line: `word \t w-3 \t Wswarm 5`. A cell is a kind, for one term alone a capital with the term's id,
 * and a weight in 1/8 of a log-odds. Made by `npm run train`; no weight is typed by hand.
 */
export type SenseTable = string;

/** The weights of one word: those that hold for all terms, and those of single ones. */
interface Weights {
  all: Partial<Record<Kind, number>>;
  own: Map<number, Partial<Record<Kind, number>>>;
}

/** A piece of evidence and what it weighs, in log-odds: above 0 it speaks for the term. */
interface Reason {
  kind: Kind;
  word: string;
  weight: number;
}

const weightStep = 1 / 8;

/** The words of a text with what each weighs: looked up once for all surfaces of the text. */
export type WeighedToken = Token & { weights?: Weights | undefined };

export interface SenseModel {
  weigh(tokens: readonly Token[]): WeighedToken[];
  /** what the text says for the surface, in log-odds; the whole is this and what the page says */
  scoreText(question: TextAround<WeighedToken> & { found: Found }): number;
  scorePage(question: PageAround & { found: Found }): number;
  /** the same for evidence that was gathered before, for a term by its id */
  sum(term: string, evidence: Partial<Record<Kind, readonly string[]>>): number;
  /** the weightiest pieces of evidence, strongest first */
  explain(question: TextAround<WeighedToken> & PageAround & { found: Found }): Reason[];
}

/** Reads a line when its word is first met: a page meets few of the 6,000, and all of them took 5 ms and 100 KiB of a frame. */
export function createSenseModel(table: SenseTable, ids: readonly string[]): SenseModel {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const known = new Map<string, Weights | undefined>();

  function weightsOf(word: string): Weights | undefined {
    if (known.has(word)) return known.get(word);
    const start = findLine(table, word);
    const end = table.indexOf('\n', start);
    const weights = start < 0 ? undefined : readLine(table.slice(start, end < 0 ? table.length : end), numbers);
    if (known.size >= mostKnown) known.clear();
    known.set(word, weights);
    return weights;
  }

  const weighOne = (term: number, kind: Kind, word: string, token?: WeighedToken) => {
    const weights = token && 'weights' in token ? token.weights : weightsOf(word);
    return weights ? (weights.all[kind] ?? 0) + (weights.own.get(term)?.[kind] ?? 0) : 0;
  };
  const listen = ({ term }: Found, tell: (visit: Parameters<typeof visitText>[1]) => void) => {
    let score = 0;
    tell((kind, word, token) => {
      score += weighOne(term, kind, word, token);
    });
    return score * weightStep;
  };
  return {
    weigh: (tokens) => tokens.map((token) => ({ ...token, weights: weightsOf(token.word) })),
    scoreText: (question) => listen(question.found, (visit) => visitText(question, visit)),
    scorePage: (question) => listen(question.found, (visit) => visitPage(question, visit)),
    sum(term, evidence) {
      const number = numbers.get(term) ?? -1;
      const kinds = Object.entries(evidence) as [Kind, readonly string[]][];
      return weightStep * kinds.reduce((sum, [kind, list]) => sum + list.reduce((all, word) => all + weighOne(number, kind, word), 0), 0);
    },
    explain(question) {
      const reasons: Reason[] = [];
      const note = (kind: Kind, word: string, token?: Token) => {
        const weight = weighOne(question.found.term, kind, word, token) * weightStep;
        if (weight !== 0) reasons.push({ kind, word, weight });
      };
      visitText(question, note);
      visitPage(question, note);
      return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
    },
  };
}

/** So many words are kept at hand. */
const mostKnown = 2000;

/** Where the line of a word begins, or -1. The lines are in the order of their words. */
function findLine(table: SenseTable, word: string): number {
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
