import { driveBrowser } from '../../../modules/start/drive-browser';
import { findBrowsers } from '../../../modules/start/find-browser';
import { waitFor } from '../../../modules/start/wait-for';
import { type Row, spell, spellSpread } from '../row';
import { medianOf, spreadOf } from '../statistics';
import { type TraceEvent, traceWhile } from '../trace';

/** What a popup leaves behind of its opening, in ms since its page started: as the marks in `components/mount-timeline.tsx` have it. */
interface Opening {
  html: number;
  begun: number;
  settings: number;
  frame: number;
  paint: number;
  history: number;
  picture: number;
}

/** What its main thread spent until the first paint, in ms of the thread's own clock, which other programs do not lengthen. */
interface Spent {
  all: number;
  parse: number;
  script: number;
  style: number;
  layout: number;
  draw: number;
}

/** How often an opening is recorded, for the CPU time. */
const recorded = 7;

/**
 * The real popup, opened again and again from the toolbar: until its frame is on the screen, and until the picture stands in it. Nothing
 * is asked of the worker before that.
 */
export const popupPaint: Row = {
  name: 'popup-paint',
  what: 'popup: first paint after the page starts',
  aim: '≤ 100 ms',
  async run({ extensionDir, rounds = 20 }) {
    const chromium = findBrowsers().find(({ kind }) => kind === 'chromium');
    if (!chromium) throw new Error('There is no Chromium here: install one or name it by CHROME_PATH.');
    const browser = await driveBrowser({ kind: 'chromium', path: chromium.path, headless: true, language: 'en', extensionDir });
    try {
      const page = await browser.openPage('data:text/html,<title>page</title>');
      const open = async () => {
        const popup = await browser.openPopup();
        const opening = await waitFor(() => popup.evaluate(readOpening), { what: 'the first picture' });
        await popup.close();
        return opening;
      };
      // the first two fill the browser's caches, as a day's first does
      for (let round = 0; round < 2; round++) await open();
      const openings: Opening[] = [];
      for (let round = 0; round < rounds; round++) openings.push(await open());
      // recording costs time of its own
      const spent: Spent[] = [];
      for (let round = 0; round < recorded; round++) spent.push(spentIn(await traceWhile(page, open)));
      const of = (part: (one: Opening) => number) => spell(medianOf(openings.map(part)), 'ms');
      const cpu = (part: keyof Spent) => spell(medianOf(spent.map((one) => one[part])), 'ms');
      const paint = spreadOf(openings.map((one) => one.paint));
      return {
        here: `${spell(paint.median, 'ms')}; picture ${of((one) => one.picture)}`,
        spread: spellSpread(paint, 'ms'),
        yardsticks: `by the clock: HTML there ${of((one) => one.html)}, script and sheet there, parsed and run ${of((one) => one.begun - one.html)}, settings ${of(
          (one) => one.settings - one.begun,
        )}, first render ${of((one) => one.frame - one.settings)}, style, layout, paint and the browser's window ${of(
          (one) => one.paint - one.frame,
        )}; worker 0; CPU until then ${cpu('all')}: HTML ${cpu('parse')}, script ${cpu('script')}, style ${cpu('style')}, layout ${cpu('layout')}, paint ${cpu('draw')}`,
      };
    } finally {
      await browser.close();
    }
  },
};

function spentIn(events: readonly TraceEvent[]): Spent {
  const painted = events.find(({ name }) => name === 'firstContentfulPaint')?.start ?? Number.NaN;
  const sum = (...wanted: string[]) => {
    let [all, end] = [0, Number.NEGATIVE_INFINITY];
    for (const event of events) {
      // what lies in what was counted already is left out
      if (!wanted.includes(event.name) || event.start < end || event.start > painted) continue;
      all += event.cpu;
      end = event.end;
    }
    return all;
  };
  return {
    all: sum('ThreadControllerImpl::RunTask'),
    parse: sum('ParseHTML', 'ParseAuthorStyleSheet'),
    script: sum('v8.compileModule', 'v8.evaluateModule', 'FunctionCall', 'BlinkScheduler_PerformMicrotaskCheckpoint'),
    style: sum('UpdateLayoutTree'),
    layout: sum('Layout'),
    draw: sum('PrePaint', 'Paint', 'Layerize', 'Commit'),
  };
}

/** Runs in the popup. */
function readOpening(): Opening | undefined {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const names = ['first-contentful-paint', 'script', 'settings', 'frame', 'history', 'first picture'];
  const [paint, script, settings, frame, history, picture] = names.map((name) => performance.getEntriesByName(name)[0]?.startTime);
  if (!navigation || !paint || !script || !settings || !frame || !history || !picture || !document.querySelector('.event'))
    return undefined;
  return { html: navigation.responseEnd, begun: script, settings, frame, paint, history, picture };
}
