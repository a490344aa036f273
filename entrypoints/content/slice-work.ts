/** How long one slice may keep the page's thread, in ms, the step that it ends with left out: all of it stays under 4. */
const sliceLength = 3;
/** A page that is never idle gets a slice this often, in ms, as long as something is to be read. */
const timeout = 1000;
/** A page that draws each frame has less idle time than this, in ms; one with more has come to rest. */
const restful = 17;
/** A page that does not rest is asked so often, and read after so many ms all the same; after more when it wrote without end. */
const askEvery = 250;
const longestWait = 3000;
const longestRest = 10_000;

export interface Slices {
  run(job: Iterator<unknown>): void;
  /** Before all others, the one that has begun too. */
  runFirst(job: Iterator<unknown>): void;
  /** Drops all jobs; later ones wait until the page has come to rest. */
  startAnew(): void;
  /** what all slices so far have taken, in ms */
  spent(): number;
  isBusy(): boolean;
}

/**
 * Runs jobs in idle slices, one after the other, and stops between two slices as long as the tab is hidden. A job is a generator:
 * it is left at any `yield` and taken up again in the next slice. The first slice waits until the page has come to rest: many frames
 * live for less than a second, and are never read.
 */
export function createSlices({ signal, afterSlice }: { signal: AbortSignal; afterSlice: () => void }): Slices {
  let jobs: Iterator<unknown>[] = [];
  let isPlanned = false;
  let spent = 0;
  /** until when a page that does not rest is let alone */
  let patience = performance.now() + longestWait;

  function plan(): void {
    if (isPlanned || jobs.length === 0 || signal.aborted || document.hidden) return;
    isPlanned = true;
    requestIdleCallback(work, { timeout });
  }

  function work(idle: IdleDeadline): void {
    const start = performance.now();
    isPlanned = false;
    if (start < patience && idle.timeRemaining() < restful) {
      setTimeout(plan, askEvery);
      return;
    }
    patience = 0;
    // the browser takes the remaining time away when input is waiting
    do {
      const [job] = jobs;
      if (job?.next().done) jobs = jobs.filter((other) => other !== job);
    } while (
      jobs.length > 0 &&
      !signal.aborted &&
      performance.now() - start < sliceLength &&
      (idle.didTimeout || idle.timeRemaining() > 0)
    );
    if (signal.aborted) return;
    afterSlice();
    spent += performance.now() - start;
    plan();
  }

  document.addEventListener('visibilitychange', plan, { signal });
  return {
    run(job) {
      jobs.push(job);
      plan();
    },
    runFirst(job) {
      jobs.unshift(job);
      plan();
    },
    startAnew() {
      jobs = [];
      patience = performance.now() + longestRest;
    },
    spent: () => spent,
    isBusy: () => jobs.length > 0,
  };
}
