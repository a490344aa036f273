import type { Frame, Page } from 'puppeteer-core';
import { readMarks } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';

/** Waits until exactly these texts are marked, in any order, and stay so for 300 ms. */
export async function waitForMarks(page: Page | Frame, expected: readonly string[]): Promise<void> {
  const wanted = JSON.stringify([...expected].sort());
  let seen = '';
  let since = Date.now();
  await waitFor(
    async () => {
      const now = JSON.stringify((await readMarks(page)).map(({ text }) => text).sort());
      if (now !== seen) since = Date.now();
      seen = now;
      return seen === wanted && Date.now() - since >= 300;
    },
    { what: `the marks ${wanted}`, timeout: 10_000 },
  ).catch((error) => {
    throw new Error(`${error.message}; there are ${seen}`);
  });
}

/** Waits until the frame whose address ends so is there and has text. */
export function waitForFrame(page: Page, fits: (frame: Frame) => boolean | Promise<boolean>): Promise<Frame> {
  return waitFor(
    async () => {
      for (const frame of page.frames()) if (frame !== page.mainFrame() && (await fits(frame))) return frame;
      return undefined;
    },
    { what: 'the frame' },
  );
}
