import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { driveBrowser } from '../../../modules/start/drive-browser';
import { findBrowsers } from '../../../modules/start/find-browser';
import { waitFor } from '../../../modules/start/wait-for';
import { type Row, spell, spellSpread } from '../row';
import { measureInRounds, medianOf, spreadOf } from '../statistics';
import { traceWhile } from '../trace';
import { writeHistory } from '../write-history';

const count = 2000;

interface Zooming {
  frames: number;
  /** of the frames between two zooms that came in time, in percent */
  inTime: number;
  longest: number;
}

/** `cpu`: the longest task by the thread's own clock, which other programs do not lengthen. */
type Measured = Zooming & { cpu: number };

/** In and out through all levels, and sideways, with a history of 2,000 events beside the built-in one. */
export const timelineZoom: Row = {
  name: 'timeline-zoom',
  what: 'timeline tab while zooming and panning with 2,000 events: longest task',
  aim: '≤ 50 ms, 60 frames/s',
  async run({ extensionDir, rounds = 5 }) {
    const chromium = findBrowsers().find(({ kind }) => kind === 'chromium');
    if (!chromium) throw new Error('There is no Chromium here: install one or name it by CHROME_PATH.');
    const folder = mkdtempSync(join(tmpdir(), 'bench-timeline-'));
    const large = join(folder, 'large');
    cpSync(extensionDir, large, { recursive: true });
    writeFileSync(join(large, 'timeline.json'), JSON.stringify(writeHistory(join(extensionDir, 'timeline.json'), count)));
    try {
      const measured = await measureInRounds({
        variants: ['large', 'built-in'],
        rounds,
        measure: async (variant) => {
          const dir = variant === 'large' ? large : extensionDir;
          const browser = await driveBrowser({ kind: 'chromium', path: chromium.path, headless: true, language: 'en', extensionDir: dir });
          try {
            // A page of ours that is opened while the browser itself is still starting stays at the lowest priority for its life: V8 then
            // collects to save memory, 20 times in these 9 seconds and up to 57 ms long, where it otherwise does so 3 times, 4 ms long.
            await browser.inWorker(() => undefined);
            const page = await browser.extensionPage('timeline.html');
            await page.setViewport({ width: 1440, height: 900 });
            await waitFor(() => page.evaluate(() => document.querySelector('.event') !== null), { what: 'the timeline' });
            let zooming: Zooming | undefined;
            const events = await traceWhile(page, async () => {
              zooming = await page.evaluate(zoomAbout);
            });
            if (!zooming) throw new Error('the page did not answer');
            const tasks = events.filter(({ name }) => name === 'ThreadControllerImpl::RunTask');
            return { ...zooming, cpu: Math.max(...tasks.map(({ cpu }) => cpu)) };
          } finally {
            await browser.close();
          }
        },
      });
      const longest = spreadOf(measured.map((round) => round.large.cpu));
      const of = (variant: 'large' | 'built-in', part: keyof Measured) => medianOf(measured.map((round) => round[variant][part]));
      return {
        here: `${spell(longest.median, 'ms')} CPU, ${spell(of('large', 'longest'), 'ms')} by the clock; ${spell(of('large', 'frames'), 'frames/s')}, ${spell(of('large', 'inTime'), '% in time')}`,
        spread: spellSpread(longest, 'ms'),
        yardsticks: `built-in history ${spell(of('built-in', 'cpu'), 'ms')} CPU, ${spell(of('built-in', 'longest'), 'ms')} by the clock; ${spell(of('built-in', 'frames'), 'frames/s')}, ${spell(of('built-in', 'inTime'), '% in time')}`,
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Runs in the page: a step every 400 ms, at first at once, before anything can have been made ready. */
async function zoomAbout(): Promise<Zooming> {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
  });
  observer.observe({ type: 'longtask' });
  const frames: number[] = [];
  let isOn = true;
  void (async () => {
    while (isOn) frames.push(await new Promise<number>(requestAnimationFrame));
  })();
  const field = document.querySelector('.field-of-time') as HTMLElement;
  for (const key of '+++---++-+--+++-0+++') {
    document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await new Promise((done) => setTimeout(done, 200));
    for (let step = 0; step < 12; step++) {
      field.scrollLeft += 90;
      await new Promise(requestAnimationFrame);
    }
  }
  isOn = false;
  await new Promise((done) => setTimeout(done, 100));
  observer.disconnect();
  const gaps = frames.slice(1).map((now, at) => now - (frames[at] ?? now));
  const span = (frames.at(-1) ?? 0) - (frames[0] ?? 0);
  return {
    frames: (gaps.length / span) * 1000,
    inTime: (gaps.filter((gap) => gap < 18).length / gaps.length) * 100,
    longest,
  };
}
