import { buildPage } from '../build-page';
import { type Row, spell, spellSpread } from '../row';
import { largeSize, smallSize } from '../sizes';
import { onStage, type Stage } from '../stage';
import { measureInRounds, medianOf, spreadOf } from '../statistics';
import { findOwnTasks, traceWhile } from '../trace';

/** How much longer our scripts run before the first viewport is marked when the page goes on for 4 MB below it; both begin alike. */
export const firstViewport: Row = {
  name: 'first-viewport',
  what: 'own CPU until the first viewport is marked, 4 MB page over a 30 kB page',
  aim: '≤ 5 ms more',
  run: ({ extensionDir, rounds = 9 }) =>
    onStage(extensionDir, async (stage) => {
      const script = `(${tellMarks})()`;
      const urls = {
        small: stage.serve('/small.html', buildPage({ ...smallSize, script }).html),
        large: stage.serve('/large.html', buildPage({ ...largeSize, script }).html),
      };
      await stage.use('ours');
      const measured = await measureInRounds({
        variants: ['small', 'large'],
        rounds,
        measure: (size) => measureUntilMarked(stage, urls[size]),
      });
      const more = spreadOf(measured.map(({ small, large }) => large - small));
      return {
        here: spell(more.median, 'ms more'),
        spread: spellSpread(more, 'ms'),
        yardsticks: `small ${spell(medianOf(measured.map(({ small }) => small)), 'ms')}, large ${spell(medianOf(measured.map(({ large }) => large)), 'ms')}`,
      };
    }),
};

async function measureUntilMarked(stage: Stage, url: string): Promise<number> {
  const tab = await stage.openTab();
  const events = await traceWhile(tab.page, async () => {
    await tab.page.goto(url);
    await tab.meter.untilIdle();
  });
  await tab.close();
  const marked = events.findLast(({ name }) => name === 'marks in view')?.start;
  if (marked === undefined) throw new Error('no mark came into view');
  return findOwnTasks(events)
    .filter(({ start }) => start < marked)
    .reduce((sum, { cpu }) => sum + cpu, 0);
}

/** Runs in the page: leaves a timestamp whenever more marks are in the viewport than a frame before, until two seconds bring no more. */
async function tellMarks(): Promise<void> {
  let known = 0;
  let changed = Number.POSITIVE_INFINITY;
  while (performance.now() < Math.min(changed + 2000, 30_000)) {
    await new Promise(requestAnimationFrame);
    let inView = 0;
    CSS.highlights.forEach((highlight, name) => {
      if (!name.startsWith('little-whale')) return;
      highlight.forEach((range) => {
        if ((range.startContainer.parentElement as Element).getBoundingClientRect().top < innerHeight) inView++;
      });
    });
    if (inView > known) {
      performance.mark('marks in view');
      changed = performance.now();
    }
    known = inView;
  }
}
