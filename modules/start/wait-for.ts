/** Asks every 30 ms until the answer is neither undefined, null nor false; throws after `timeout` ms, naming what it waited for and the last error. */
export async function waitFor<T>(
  ask: () => Promise<T> | T,
  { what, timeout = 15_000 }: { what: string; timeout?: number },
): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + timeout;
  let last: unknown;
  do {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) return answer as NonNullable<Exclude<T, false>>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await new Promise((again) => setTimeout(again, 30));
  } while (Date.now() < end);
  throw new Error(`Waited ${timeout} ms in vain for ${what}${last ? `: ${String(last)}` : ''}`);
}
