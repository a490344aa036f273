import { driveBrowser } from '../../../modules/start/drive-browser';
import { findBrowsers } from '../../../modules/start/find-browser';
import { waitFor } from '../../../modules/start/wait-for';
import { type Row, spell, spellSpread } from '../row';
import { medianOf, spreadOf } from '../statistics';
import { type TraceEvent, traceWhile } from '../trace';

/** What a popup leaves behind of its opening, in ms since its page started. */
interface Opening {
  contentful: number;
  script: number;
  settings: number;
  history: number;
  picture: number;
}

/** What its main thread spent until then, in ms of the thread's own clock, which other programs do not lengthen. */
interface Spent {
  all: number;
  style: number;
  layout: number;
}

/** The real popup, opened again and again from the toolbar: until its picture stands on the screen. */
export const popupPaint: Row = {
  name: 'popup-paint',
  what: 'popup: picture painted after the page starts',
  aim: '≤ 100 ms',
  async run({ extensionDir, rounds = 20 }) {
    const chromium = findBrowsers().find(({ kind }) => kind === 'chromium');
    if (!chromium) throw new Error('There is no Chromium here: install one or name it by CHROME_PATH.');
    const browser = await driveBrowser({ kind: 'chromium', path: chromium.path, headless: true, language: 'en', extensionDir });
    try {
      const page = await browser.openPage('data:text/html,<title>page</title>');
      const openings: (Opening & Spent)[] = [];
      // the first two fill the browser's caches, as a day's first does
      for (let round = -2; round < rounds; round++) {
        let opening: Opening | undefined;
        const events = await traceWhile(page, async () => {
          const popup = await browser.openPopup();
          opening = await waitFor(() => popup.evaluate(readOpening), { what: 'the first picture' });
          await popup.close();
        });
        if (round >= 0 && opening) openings.push({ ...opening, ...spentIn(events) });
      }
      const of = (part: (one: Opening & Spent) => number) => spell(medianOf(openings.map(part)), 'ms');
      const picture = spreadOf(openings.map((one) => one.picture));
      return {
        here: `${spell(picture.median, 'ms')}, ${of((one) => one.all)} CPU`,
        spread: spellSpread(picture, 'ms'),
        yardsticks: `CPU: style ${of((one) => one.style)}, layout ${of((one) => one.layout)}; by the clock: until the script runs ${of((one) => one.script)}, settings ${of((one) => one.settings - one.script)}, history read ${of(
          (one) => Math.max(0, one.history - one.settings),
        )}, laid out, drawn and painted ${of((one) => one.picture - Math.max(one.history, one.settings))}; first contentful paint ${of(
          (one) => one.contentful,
        )}`,
      };
    } finally {
      await browser.close();
    }
  },
};

function spentIn(events: readonly TraceEvent[]): Spent {
  const end = events.find(({ name }) => name === 'first picture')?.start ?? Number.NaN;
  const sum = (wanted: string) => events.filter(({ name, start }) => name === wanted && start < end).reduce((all, { cpu }) => all + cpu, 0);
  return { all: sum('ThreadControllerImpl::RunTask'), style: sum('UpdateLayoutTree'), layout: sum('Layout') };
}

/** Runs in the popup. */
function readOpening(): Opening | undefined {
  const [contentful, script, settings, history, picture] = ['first-contentful-paint', 'script', 'settings', 'history', 'first picture'].map(
    (name) => performance.getEntriesByName(name)[0]?.startTime,
  );
  if (!contentful || !script || !settings || !history || !picture || !document.querySelector('.event')) return undefined;
  return { contentful, script, settings, history, picture };
}
