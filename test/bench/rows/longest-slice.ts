import { buildPage } from '../build-page';
import { type Row, spell, spellSpread } from '../row';
import { largeSize } from '../sizes';
import { onStage, type Stage } from '../stage';
import { measureInRounds, medianOf, spreadOf } from '../statistics';
import { findOwnTasks, type TraceEvent, traceWhile } from '../trace';

/** The longest that our scripts keep the thread in one task, while the large page is loaded and read and a part of it changes. */
export const longestSlice: Row = {
  name: 'longest-slice',
  what: 'longest own slice',
  aim: '≤ 4 ms',
  run: ({ extensionDir, rounds = 5 }) =>
    onStage(extensionDir, async (stage) => {
      const url = stage.serve('/large.html', buildPage(largeSize).html);
      await stage.use('ours');
      const measured = await measureInRounds({
        variants: ['first', 'every'],
        rounds,
        measure: async (mentions) => {
          await stage.setMentions(mentions);
          return traceOwnTasks(stage, url);
        },
      });
      const longest = (tasks: TraceEvent[]) => Math.max(...tasks.map(({ cpu }) => cpu));
      const first = spreadOf(measured.map((round) => longest(round.first)));
      const all = measured.flatMap((round) => [...round.first, ...round.every]);
      return {
        here: `${spell(first.median, 'ms')} (every mention: ${spell(medianOf(measured.map((round) => longest(round.every))), 'ms')})`,
        spread: spellSpread(first, 'ms'),
        yardsticks: spellKinds(all),
      };
    }),
};

async function traceOwnTasks(stage: Stage, url: string): Promise<TraceEvent[]> {
  const tab = await stage.openTab();
  const events = await traceWhile(tab.page, async () => {
    await tab.page.goto(url);
    await tab.meter.untilIdle();
    await tab.page.evaluate(() =>
      document.querySelector('article')?.replaceWith(document.querySelectorAll('article')[1]?.cloneNode(true) as Node),
    );
    await tab.meter.untilIdle();
  });
  await tab.close();
  return findOwnTasks(events);
}

/** The longest of each kind of task. */
function spellKinds(tasks: readonly TraceEvent[]): string {
  const longest = new Map<string, number>();
  for (const { name, cpu } of tasks) longest.set(name, Math.max(cpu, longest.get(name) ?? 0));
  return [...longest]
    .sort((a, b) => b[1] - a[1])
    .map(([name, cpu]) => `${name} ${spell(cpu, 'ms')}`)
    .slice(0, 5)
    .join(', ');
}
