import type { Found } from './find-terms';
import {
  type Kind,
  type PageAround,
  sceneOf,
  standingOf,
  type TextAround,
  type Token,
  type Visit,
  visitPage,
  visitTerms,
  visitTermsHere,
  visitText,
} from './sense-features';
import { findWeights, type PackedSenses, type Weights, weightStep } from './sense-table';

/** A piece of evidence and what it weighs, in log-odds: above 0 it speaks for the term. */
export interface Reason {
  kind: Kind;
  word: string;
  /** where the word stands: in the text, or in the title for kind t */
  token?: Token;
  weight: number;
}

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

/** What words say for one term: in the scene, near by and in a title by their number. */
interface Said extends Record<'w' | 'l' | 't', Int16Array> {
  /** what its standing says as a whole, by the form, the left and the right: no word is put together to look it up */
  standing: Map<string, Map<string, Map<string, number>>>;
  /** how many standings are kept */
  kept: number;
}

/** Stands where it was not yet asked what a word says. */
const unasked = -32_768;

/** Reads a line when its word is first met: a page meets few of the 4,000, and all of them took 5 ms and 100 KiB of a frame. */
export function createSenseModel(senses: PackedSenses): SenseModel {
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
    const read = findWeights(senses, word);
    if (!read) {
      if (++unknown > mostUnknown) forgetUnknown();
      places.set(word, -1);
      return -1;
    }
    const place = weights.push(read) - 1;
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
      made = { w: none, l: none, t: none, standing: new Map(), kept: 0 };
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

  /** What a surface says by itself: the term, its form, and what stands beside it. */
  function saidByStanding(said: Said, term: number, { form, left, right }: { form: string; left: string; right: string }): number {
    const known = said.standing.get(form)?.get(left)?.get(right);
    if (known !== undefined) return known;
    if (++said.kept > mostUnknown) {
      said.standing.clear();
      said.kept = 1;
    }
    const steps =
      weigh(term, 'b', '') +
      weigh(term, 'f', form) +
      weigh(term, 'p', left) +
      weigh(term, 'n', right) +
      weigh(term, 'c', `${left} ${right}`);
    const byLeft = said.standing.get(form) ?? new Map<string, Map<string, number>>();
    const byRight = byLeft.get(left) ?? new Map<string, number>();
    said.standing.set(form, byLeft.set(left, byRight.set(right, steps)));
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
      const number = numbers[at] as number;
      const known = said[number] as number;
      const weight = known !== unasked ? known : ask({ said, term, kind, number });
      // All bits where it did not stand before, none where it did: a third of the words did, so a branch is often guessed wrong (6 % of a decision).
      steps += weight & (((previous[at] as number) - since) >> 31);
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
      let steps = saidBy(term, { of: scene.sureHere, isPage: false }) + saidByStanding(says, term, standingOf(scene, found, range));
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
      const number = senses.ids.indexOf(term);
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

/** So many words that are not in the table, and so many standings of a term, are kept at hand. */
const mostUnknown = 2000;
