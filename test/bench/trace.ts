import type { Page } from 'puppeteer-core';

/** A piece of work on a page's main thread. Times are ms, `cpu` of the thread's own clock. */
export interface TraceEvent {
  name: string;
  start: number;
  cpu: number;
  end: number;
  args: Record<string, unknown>;
}

interface RawEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: Record<string, unknown>;
}

const categories = ['v8', 'toplevel', 'devtools.timeline', 'blink.user_timing'];

/** Records what the page's main thread does while `run` runs, in the order in which it began: a holder comes before what it holds. */
export async function traceWhile(page: Page, run: () => Promise<unknown>): Promise<TraceEvent[]> {
  await page.tracing.start({ categories });
  await run();
  const json = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(json)) as { traceEvents: RawEvent[] };
  const isOfPage = findBusiestThread(traceEvents);
  return traceEvents
    .filter((event) => isOfPage(event) && event.ph !== 'M')
    .map(({ name, ts, dur = 0, tdur = 0, args = {} }) => ({ name, start: ts / 1000, end: (ts + dur) / 1000, cpu: tdur / 1000, args }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The renderer that worked most: others belong to empty tabs. */
function findBusiestThread(events: readonly RawEvent[]): (event: RawEvent) => boolean {
  const nameThread = ({ pid, tid }: RawEvent) => `${pid}.${tid}`;
  const isMain = ({ name, args }: RawEvent) => name === 'thread_name' && args?.['name'] === 'CrRendererMain';
  const work = new Map(events.filter(isMain).map((event) => [nameThread(event), 0]));
  for (const event of events) {
    const before = event.name === 'ThreadControllerImpl::RunTask' ? work.get(nameThread(event)) : undefined;
    if (before !== undefined) work.set(nameThread(event), before + (event.tdur ?? 0));
  }
  const [busiest] = [...work].sort((a, b) => b[1] - a[1])[0] ?? [];
  return (event) => nameThread(event) === busiest;
}

/** The name that the browser gives to the isolated world of our scripts. */
const worldName = 'Little Whale';

/**
 * The tasks in which our scripts ran, each with the CPU time that they had in it and named after what called them. A promise's
 * continuation is not told apart by the browser: on a page without scripts every microtask is ours.
 */
export function findOwnTasks(events: readonly TraceEvent[]): TraceEvent[] {
  const tasks: TraceEvent[] = [];
  let task: TraceEvent | undefined;
  let caller: TraceEvent | undefined;
  let ownEnd = 0;
  for (const event of events) {
    if (event.name === 'ThreadControllerImpl::RunTask') task = { ...event, cpu: 0 };
    if (!task || event.start < ownEnd || event.start > task.end) continue;
    if (!isOwn(event)) {
      caller = event;
      continue;
    }
    ownEnd = event.end;
    task.cpu += event.cpu;
    if (tasks.at(-1) === task) continue;
    tasks.push(task);
    task.name = nameCall(event, caller);
  }
  return tasks;
}

/** A checkpoint at which nothing waited is shorter than this, in ms. */
const emptyCheckpoint = 0.05;

function isOwn({ name, args, cpu }: TraceEvent): boolean {
  if (name === 'v8.callFunction' || name === 'v8.run') return args['worldName'] === worldName;
  if (name === 'v8.compile') return String(dataOf(args)?.['url']).startsWith('chrome-extension://');
  return name === 'BlinkScheduler_PerformMicrotaskCheckpoint' && cpu > emptyCheckpoint;
}

function nameCall({ name, args }: TraceEvent, caller: TraceEvent | undefined): string {
  if (name === 'v8.compile') return `${String(dataOf(args)?.['url']).replace(/.*\//, '')} compiles`;
  if (name === 'v8.run') return `${String(args['fileName']).replace(/.*\//, '')} runs`;
  if (name === 'BlinkScheduler_PerformMicrotaskCheckpoint') return 'promise';
  return String(caller?.args['src_func'] ?? dataOf(caller?.args ?? {})?.['type'] ?? caller?.name);
}

function dataOf(args: TraceEvent['args']): Record<string, unknown> | undefined {
  return args['data'] as Record<string, unknown> | undefined;
}
