/** The longest that one slice may keep the page's thread, in ms. */
const sliceLength = 4;
/** A page that is never idle gets a slice this often, in ms: 4 ms in 5 s are under 0.1 % of its thread. The first comes sooner. */
const timeouts = { first: 1000, later: 5000 };

/**
 * Runs jobs in idle slices, one after the other, and stops between two slices as long as the tab is hidden. A job is a generator:
 * it is left at any `yield` and taken up again in the next slice.
 */
export function createSlices({ signal, afterSlice }: { signal: AbortSignal; afterSlice: () => void }) {
  let jobs: Iterator<unknown>[] = [];
  let timeout = timeouts.first;
  let isPlanned = false;

  function plan(): void {
    if (isPlanned || jobs.length === 0 || signal.aborted || document.hidden) return;
    isPlanned = true;
    requestIdleCallback(work, { timeout });
  }

  function work(idle: IdleDeadline): void {
    isPlanned = false;
    timeout = timeouts.later;
    const end = performance.now() + sliceLength;
    // the browser takes the remaining time away when input is waiting
    do {
      const [job] = jobs;
      if (job?.next().done) jobs = jobs.filter((other) => other !== job);
    } while (jobs.length > 0 && !signal.aborted && performance.now() < end && (idle.didTimeout || idle.timeRemaining() > 0));
    if (signal.aborted) return;
    afterSlice();
    plan();
  }

  document.addEventListener('visibilitychange', plan, { signal });
  return {
    run(job: Iterator<unknown>): void {
      jobs.push(job);
      plan();
    },
    dropAll(): void {
      jobs = [];
    },
  };
}
