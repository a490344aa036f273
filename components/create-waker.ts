/** A timer may come a millisecond or two late, and then after the frame that it was meant for: it is set so much earlier, in ms. */
const lead = 4;

/** Calls in the first frame that begins at a time or after it, in ms on the clock of events: what is drawn in the call is in that frame. */
export function createWaker(call: () => void): { set(at: number): void; clear(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;

  function clear(): void {
    clearTimeout(timer);
    if (frame !== undefined) cancelAnimationFrame(frame);
  }

  function awaitFrame(at: number): void {
    frame = requestAnimationFrame(() => (performance.now() < at ? awaitFrame(at) : call()));
  }

  return {
    clear,
    set(at) {
      clear();
      timer = setTimeout(() => awaitFrame(at), Math.max(0, at - lead - performance.now()));
    },
  };
}
