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

/**
 * A text whose words were looked up once, for all surfaces in it. Only words of the table are kept: their numbers, and
 * the token before with the same word. `rank` says for a token how many of them stand before it.
 */
export type Scene = TextAround & { numbers: Int16Array; previous: Int32Array; rank: Int32Array };

export interface SenseModel {
  look(text: TextAround): Scene;
  /** what the text says for the surface, in log-odds; the whole is this and what the page says */
  scoreText(scene: Scene, found: Found): number;
  scorePage(page: PageAround, found: Found): number;
  /** the same for evidence that was gathered before, for a term by its id */
  sum(term: string, evidence: Partial<Record<Kind, readonly string[]>>): number;
  /** every piece of evidence, strongest first */
  explain(question: TextAround & PageAround & { found: Found }): Reason[];
}

/** What words say for one term: in the scene, near by and in a title by their number, at the word itself by kind and word. */
interface Said extends Record<'w' | 'l' | 't', Int16Array> {
  self: Record<Kind, Map<string, number>>;
}

/** Stands where it was not yet asked what a word says. */
const unasked = -32_768;

/** Reads a line when its word is first met: a page meets few of the 4,000, and all of them took 5 ms and 100 KiB of a frame. */
export function createSenseModel(table: SenseTable, ids: readonly string[]): SenseModel {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const weights: Weights[] = [];
  const places = new Map<string, number>();
  let unknown = 0;
  const said = new Map<number, Said>();
  /** what so many other sure terms say for a term, here and on the page, by a key of both */
  const saidByTerms = new Map<number, number>();
  const titles = new WeakMap<readonly Token[], readonly number[]>();

  /** The number of a word of the table, in the order in which words were first met; -1 for any other. */
  function placeOf(word: string): number {
    const known = places.get(word);
    if (known !== undefined) return known;
    const start = findLine(table, word);
    if (start < 0) {
      if (++unknown > mostUnknown) forgetUnknown();
      places.set(word, -1);
      return -1;
    }
    const end = table.indexOf('\n', start);
    const place = weights.push(readLine(table.slice(start, end < 0 ? table.length : end), numbers)) - 1;
    places.set(word, place);
    return place;
  }

  function forgetUnknown(): void {
    for (const [word, place] of places) if (place < 0) places.delete(word);
    unknown = 1;
  }

  function weigh(term: number, kind: Kind, word: string): number {
    const found = weights[placeOf(word)];
    return found ? (found.all[kind] ?? 0) + (found.own.get(term)?.[kind] ?? 0) : 0;
  }

  function saidFor(term: number): Said {
    let made = said.get(term);
    if (!made) {
      const none = new Int16Array(0);
      made = {
        w: none,
        l: none,
        t: none,
        self: {
          b: new Map(),
          f: new Map(),
          p: new Map(),
          n: new Map(),
          c: new Map(),
          l: new Map(),
          w: new Map(),
          t: new Map(),
          s: new Map(),
        },
      };
      said.set(term, made);
    }
    if (made.w.length < weights.length) {
      made.w = lengthen(made.w, weights.length);
      made.l = lengthen(made.l, weights.length);
      made.t = lengthen(made.t, weights.length);
    }
    return made;
  }

  function ask({ said, term, kind, number }: { said: Int16Array; term: number; kind: Kind; number: number }): number {
    const { all, own } = weights[number] as Weights;
    const steps = (all[kind] ?? 0) + (own.get(term)?.[kind] ?? 0);
    said[number] = steps;
    return steps;
  }

  /** What a word at the surface itself says. */
  function saidBeside({ self }: Said, term: number, kind: Kind, word: string): number {
    const known = self[kind].get(word);
    if (known !== undefined) return known;
    if (self[kind].size >= mostUnknown) self[kind].clear();
    const steps = weigh(term, kind, word);
    self[kind].set(word, steps);
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

  /** The words of a title that the table has, each once. */
  function readTitle(title: readonly Token[]): readonly number[] {
    const known = title.flatMap(({ word, previous }) => (previous < 0 && placeOf(word) >= 0 ? [placeOf(word)] : []));
    titles.set(title, known);
    return known;
  }

  function look(text: TextAround): Scene {
    const { tokens } = text;
    const numbers = new Int16Array(tokens.length);
    const previous = new Int32Array(tokens.length);
    const rank = new Int32Array(tokens.length + 1);
    let count = 0;
    for (const [at, token] of tokens.entries()) {
      const number = placeOf(token.word);
      rank[at] = count;
      if (number < 0) continue;
      numbers[count] = number;
      previous[count] = token.previous;
      count++;
    }
    rank[tokens.length] = count;
    return { ...text, numbers, previous, rank };
  }

  /** The words of a kind between two tokens that did not stand before, from `since` on. */
  function sumWords(
    { numbers, previous, rank }: Scene,
    { said, term, kind, from, to, since }: { said: Int16Array; term: number; kind: Kind; from: number; to: number; since: number },
  ): number {
    let steps = 0;
    const end = rank[to] as number;
    for (let at = rank[from] as number; at < end; at++) {
      if ((previous[at] as number) >= since) continue;
      const number = numbers[at] as number;
      const known = said[number] as number;
      steps += known !== unasked ? known : ask({ said, term, kind, number });
    }
    return steps;
  }

  return {
    look,
    scoreText(scene, found) {
      const { term } = found;
      const says = saidFor(term);
      const { w, l } = says;
      const range = sceneOf(scene.tokens, found);
      const { first, last, from, to, nearFrom } = range;
      const nearTo = Math.min(to, range.nearTo);
      let steps = saidBy(term, { of: scene.sureHere, isPage: false });
      visitWord(scene, found, range, (kind, word) => {
        steps += saidBeside(says, term, kind, word);
      });
      steps += sumWords(scene, { said: w, term, kind: 'w', from, to: first, since: from });
      steps += sumWords(scene, { said: w, term, kind: 'w', from: last, to, since: from });
      steps += sumWords(scene, { said: l, term, kind: 'l', from: nearFrom, to: first, since: nearFrom });
      steps += sumWords(scene, { said: l, term, kind: 'l', from: last, to: nearTo, since: nearFrom });
      return steps * weightStep;
    },
    scorePage({ title, sureTerms }, { term }) {
      const known = titles.get(title) ?? readTitle(title);
      const { t } = saidFor(term);
      let steps = saidBy(term, { of: sureTerms, isPage: true });
      for (const number of known) {
        const said = t[number] as number;
        steps += said !== unasked ? said : ask({ said: t, term, kind: 't', number });
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

/** At least so long, by doubling; what is new is unasked. */
function lengthen(old: Int16Array, least: number): Int16Array {
  let length = 256;
  while (length < least) length *= 2;
  const long = new Int16Array(length).fill(unasked);
  long.set(old);
  return long;
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
