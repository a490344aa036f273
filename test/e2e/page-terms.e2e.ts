import type { Frame, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { View } from '../../modules/start/drive-browser';
import { readMarks } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { htmlPage } from '../fixtures/pages/html-page';
import { inEachBrowser } from './in-each-browser';
import { textOf } from './text-of';
import { waitForFrame, waitForMarks } from './wait-for-marks';

const far = '<p style="margin-top: 3000px">Docker, far below, and Kubernetes</p>';
const dated = '<meta property="article:published_time" content="2015-11-18">';
const pages = {
  '/inner.html': htmlPage(`<p>Docker in a frame, and Podman</p>`),
  '/page.html': htmlPage(
    `${dated}<p>Docker is here. Istio is not there yet.</p><p hidden>Docker</p>${far}<iframe src="/inner.html"></iframe>`,
  ),
  '/empty.html': htmlPage('<p>Bees and flowers.</p>'),
};

inEachBrowser(
  (stage) => {
    const openTab = async (page: Page): Promise<View> => {
      await page.bringToFront();
      const popup = await stage.openPopup();
      await popup.click('#tab-page');
      return popup;
    };
    const rowsOf = (popup: View) =>
      popup.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.rows li')].map((row) => ({
          term: row.dataset['term'],
          count: row.querySelector('.jump span')?.textContent,
          day: row.querySelector('.day')?.textContent,
          life: row.querySelector('.life')?.getAttribute('aria-label'),
          from: row.querySelector<HTMLElement>('.birth')?.style.insetInlineStart,
        })),
      );
    const lit = async (frame: Page | Frame) => (await readMarks(frame)).filter(({ highlight }) => highlight.includes('-open-'));
    const inView = (frame: Page | Frame) => frame.evaluate(() => [scrollY, innerHeight] as const);

    it('lists the terms of the page and its frames with counts, on that day and on one scale', async () => {
      const page = await stage.openPage(`${stage.server.url}/page.html`);
      const frame = await waitForFrame(page, (candidate) => candidate.url().includes('inner'));
      await waitForMarks(frame, ['Docker', 'Podman']);
      const popup = await openTab(page);
      await waitFor(async () => (await rowsOf(popup)).length === 4, { what: 'four terms' });
      const rows = await rowsOf(popup);
      expect(rows.map(({ term, count }) => [term, count])).toEqual([
        ['docker', '3'],
        ['istio', '1'],
        ['kubernetes', '1'],
        ['podman', '1'],
      ]);
      expect(await textOf(popup, '.lede h2')).toBe('Four terms, written on 18 November 2015');
      expect(await textOf(popup, '#tab-page')).toBe('On this page 4');
      expect(rows[1]?.day).toMatch(/^Not there yet: begins/);
      expect(rows[0]?.day).toMatch(/earlier|old/);
      expect(rows[0]?.life).toMatch(/2013/);
      const shares = Object.fromEntries(rows.map(({ term, from }) => [term, Number.parseFloat(from ?? '')]));
      expect(shares['docker']).toBeLessThan(shares['kubernetes'] as number);
      expect(shares['kubernetes']).toBeLessThan(shares['istio'] as number);
      await popup.click('.order button:last-child');
      await waitFor(async () => (await rowsOf(popup))[2]?.term === 'istio', { what: 'the order of time' });
    });

    it('a click scrolls to the next mention and lights it, in frames too', async () => {
      const page = await stage.openPage(`${stage.server.url}/page.html`);
      const frame = await waitForFrame(page, (candidate) => candidate.url().includes('inner'));
      await waitForMarks(frame, ['Docker', 'Podman']);
      const popup = await openTab(page);
      const next = () => popup.click('[data-term=docker] .jump');
      const onlyLit = async (one: Page | Frame, other: Page | Frame) =>
        (await lit(one)).length === 1 && (await lit(one))[0]?.text === 'Docker' && (await lit(other)).length === 0;
      await next();
      await waitFor(() => onlyLit(page, frame), { what: 'the first mention' });
      expect((await inView(page))[0]).toBe(0);
      await next();
      await waitFor(async () => (await onlyLit(page, frame)) && (await inView(page))[0] > 2000, { what: 'the second, far below' });
      const [mark] = await lit(page);
      expect(mark?.y).toBeGreaterThan(0);
      expect(mark?.y).toBeLessThan((await inView(page))[1]);
      await next();
      await waitFor(() => onlyLit(frame, page), { what: 'the third, in the frame' });
      await next();
      await waitFor(async () => (await onlyLit(page, frame)) && (await inView(page))[0] < 100, { what: 'the first again' });
    });

    it('says kindly that there is nothing, that a page is closed, and that the site is off with a way back', async () => {
      const heading = (popup: View, words: string) =>
        waitFor(async () => (await textOf(popup, '.instead h2'))?.includes(words), { what: `“${words}”` });
      const empty = await stage.openPage(`${stage.server.url}/empty.html`);
      await heading(await openTab(empty), 'No history here');

      const closed = await stage.openPage('about:blank');
      const popup = await openTab(closed);
      await heading(popup, 'closed to extensions');
      expect(await textOf(popup, 'footer')).toContain('closes this page');

      const page = await stage.openPage(`${stage.server.url}/page.html`);
      await waitForMarks(page, ['Docker', 'Istio', 'Kubernetes']);
      const off = await openTab(page);
      await off.click('footer .switch');
      await heading(off, 'Quiet on 127.0.0.1');
      await waitForMarks(page, []);
      await off.click('.instead .button');
      await waitFor(async () => (await rowsOf(off)).length > 0, { what: 'the terms again' });
      await waitForMarks(page, ['Docker', 'Istio', 'Kubernetes']);
    });

    it('all of it by keys', async () => {
      const page = await stage.openPage(`${stage.server.url}/page.html`);
      await waitForMarks(page, ['Docker', 'Istio', 'Kubernetes']);
      const popup = await stage.openPopup();
      const press = (key: string) =>
        popup.evaluate((name) => {
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
        }, key);
      await popup.evaluate(() => document.getElementById('tab-picture')?.focus());
      await press('ArrowRight');
      await waitFor(() => popup.evaluate(() => document.activeElement?.id === 'tab-page'), { what: 'the tab of the page' });
      await waitFor(async () => (await rowsOf(popup)).length > 0, { what: 'its terms' });
      // every control is a button of its own: what the keyboard reaches, Enter presses
      const stops = await popup.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('#view button, footer button')].map(
          (stop) => stop.tabIndex === 0 && (stop.getAttribute('aria-label') ?? stop.textContent ?? '').trim() !== '',
        ),
      );
      expect(stops.length).toBeGreaterThan(6);
      expect(stops).not.toContain(false);
      await press('ArrowRight');
      await waitFor(() => popup.evaluate(() => document.querySelector('.list') !== null), { what: 'the list' });
    });
  },
  { serve: { pages } },
);
