import { expect, it } from 'vitest';
import { htmlPage } from '../fixtures/pages/html-page';
import { inEachBrowser } from './in-each-browser';
import { waitForMarks } from './wait-for-marks';

const cycles = 10_000;

inEachBrowser(
  (stage) => {
    it(`keeps no detached node alive after ${cycles} times adding and removing text`, async (context) => {
      if (stage.kind === 'firefox') context.skip('WebDriver BiDi has no count of live nodes');
      const page = await stage.openPage(`${stage.server.url}/page.html`);
      await waitForMarks(page, ['Docker']);
      const session = await page.createCDPSession();
      /** Nodes of this document that are alive after a collection of garbage, as the browser's own counters have it. */
      const countNodes = async () => {
        await session.send('HeapProfiler.collectGarbage');
        await session.send('HeapProfiler.collectGarbage');
        return (await session.send('Memory.getDOMCounters')).nodes;
      };
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
  },
  { serve: { pages: { '/page.html': htmlPage('<p>Docker</p>') } } },
);
