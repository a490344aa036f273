import fc from 'fast-check';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitFor } from '../../modules/start/wait-for';
import { changeSettings } from './change-settings';
import { inEachBrowser, type Stage } from './in-each-browser';
import { type Edit, edits } from './property/edits';
import { plotScript } from './property/plot-script';

interface PlotMark {
  plot: number;
  place: string;
  text: string;
  section: number;
  isShown: boolean;
}

type Plots = { make(count: number): void; edit(lists: Edit[][]): void; marks(): PlotMark[]; html(plot: number): string };
const plots = (page: Page) => ({
  make: (count: number) => page.evaluate((n) => (window as unknown as { plots: Plots }).plots.make(n), count),
  edit: (lists: Edit[][]) => page.evaluate((all) => (window as unknown as { plots: Plots }).plots.edit(all), lists),
  marks: () => page.evaluate(() => (window as unknown as { plots: Plots }).plots.marks()),
  html: (plot: number) => page.evaluate((at) => (window as unknown as { plots: Plots }).plots.html(at), plot),
});

/** What CI runs can be run again as it was; everybody else looks where nobody has looked yet. */
const repeatable = 20130315;
/** 500 random sequences of edits, 10,000 with LONG=1; SEED=1 repeats a run. So many of them share a page, each in its own plot. */
const runs = process.env.LONG ? 10_000 : 500;
const seed = Number(process.env.SEED ?? (process.env.CI ? repeatable : Math.floor(Math.random() * 2 ** 31)));
const plotsAtOnce = 50;
/** Marks have settled when they are the same for this long, in ms: more than twice the rest after which a page is read that wrote a lot. */
const calm = 500;

/** One tiny font: only marks near the viewport are drawn. Only surfaces that can mean nothing else: senses are frozen. */
const pageText = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Plots</title><style>* { font: 1px/1 sans-serif !important; margin: 0 !important }</style>
<body><p>Docker, Kubernetes, CNCF and Podman</p><main></main><script>${plotScript}</script></body></html>`;

inEachBrowser(
  (stage) => {
    it.each(['every', 'first'] as const)(
      `random edits, with %s mention marked (seed ${seed}, ${runs / 2} runs)`,
      async (mentions) => {
        console.log(`${stage.kind}, ${mentions}: seed ${seed}`);
        await changeSettings(stage, { mentions });
        // plain objects: fast-check makes them without a prototype, which WebDriver BiDi refuses
        const lists: Edit[][][] = JSON.parse(
          JSON.stringify(fc.sample(edits, { seed: mentions === 'every' ? seed : seed + 1, numRuns: runs / 2 })),
        );
        const page = await stage.openPage(`${stage.server.url}/plots.html`);
        for (let from = 0; from < lists.length; from += plotsAtOnce)
          await tryOut({ stage, page, mentions, lists: lists.slice(from, from + plotsAtOnce) });
      },
      process.env.LONG ? 3_600_000 : 180_000,
    );
  },
  { serve: { pages: { '/plots.html': pageText } } },
);

/** Edits plots in bursts, and compares the marks that have followed with those of a new copy that reads the same document afresh. */
async function tryOut({
  stage,
  page,
  mentions,
  lists,
}: {
  stage: Stage;
  page: Page;
  mentions: 'every' | 'first';
  lists: Edit[][][];
}): Promise<void> {
  const plot = plots(page);
  await plot.make(lists.length);
  await settle(page);
  for (const burst of [0, 1]) {
    await plot.edit(lists.map((list) => list[burst] ?? []));
    if (burst === 0) await new Promise((rest) => setTimeout(rest, 120));
  }
  const followed = await settle(page);
  await startAfresh(stage);
  if (mentions === 'first') {
    await changeSettings(stage, { mentions: 'every' });
    await settle(page);
  }
  // a new copy has far more to read: what has settled on a busy computer may not be all yet
  const deadline = Date.now() + 5000;
  let fresh = await settle(page);
  while (mentions === 'every' && JSON.stringify(fresh) !== JSON.stringify(followed) && Date.now() < deadline) fresh = await settle(page);
  if (mentions === 'first') fresh = await settle(page);
  await changeSettings(stage, { mentions });
  for (let at = 0; at < lists.length; at++) {
    const [live, wanted] = [followed, fresh].map((marks) => marks.filter((mark) => mark.plot === at)) as [PlotMark[], PlotMark[]];
    const context = `seed ${seed}: ${JSON.stringify(lists[at])}\n${await plot.html(at)}`;
    if (mentions === 'every') expect(live, context).toEqual(wanted);
    else {
      const pairs = live.map(pairOf);
      const state = `${context}\n${JSON.stringify({ live, wanted })}`;
      expect(pairs, state).toEqual([...new Set(pairs)]);
      // a mark stays when its text is hidden; a mention that was never shown has none
      expect(pairs, state).toEqual(expect.arrayContaining(wanted.filter((mark) => mark.isShown).map(pairOf)));
      expect(wanted.map(pairOf), state).toEqual(expect.arrayContaining(pairs));
    }
  }
}

/** "Docker Swarm" is another spelling of "Swarm". */
const pairOf = ({ text, section }: PlotMark) => `${text.replace(/.*Swarm/s, 'Swarm')} in ${section}`;

async function settle(page: Page): Promise<PlotMark[]> {
  let seen = '';
  let since = Date.now();
  let marks: PlotMark[] = [];
  await waitFor(
    async () => {
      marks = await plots(page).marks();
      const now = JSON.stringify(marks);
      if (now !== seen) since = Date.now();
      seen = now;
      return Date.now() - since >= calm;
    },
    { what: 'the marks to settle' },
  );
  return marks;
}

/** Puts a new copy of the content script into the tab, as an update does: it ends the old one and reads everything anew. */
async function startAfresh(stage: Stage): Promise<void> {
  await stage.inWorker(async () => {
    const tabs = await chrome.tabs.query({ active: true });
    for (const { id } of tabs)
      if (id !== undefined) await chrome.scripting.executeScript({ target: { tabId: id }, files: ['/content.js'] }).catch(() => undefined);
  });
}
