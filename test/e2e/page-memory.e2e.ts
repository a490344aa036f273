import type { CDPSession } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitFor } from '../../modules/start/wait-for';
import { htmlPage } from '../fixtures/pages/html-page';
import { inEachBrowser } from './in-each-browser';
import { waitForMarks } from './wait-for-marks';

const cycles = 10_000;

/** What is alive in this tab after a collection of garbage, as the browser's own counters have it. */
async function countAlive(session: CDPSession): Promise<{ documents: number; nodes: number; jsEventListeners: number }> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return session.send('Memory.getDOMCounters');
}

inEachBrowser(
  (stage) => {
    it(`keeps no detached node alive after ${cycles} times adding and removing text`, async (context) => {
      if (stage.kind === 'firefox') context.skip('WebDriver BiDi has no count of live nodes');
      const page = await stage.openPage(`${stage.server.url}/page.html`);
      await waitForMarks(page, ['Docker']);
      const session = await page.createCDPSession();
      const countNodes = async () => (await countAlive(session)).nodes;
      const cycle = (times: number) =>
        page.evaluate(async (count) => {
          for (let at = 0; at < count; at++) {
            const block = document.createElement('section');
            block.innerHTML = '<h2>Kubernetes</h2><p>Docker and <b>CNCF</b></p><p hidden>Podman</p>';
            const host = block.appendChild(document.createElement('x-host'));
            host.attachShadow({ mode: 'open' }).innerHTML = '<p>Podman</p>';
            document.body.append(block);
            // some stay long enough to be marked, most do not
            if (at % 100 === 0) await new Promise((later) => setTimeout(later, 150));
            block.remove();
            if (at % 20 === 0) await new Promise(requestAnimationFrame);
          }
        }, times);
      await cycle(200);
      await waitForMarks(page, ['Docker']);
      const before = await countNodes();
      await cycle(cycles);
      await waitForMarks(page, ['Docker']);
      await page.mouse.move(50, 50);
      await new Promise((later) => setTimeout(later, 1500));
      expect((await countNodes()) - before).toBeLessThan(100);
    }, 180_000);

    it('keeps nothing of cards that came and went', async (context) => {
      if (stage.kind === 'firefox') context.skip('WebDriver BiDi has no count of live nodes');
      const page = await stage.openPage(`${stage.server.url}/page.html`);
      await page.bringToFront();
      await waitForMarks(page, ['Docker']);
      const session = await page.createCDPSession();
      // a look into the closed root would hold its nodes
      const isShown = () => page.evaluate(() => document.querySelector('little-whale') !== null);
      const openAndClose = async () => {
        await stage.runCommand('next-term');
        await waitFor(isShown, { what: 'a card' });
        await page.keyboard.press('Escape');
        await waitFor(async () => !(await isShown()), { what: 'the card to go' });
      };
      await openAndClose();
      const before = await countAlive(session);
      for (let times = 0; times < 20; times++) await openAndClose();
      const after = await countAlive(session);
      expect(after.nodes - before.nodes).toBeLessThan(20);
      expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(20);
    });
  },
  { serve: { pages: { '/page.html': htmlPage('<p>Docker</p>') } } },
);
