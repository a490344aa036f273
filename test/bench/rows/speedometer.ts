import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { serveFolder } from '../../../modules/start/serve-folder';
import { between } from '../meter';
import { type Row, spell } from '../row';
import { onStage, type Stage } from '../stage';
import { intervalOf, measureInRounds } from '../statistics';

const iterations = 3;
const folder = process.env.SPEEDOMETER;

/** Speedometer 3.1 from a checkout of WebKit/Speedometer, branch release/3.1, that SPEEDOMETER names; served on loopback. */
export const speedometer: Row = {
  name: 'speedometer',
  what: 'Speedometer 3.1: share of busy samples in our frames; CPU without over CPU with the extension',
  aim: '≤ 0.1 %; interval within 0.98 to 1.02',
  run: async ({ extensionDir, rounds = 8 }) => {
    if (!folder) return { here: 'not run', spread: '', yardsticks: 'SPEEDOMETER=<dir> names a checkout' };
    if (!existsSync(join(folder, 'resources/main.mjs'))) throw new Error(`${folder} is no checkout of Speedometer 3.1`);
    const server = await serveFolder({ folder });
    try {
      return await onStage(extensionDir, async (stage) => {
        const url = `${server.url}/?iterationCount=${iterations}&startAutomatically`;
        const measured = await measureInRounds({
          variants: ['empty', 'ours'],
          rounds,
          measure: (variant) => measureRun({ stage, url, variant }),
        });
        const ratio = intervalOf(measured.map(({ empty, ours }) => empty / ours));
        const share = await sampleRun(stage, url);
        return {
          here: `${(100 * share).toFixed(2)} %; ${ratio.mean.toFixed(3)} (95 %: ${ratio.low.toFixed(3)}–${ratio.high.toFixed(3)})`,
          spread: `n ${rounds} pairs of ${iterations} iterations`,
          yardsticks: `empty extension ${spell((measured[0]?.empty ?? 0) / 1000, 's')} CPU a run`,
        };
      });
    } finally {
      await server.close();
    }
  },
};

async function measureRun({ stage, url, variant }: { stage: Stage; url: string; variant: 'empty' | 'ours' }): Promise<number> {
  await stage.use(variant);
  const tab = await stage.openTab();
  // another port is another origin but the same site: the process stays
  const before = await tab.meter.read();
  await run(tab.page, url);
  const { task } = between(before, await tab.meter.read());
  await tab.close();
  return task;
}

async function run(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector('#result-number')?.textContent, { timeout: 600_000, polling: 1000 });
}

/** Of the profiler's samples in which the thread worked, those with a script of ours on the stack, and what that called. */
async function sampleRun(stage: Stage, url: string): Promise<number> {
  await stage.use('ours');
  const tab = await stage.openTab();
  const session = await tab.page.createCDPSession();
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 500 });
  await session.send('Profiler.start');
  await run(tab.page, url);
  const { profile } = await session.send('Profiler.stop');
  await tab.close();

  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const isOwn = new Map<number, boolean>();
  const visit = (id: number, own: boolean) => {
    const node = nodes.get(id);
    const now = own || Boolean(node?.callFrame.url.startsWith('chrome-extension://'));
    isOwn.set(id, now);
    for (const child of node?.children ?? []) visit(child, now);
  };
  visit(profile.nodes[0]?.id ?? 1, false);
  const busy = (profile.samples ?? []).filter((id) => nodes.get(id)?.callFrame.functionName !== '(idle)');
  return busy.filter((id) => isOwn.get(id)).length / busy.length;
}
