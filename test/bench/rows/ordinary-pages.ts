import { between } from '../meter';
import { buildOrdinaryPages } from '../ordinary-pages';
import { type Row, spell, spellSpread } from '../row';
import { onStage, type Stage } from '../stage';
import { measureInRounds, medianOf, spreadOf } from '../statistics';

/** In ms. Nothing writes on these pages, so no observer rests for long. */
const quiet = 700;

/** Main-thread work added to the load of ordinary pages; the median page. */
export const ordinaryPages: Row = {
  name: 'ordinary-pages',
  what: 'added main-thread work on ordinary pages, over the empty extension',
  aim: '≤ 3 ms',
  run: ({ extensionDir, rounds = 5 }) =>
    onStage(extensionDir, async (stage) => {
      const pages = Object.entries(buildOrdinaryPages());
      const added: Record<string, number> = {};
      const emptyAdded: number[] = [];
      const leastAdded: number[] = [];
      for (const [name, html] of pages) {
        const url = stage.serve(`/${name}.html`, html);
        const measured = await measureInRounds({
          variants: ['none', 'empty', 'least', 'ours'],
          rounds,
          measure: async (variant) => {
            await stage.use(variant);
            return measureLoad(stage, url);
          },
        });
        added[`${name} ${Math.round(html.length / 1000)} kB`] = medianOf(measured.map(({ ours, empty }) => ours - empty));
        leastAdded.push(medianOf(measured.map(({ least, empty }) => least - empty)));
        emptyAdded.push(medianOf(measured.map(({ empty, none }) => empty - none)));
      }
      const spread = spreadOf(Object.values(added));
      return {
        here: spell(spread.median, 'ms'),
        spread: `${spellSpread(spread, 'ms')} (pages, ${rounds} pairs each)`,
        yardsticks: `empty extension over none ${spell(medianOf(emptyAdded), 'ms')}; the least annotator ${spell(medianOf(leastAdded), 'ms')}; ${Object.entries(
          added,
        )
          .map(([name, ms]) => `${name} ${spell(ms, 'ms')}`)
          .join(', ')}`,
      };
    }),
};

async function measureLoad(stage: Stage, url: string): Promise<number> {
  const tab = await stage.openTab();
  const before = await tab.meter.read();
  await tab.page.goto(url);
  const { task } = between(before, await tab.meter.untilIdle(quiet));
  await tab.close();
  return task;
}
