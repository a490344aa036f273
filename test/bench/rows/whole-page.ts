import { buildPage } from '../build-page';
import { between, type Reading } from '../meter';
import { type Row, spell, spellSpread } from '../row';
import { largeSize } from '../sizes';
import { onStage, type Stage } from '../stage';
import { measureInRounds, medianOf, spreadOf } from '../statistics';
import type { Variant } from '../write-extensions';

const variants = ['empty', 'walk', 'ours', 'mark.js'] as const;
type Measured = Record<(typeof variants)[number], Reading>;

/** All marks of the large page, against a walk that only reads every text node; the cost of putting in an empty script is taken off both. */
export const wholePage: Row = {
  name: 'whole-page',
  what: 'whole 4 MB page, all marks computed, against a bare walk',
  aim: '≤ 3.0 x',
  run: ({ extensionDir, rounds = 9 }) =>
    onStage(extensionDir, async (stage) => {
      await stage.setMentions('every');
      await stage.useStyles();
      const { html, textNodes, characters, hits } = buildPage(largeSize);
      const url = stage.serve('/large.html', html);
      const measured = await measureInRounds({ variants, rounds, measure: (variant) => injectAndMeasure({ stage, url, variant }) });
      const over = (variant: Variant & keyof Measured, of: keyof Reading) => measured.map((round) => round[variant][of] - round.empty[of]);
      const ratios = (variant: 'ours' | 'mark.js', of: 'task' | 'script') =>
        over(variant, of).map((spent, round) => spent / (over('walk', of)[round] as number));
      const ours = spreadOf(ratios('ours', 'task'));
      const walkPerNode = (1000 * medianOf(over('walk', 'task'))) / textNodes;
      return {
        here: `${spell(ours.median, 'x')} (${spell(medianOf(over('ours', 'task')), 'ms')}; script alone ${spell(medianOf(ratios('ours', 'script')), 'x')})`,
        spread: spellSpread(ours, 'x'),
        yardsticks: `walk ${spell(medianOf(over('walk', 'task')), 'ms')}, ${spell(walkPerNode, 'µs')} a node; mark.js ${spell(medianOf(ratios('mark.js', 'task')), 'x')}, ${spell(medianOf(over('mark.js', 'layout')), 'ms')} of it layout; the page: ${textNodes} text nodes, ${spell(characters / 1e6, 'MB')} text, ${hits} hits`,
      };
    }),
};

async function injectAndMeasure({ stage, url, variant }: { stage: Stage; url: string; variant: Variant }): Promise<Reading> {
  const tab = await stage.openPage(url);
  const before = await tab.meter.untilIdle();
  await stage.inject(variant);
  const spent = between(before, await tab.meter.untilIdle());
  await tab.close();
  return spent;
}
