import type { Page } from 'puppeteer-core';
import { medianOf } from './statistics';

/** CPU time of the page's main thread since the meter was made, in ms of that thread's own clock: other programs do not lengthen it. */
export interface Reading {
  task: number;
  script: number;
  layout: number;
  style: number;
}

export interface Meter {
  read(): Promise<Reading>;
  /** Waits until the thread has had nothing to do for `quiet` ms, and reads it; what the asking cost is taken off. */
  untilIdle(quiet?: number): Promise<Reading>;
}

/** In ms, longer than the longest rest that our observer takes before it reads on. */
const longRest = 1400;
const askEvery = 100;
/** What a thread without other work spends on being asked is less, in ms. */
const asking = 1;

export async function createMeter(page: Page): Promise<Meter> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });

  async function read(): Promise<Reading> {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
    return { task: of('TaskDuration'), script: of('ScriptDuration'), layout: of('LayoutDuration'), style: of('RecalcStyleDuration') };
  }

  return {
    read,
    async untilIdle(quiet = longRest) {
      let last = await read();
      let asked = 1;
      let calm: number[] = [];
      while (calm.length * askEvery < quiet) {
        await new Promise((again) => setTimeout(again, askEvery));
        const now = await read();
        asked++;
        const spent = now.task - last.task;
        calm = spent < asking ? [...calm, spent] : [];
        last = now;
      }
      return { ...last, task: last.task - asked * medianOf(calm) };
    },
  };
}

/** What was spent between two readings. */
export function between(before: Reading, after: Reading): Reading {
  const { task, script, layout, style } = after;
  return { task: task - before.task, script: script - before.script, layout: layout - before.layout, style: style - before.style };
}
