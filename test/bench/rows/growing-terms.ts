import { createMatcher } from '../../../core/find-terms';
import { buildPage } from '../build-page';
import { type Row, spell, spellSpread } from '../row';
import { measureInRounds, medianOf, spreadOf } from '../statistics';

const few = 300;
const many = 100_000;

/** The matcher alone, in Node, on the text of the large page's first part. */
export const growingTerms: Row = {
  name: 'growing-terms',
  what: `matching a character as terms grow ${few} → ${many.toLocaleString('en')} surfaces`,
  aim: '≤ 1.5 x',
  run: async ({ rounds = 15 }) => {
    const text = buildPage({ textNodes: 20_000, hits: 0 }).html.replace(/<[^>]*>/g, '');
    const matchers = { few: createMatcher(inventTable(few)), many: createMatcher(inventTable(many)) };
    const measure = async (size: 'few' | 'many') => (1e6 * readCpu(() => matchers[size].find(text))) / text.length;
    await measureInRounds({ variants: ['few', 'many'], rounds: 3, measure });
    const measured = await measureInRounds({ variants: ['few', 'many'], rounds, measure });
    const ratio = spreadOf(measured.map((round) => round.many / round.few));
    const building = readCpu(() => createMatcher(inventTable(many)));
    return {
      here: spell(ratio.median, 'x'),
      spread: spellSpread(ratio, 'x'),
      yardsticks: `${spell(medianOf(measured.map((round) => round.few)), 'ns')} → ${spell(medianOf(measured.map((round) => round.many)), 'ns')} a character; ${spell(building, 'ms')} to build the large table`,
    };
  },
};

function readCpu(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const syllables =
  'al an ar be ca co da de di do el en er fa fi ga go ha hi in ka ki la le li lo ma me mi mo na ne no on or pa pe pi po ra re ri ro sa se si so ta te ti to um un va ve vi vo wa we'.split(
    ' ',
  );

/** Spellings of two to four syllables, half of them with a second word; a term has five, always the same ones. */
function inventTable(surfaces: number): string {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed % below;
  };
  const word = () => Array.from({ length: 2 + random(3) }, () => syllables[random(syllables.length)]).join('');
  const spellings = new Set<string>();
  while (spellings.size < surfaces) spellings.add(random(2) === 0 ? word() : `${word()} ${word()}`);
  return [...spellings]
    .map((spelling, n) => spelling + (n % 5 === 4 ? '\n' : '\t'))
    .join('')
    .trimEnd();
}
