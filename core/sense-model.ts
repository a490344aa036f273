import type { Found } from './find-terms';
import {
  type Kind,
  type PageAround,
  sceneOf,
  type TextAround,
  type Token,
  type Visit,
  visitPage,
  visitTerms,
  visitTermsHere,
  visitText,
  visitWord,
} from './sense-features';

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
export interface Reason {
  kind: Kind;
  word: string;
  /** where the word stands: in the text, or in the title for kind t */
  token?: Token;
  weight: number;
}

const weightStep = 1 / 8;

/** A text whose words were looked up once, for all surfaces in it: their places in the table, -1 for the unknown. */
export type Scene = TextAround & { numbers: Int16Array; previous: Int32Array };

export interface SenseModel {
  look(text: TextAround): Scene;
  /** what the text says for the surface, in log-odds; the whole is this and what the page says */
  scoreText(question: Scene & { found: Found }): number;
  scorePage(question: PageAround & { found: Found }): number;
  /** the same for evidence that was gathered before, for a term by its id */
  sum(term: string, evidence: Partial<Record<Kind, readonly string[]>>): number;
  /** every piece of evidence, strongest first */
  explain(question: TextAround & PageAround & { found: Found }): Reason[];
}

/** What words say for one term in the scene, near by and in a title, by their number: their own weight and that for all. */
type Said = Record<'w' | 'l' | 't', (number | undefined)[]>;

/** Reads a line when its word is first met: a page meets few of the 4,000, and all of them took 5 ms and 100 KiB of a frame. */
export function createSenseModel(table: SenseTable, ids: readonly string[]): SenseModel {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const weights: Weights[] = [];
  const places = new Map<string, number>();
  const unknown = new Set<string>();
  const said = new Map<number, Said>();
  /** what so many other sure terms say for a term, here and on the page, by a key of both */
  const saidByTerms = new Map<number, number>();
  const titles = new WeakMap<readonly Token[], Int16Array>();

  /** The number of a word of the table, in the order in which words were first met; -1 for any other. */
  function placeOf(word: string): number {
    const known = places.get(word);
    if (known !== undefined) return known;
    if (unknown.has(word)) return -1;
    const start = findLine(table, word);
    if (start < 0) {
      if (unknown.size >= mostUnknown) unknown.clear();
      unknown.add(word);
      return -1;
    }
    const end = table.indexOf('\n', start);
    const place = weights.push(readLine(table.slice(start, end < 0 ? table.length : end), numbers)) - 1;
    places.set(word, place);
    return place;
  }

  function weigh(term: number, kind: Kind, word: string): number {
    const found = weights[placeOf(word)];
    return found ? (found.all[kind] ?? 0) + (found.own.get(term)?.[kind] ?? 0) : 0;
  }

  function saidFor(term: number): Said {
    const made = said.get(term) ?? { w: [], l: [], t: [] };
    said.set(term, made);
    return made;
  }

  function saysOf({ said, term, kind, number }: { said: (number | undefined)[]; term: number; kind: Kind; number: number }): number {
    const { all, own } = weights[number] as Weights;
    const steps = (all[kind] ?? 0) + (own.get(term)?.[kind] ?? 0);
    said[number] = steps;
    return steps;
  }

  function saidBy(term: number, { of, isPage }: { of: ReadonlySet<number>; isPage: boolean }): number {
    const key = ((term * 64 + Math.min(31, of.size)) * 2 + Number(of.has(term))) * 2 + Number(isPage);
    const known = saidByTerms.get(key);
    if (known !== undefined) return known;
    let steps = 0;
    const add: Visit = (kind, word) => {
      steps += weigh(term, kind, word);
    };
    if (isPage) visitTerms({ sureTerms: of, found: { term } }, add);
    else visitTermsHere({ sureHere: of, found: { term } }, add);
    saidByTerms.set(key, steps);
    return steps;
  }

  const placesOf = (tokens: readonly Token[]) => Int16Array.from(tokens, ({ word }) => placeOf(word));

  return {
    look: (text) => ({ ...text, numbers: placesOf(text.tokens), previous: Int32Array.from(text.tokens, (token) => token.previous) }),
    scoreText(question) {
      const { tokens, numbers, previous, sureHere, found } = question;
      const { w, l } = saidFor(found.term);
      const scene = sceneOf(tokens, found);
      const { first, last, from, to, nearFrom, nearTo } = scene;
      let steps = saidBy(found.term, { of: sureHere, isPage: false });
      visitWord(question, scene, (kind, word) => {
        steps += weigh(found.term, kind, word);
      });
      for (let at = from; at < to; at++) {
        const number = numbers[at] as number;
        if (number < 0 || (at >= first && at < last)) continue;
        const before = previous[at] as number;
        if (before < from) steps += w[number] ?? saysOf({ said: w, term: found.term, kind: 'w', number });
        if (at >= nearFrom && at < nearTo && before < nearFrom)
          steps += l[number] ?? saysOf({ said: l, term: found.term, kind: 'l', number });
      }
      return steps * weightStep;
    },
    scorePage(question) {
      const { title, found } = question;
      const { t } = saidFor(found.term);
      const known = titles.get(title) ?? placesOf(title);
      titles.set(title, known);
      let steps = saidBy(found.term, { of: question.sureTerms, isPage: true });
      for (let at = 0; at < known.length; at++) {
        const number = known[at] as number;
        if (number >= 0 && (title[at] as Token).previous < 0)
          steps += t[number] ?? saysOf({ said: t, term: found.term, kind: 't', number });
      }
      return steps * weightStep;
    },
    sum(term, evidence) {
      const number = numbers.get(term) ?? -1;
      const kinds = Object.entries(evidence) as [Kind, readonly string[]][];
      return weightStep * kinds.reduce((sum, [kind, list]) => sum + list.reduce((all, word) => all + weigh(number, kind, word), 0), 0);
    },
    explain(question) {
      const reasons: Reason[] = [];
      const note: Visit = (kind, word, token) => {
        const weight = weigh(question.found.term, kind, word) * weightStep;
        if (weight !== 0) reasons.push({ kind, word, weight, ...(token && { token }) });
      };
      visitText(question, note);
      visitPage(question, note);
      return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
    },
  };
}

/** So many words that are not in the table are kept at hand. */
const mostUnknown = 2000;

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
