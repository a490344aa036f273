import { beforeAll, expect, it } from 'vitest';
import { readHighlights } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { htmlPage } from '../fixtures/pages/html-page';
import { changeSettings } from './change-settings';
import { inEachBrowser } from './in-each-browser';
import { waitForMarks } from './wait-for-marks';

/** Changes of pages after they are loaded. A `first` paragraph shows that the reading has begun. */
const first = '<p>CNCF</p>';

inEachBrowser(
  (stage) => {
    beforeAll(() => changeSettings(stage, { mentions: 'every' }));

    async function openPage(path: string) {
      const page = await stage.openPage(stage.server.url + path);
      await waitForMarks(page, ['CNCF']);
      return page;
    }

    it('marks text that streams in, letter by letter', async () => {
      const page = await openPage('/page.html');
      await page.evaluate(async () => {
        const text = document.body.appendChild(document.createElement('p')).appendChild(document.createTextNode(''));
        for (const letter of 'Docker, then Kubernetes.') {
          text.appendData(letter);
          await new Promise((next) => setTimeout(next, 15));
        }
      });
      await waitForMarks(page, ['CNCF', 'Docker', 'Kubernetes']);
    });

    it('follows rows that a virtual list uses again', async () => {
      const page = await openPage('/list.html');
      const show = (from: number) =>
        page.evaluate((start) => {
          document.querySelectorAll('li').forEach((row, at) => {
            const text = row.firstChild as Text;
            text.data = (start + at) % 2 ? `Row ${start + at} of Docker` : `Row ${start + at} of Kubernetes`;
            row.style.transform = `translateY(${(start + at) * 20}px)`;
          });
        }, from);
      await show(0);
      await waitForMarks(page, ['CNCF', 'Kubernetes', 'Docker', 'Kubernetes', 'Docker']);
      await show(7);
      await waitForMarks(page, ['CNCF', 'Docker', 'Kubernetes', 'Docker', 'Kubernetes']);
      await page.evaluate(() => {
        for (const row of document.querySelectorAll('li')) (row.firstChild as Text).data = 'empty';
      });
      await waitForMarks(page, ['CNCF']);
    });

    it('sees words that are put together and taken apart around other nodes', async () => {
      const page = await openPage('/parts.html');
      await page.evaluate(() => document.querySelector('hr')?.remove());
      await waitForMarks(page, ['CNCF', 'Docker']);
      await page.evaluate(() => (document.querySelector('#parts b') as Element).before(document.createElement('div')));
      await waitForMarks(page, ['CNCF']);
      await page.evaluate(() => {
        const parts = document.querySelector('#parts') as Element;
        parts.replaceChildren('Dock', 'er');
        (parts.firstChild as Text).splitText(2);
      });
      await waitForMarks(page, ['CNCF', 'Docker']);
      await page.evaluate(() => (document.querySelector('#parts') as Element).normalize());
      await waitForMarks(page, ['CNCF', 'Docker']);
    });

    it('takes marks away where text becomes an editor, and gives them back', async () => {
      const page = await openPage('/note.html');
      await page.evaluate(() => (document.querySelector('#note') as HTMLElement).append(' and Docker'));
      await waitForMarks(page, ['CNCF', 'Docker']);
      await page.evaluate(() => {
        const note = document.querySelector('#note') as HTMLElement;
        note.contentEditable = 'true';
        note.focus();
      });
      await waitForMarks(page, ['CNCF']);
      await page.evaluate(() => {
        const note = document.querySelector('#note') as HTMLElement;
        note.contentEditable = 'false';
        note.blur();
      });
      await waitForMarks(page, ['CNCF', 'Docker']);
    });

    it('reads nothing of a document in design mode', async () => {
      const page = await stage.openPage(`${stage.server.url}/design.html`);
      await page.evaluate(() => document.body.append(Object.assign(document.createElement('p'), { textContent: 'Docker' })));
      await new Promise((later) => setTimeout(later, 1000));
      expect(await readHighlights(page)).toEqual([]);
    });

    it('finds a shadow root that an element gets late, at the next sign of life', async () => {
      const page = await openPage('/late.html');
      await page.evaluate(
        () => ((document.querySelector('x-late') as Element).attachShadow({ mode: 'closed' }).innerHTML = '<p>Docker</p>'),
      );
      await page.mouse.move(30, 300);
      await page.mouse.move(40, 310);
      await waitForMarks(page, ['CNCF', 'Docker']);
    });

    it('finds the roots of elements that a script defines late', async () => {
      const page = await openPage('/late.html');
      await page.addScriptTag({ url: '/define.js' });
      await waitForMarks(page, ['CNCF', 'Docker', 'Kubernetes']);
    });

    it('follows text inside a closed root, and reads it again with its host', async () => {
      const page = await openPage('/late.html');
      await page.evaluate(() => {
        const host = document.body.appendChild(document.createElement('x-kept'));
        const root = host.attachShadow({ mode: 'closed' });
        root.append('Docker');
        Object.assign(window, { host, root });
      });
      await waitForMarks(page, ['CNCF', 'Docker']);
      await page.evaluate(() => (window as unknown as { root: ShadowRoot }).root.append(' and Kubernetes'));
      await waitForMarks(page, ['CNCF', 'Docker', 'Kubernetes']);
      await page.evaluate(() => (window as unknown as { host: Element }).host.remove());
      await waitForMarks(page, ['CNCF']);
      await page.evaluate(() => document.body.append((window as unknown as { host: Element }).host));
      await waitForMarks(page, ['CNCF', 'Docker', 'Kubernetes']);
    });

    it('draws what was hidden once it is shown', async () => {
      const page = await stage.openPage(`${stage.server.url}/hidden.html`);
      await waitFor(async () => (await readHighlights(page)).includes('Docker'), { what: 'the mark in the hidden text' });
      await page.evaluate(() => document.querySelector('div')?.removeAttribute('hidden'));
      await waitForMarks(page, ['CNCF', 'Docker']);
    });

    it('keeps drawing where the text overflows the body', async () => {
      const page = await openPage('/overflow.html');
      await page.evaluate(() => document.body.append(Object.assign(document.createElement('p'), { textContent: 'Docker' })));
      await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
      await waitFor(async () => (await readHighlights(page)).includes('Docker'), { what: 'the mark at the end' });
    });

    it('hears a page that writes without end only now and then, and catches up', async () => {
      const page = await openPage('/page.html');
      await page.evaluate(async () => {
        const box = document.body.appendChild(document.createElement('div'));
        for (let round = 0; round < 20; round++) {
          for (let write = 0; write < 1000; write++) {
            box.textContent = `Docker ${write}`;
            document.body.append(box);
          }
          await new Promise(requestAnimationFrame);
        }
        box.textContent = 'Kubernetes at last';
      });
      await waitForMarks(page, ['CNCF', 'Kubernetes']);
    });

    it('reads nothing in a hidden tab, and all of it when the reader comes back', async () => {
      const page = await openPage('/page.html');
      const other = await stage.openPage('about:blank');
      await other.bringToFront();
      const isHidden = await waitFor(() => page.evaluate(() => document.hidden), { what: 'a hidden tab', timeout: 2000 }).catch(
        () => false,
      );
      if (!isHidden) return;
      await page.evaluate(() => document.body.append(Object.assign(document.createElement('p'), { textContent: 'Docker' })));
      await new Promise((later) => setTimeout(later, 700));
      expect(await readHighlights(page)).not.toContain('Docker');
      await page.bringToFront();
      await waitForMarks(page, ['CNCF', 'Docker']);
    });
  },
  {
    serve: {
      pages: {
        '/page.html': htmlPage(first),
        '/list.html': htmlPage(
          `${first}<ul style="position:relative;height:2000px">${'<li style="position:absolute">.</li>'.repeat(4)}</ul>`,
        ),
        '/parts.html': htmlPage(`${first}<div id="parts">Dock<hr><b>er</b></div>`),
        '/note.html': htmlPage(`${first}<div id="note" tabindex="0">A note</div>`),
        '/design.html': htmlPage('<p>Kubernetes</p>', { head: '<script>document.designMode = "on"</script>' }),
        '/late.html': htmlPage(`${first}<x-late></x-late><x-defined></x-defined>`),
        '/define.js': `customElements.define('x-defined', class extends HTMLElement {
          constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<p>Docker <x-nested></x-nested></p>'; } });
          customElements.define('x-nested', class extends HTMLElement {
          constructor() { super(); this.attachShadow({ mode: 'closed' }).textContent = 'Kubernetes'; } });`,
        '/hidden.html': htmlPage(`${first}<div hidden><p>Docker</p></div>`),
        '/overflow.html': htmlPage(`${first}<div style="height:600vh"></div>`, { head: '<style>html,body{height:100%}</style>' }),
      },
    },
  },
);
