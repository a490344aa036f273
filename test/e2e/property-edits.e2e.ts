import fc from 'fast-check';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
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

interface Plots {
  make(count: number): void;
  edit(lists: Edit[][]): void;
  /** Writes the beacon anew: marks at two mentions of one term, which stand once all that was written before has been read. */
  beacon(): void;
  /** The marks, once so many stand at the beacon and all have been the same for `calm` ms, with an idle turn of the page in each 50 of them. */
  settled(when: { beacons: number; calm: number }): Promise<PlotMark[]>;
  html(plot: number): string;
}
const plots = (page: Page) => ({
  make: (count: number) => page.evaluate((n) => (window as unknown as { plots: Plots }).plots.make(n), count),
  edit: (lists: Edit[][]) => page.evaluate((all) => (window as unknown as { plots: Plots }).plots.edit(all), lists),
  beacon: () => page.evaluate(() => (window as unknown as { plots: Plots }).plots.beacon()),
  settled: (mentions: 'every' | 'first', calm: number) =>
    page.evaluate((when) => (window as unknown as { plots: Plots }).plots.settled(when), { beacons: mentions === 'every' ? 2 : 1, calm }),
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
<body><p>Docker, Kubernetes, CNCF and Podman</p><main></main><section id="beacon"></section><script>${plotScript}</script></body></html>`;

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
  await plot.beacon();
  await plot.settled(mentions, 0);
  for (const burst of [0, 1]) {
    await plot.edit(lists.map((list) => list[burst] ?? []));
    if (burst === 0) await new Promise((rest) => setTimeout(rest, 120));
  }
  await plot.beacon();
  const followed = await plot.settled(mentions, calm);
  await startAfresh(stage);
  await changeSettings(stage, { mentions: 'every' });
  const fresh = await plot.settled('every', calm);
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

/** Puts a new copy of the content script into the tab, as an update does: it ends the old one and reads everything anew. */
async function startAfresh(stage: Stage): Promise<void> {
  await stage.inWorker(async () => {
    const tabs = await chrome.tabs.query({ active: true });
    for (const { id } of tabs)
      if (id !== undefined) await chrome.scripting.executeScript({ target: { tabId: id }, files: ['/content.js'] }).catch(() => undefined);
  });
}
