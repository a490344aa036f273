import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, it } from 'vitest';
import { type KnownDate, lengthInYears, toYears } from '../../core/dates';
import type { Timeline } from '../../core/timeline';
import { createScale, createStretches } from '../../core/timeline-scale';
import { waitFor } from '../../modules/start/wait-for';
import { changeSettings } from './change-settings';
import { findBuild } from './find-build';
import { inEachBrowser } from './in-each-browser';
import { boxOf, clickOn, fillIn, focusOn, readFocus, recordFocus, textsOf } from './timeline/act-on-page';
import { findCollisions, readPicture } from './timeline/read-picture';

const { events } = JSON.parse(readFileSync(join(findBuild('chromium'), 'timeline.json'), 'utf8')) as Timeline;
const dateOf = new Map(events.map(({ id, date }) => [id, date]));
const rooms = { 'popup.html': { width: 800, height: 600 }, 'timeline.html': { width: 1440, height: 900 } } as const;

const hashOf = (page: Page) => page.evaluate(() => location.hash);
const waitForHash = (page: Page, wanted: RegExp | string) =>
  waitFor(async () => (await hashOf(page)).match(wanted) !== null, { what: `an address like ${wanted}` });
const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['key'] ?? document.activeElement?.tagName);
const textIn = (page: Page, selector: string) => page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);

inEachBrowser((stage) => {
  const open = async (path: keyof typeof rooms, hash = '') => {
    const page = await stage.extensionPage(`${path}${hash}`);
    await page.setViewport(rooms[path]);
    await waitFor(() => page.evaluate(() => document.querySelector('.event, .list li') !== null), { what: 'the timeline' });
    return page;
  };
  afterEach(() => changeSettings(stage, { language: 'en' }));
  const today = () => toYears(new Date().toISOString().slice(0, 10) as KnownDate);

  it.each([
    ['popup.html', 'en'],
    ['popup.html', 'zh-CN'],
    ['timeline.html', 'en'],
    ['timeline.html', 'zh-CN'],
  ] as const)('%s draws each event where its date is, in %s, and nothing touches anything', async (path, language) => {
    await changeSettings(stage, { language });
    const page = await open(path);
    const stretches = createStretches({ first: Math.min(...events.map(({ date }) => toYears(date))), today: today() });
    for (const zoom of [0, 1, 2]) {
      await page.evaluate((hash) => (location.hash = hash), zoom > 0 ? `zoom=${zoom}&at=2014.50` : '');
      const { picture, scale } = await waitFor(
        async () => {
          const read = await readPicture(page, zoom);
          const scaled = createScale({ stretches, view: read.view, zoom });
          return Math.abs(read.width - scaled.width) < 2 && { picture: read, scale: scaled };
        },
        { what: `the width of zoom ${zoom}` },
      );
      expect(picture.marks.length).toBeGreaterThan(20);
      for (const { id, from, to } of picture.marks) {
        const date = dateOf.get(id) as KnownDate;
        const drawn = date.length === 10 ? (from + to) / 2 : from;
        expect(Math.abs(drawn - scale.at(toYears(date))), `${id} at zoom ${zoom}`).toBeLessThan(1);
      }
      expect(findCollisions(picture), `zoom ${zoom}`).toEqual([]);
      if (zoom > 0) continue;
      const inPicture = [...picture.marks.map(({ id }) => id), ...picture.counts.flatMap(({ id }) => id.split(' '))];
      await clickOn(page, '#tab-list');
      const inList = await textsOf(page, '.list [data-event]', 'data-event');
      expect(inList.sort()).toEqual(inPicture.sort());
      expect(inList).toHaveLength(events.length);
      await clickOn(page, '#tab-picture');
    }
  });

  it('ends every edge at its events', async () => {
    const page = await open('timeline.html', '#event=e2013-docker-010');
    const check = async (least: number) => {
      const { edges, marks } = await readPicture(page, 0);
      expect(edges.length).toBeGreaterThanOrEqual(least);
      const near = (id: string, [x, y]: [number, number]) => {
        const mark = marks.find((one) => one.id === id);
        return mark ? Math.hypot(Math.max(mark.from - x, 0, x - mark.to), mark.y - y) : Number.NaN;
      };
      for (const { from, to, begin, end } of edges) {
        expect(near(from, begin), `${from} to ${to} begins`).toBeLessThan(12);
        expect(near(to, end), `${from} to ${to} ends`).toBeLessThan(12);
      }
    };
    await check(10);
    await page.evaluate(() => (location.hash = 'path=e2008-dotcloud..e2022-k8s124'));
    await waitFor(() => page.evaluate(() => document.querySelector('.edge.path') !== null), { what: 'the path' });
    await check(5);
  });

  it('shows the path from A to B, chosen by search and by click, and says kindly where there is none', async () => {
    const page = await open('popup.html', '#event=e2003-borg');
    const press = (name: string) =>
      page.evaluate((wanted) => {
        const button = [...document.querySelectorAll('button')].find((one) => one.textContent === wanted || one.ariaLabel === wanted);
        button?.click();
        return button !== undefined;
      }, name);
    await waitFor(() => press('Path from here'), { what: 'the way to a path' });
    await waitForHash(page, /^#path=e2003-borg\.\.$/);
    await fillIn(page, '#search', 'Kubernetes');
    await waitFor(() => page.evaluate(() => document.querySelector('[role=option]')?.textContent?.includes('Kubernetes')), {
      what: 'a hit',
    });
    await page.keyboard.press('Enter');
    await waitForHash(page, /^#path=e2003-borg\.\.kubernetes$/);
    const steps = await textsOf(page, '.steps .chain');
    expect(steps.map((step) => /Borg|Omega|Kubernetes/.exec(step)?.[0])).toEqual(['Borg', 'Omega', 'Kubernetes']);
    expect(await page.evaluate(() => document.querySelectorAll('.edge.path').length)).toBe(2);
    await press('The other way round');
    await waitFor(async () => (await textIn(page, '#detail .say')).includes('Nothing recorded here leads from Kubernetes'), {
      what: 'a kind word',
    });
  });

  it('keeps filters, zoom and place in the address; each chip takes its own off', async () => {
    const page = await open('timeline.html', '#lane=docker%2Ccncf&kind=release&only=notable&years=2013-2016&chapter=2&zoom=2&at=2014.50');
    const shown = () => page.evaluate(() => document.querySelectorAll('.chip.off').length);
    await waitFor(async () => (await shown()) === 6, { what: 'six chips' });
    expect(await hashOf(page)).toContain('zoom=2&at=2014.50');
    for (let left = 6; left > 0; left--) {
      await clickOn(page, '.chip.off');
      await waitFor(async () => (await shown()) === left - 1, { what: `${left - 1} chips` });
    }
    await waitForHash(page, /^#zoom=2&at=2014\.50$/);
    await clickOn(page, '.filter-panel > button');
    await clickOn(page, '#filters [aria-pressed]');
    await page.keyboard.press('Escape');
    await waitForHash(page, /^#lane=roots&zoom=2/);
  });

  it('shows which years each chapter tells of, and narrows to it', async () => {
    const page = await open('timeline.html');
    await readPicture(page, 0);
    const stretches = createStretches({ first: Math.min(...events.map(({ date }) => toYears(date))), today: today() });
    const read = async () =>
      JSON.parse(
        await page.evaluate(() => {
          const { left } = (document.querySelector('.sheet') as HTMLElement).getBoundingClientRect();
          const bars = [...document.querySelectorAll<HTMLElement>('.chapter-bar')].map((bar) => {
            const box = bar.getBoundingClientRect();
            const words = (bar.querySelector('span') as HTMLElement).getBoundingClientRect();
            const chapter = bar.dataset['chapter'];
            return { chapter, from: box.left - left, to: box.right - left, end: Math.max(box.right, words.right) - left, y: box.top };
          });
          return JSON.stringify({ view: document.querySelector('.field-of-time')?.clientWidth, bars });
        }),
      ) as { view: number; bars: { chapter: string; from: number; to: number; end: number; y: number }[] };
    const { view, bars } = await read();
    const scale = createScale({ stretches, view, zoom: 0 });
    expect(bars.map(({ chapter }) => chapter)).toEqual(['1', '2', '3', '4']);
    for (const { chapter, from, to } of bars) {
      const own = events.filter((event) => event.chapter === chapter);
      const ends = own.map(({ date }) => toYears(date) + lengthInYears(date));
      expect(Math.abs(from - scale.at(Math.min(...own.map(({ date }) => toYears(date))))), chapter).toBeLessThan(1);
      expect(Math.abs(to - scale.at(Math.max(...ends))), chapter).toBeLessThan(4);
    }
    for (const [at, a] of bars.entries())
      for (const b of bars.slice(at + 1))
        expect(a.y !== b.y || a.end <= b.from || b.end <= a.from, `${a.chapter} on ${b.chapter}`).toBe(true);
    await clickOn(page, '.chapter-bar[data-chapter="3"]');
    await waitForHash(page, /^#chapter=3$/);
    const drawn = await readPicture(page, 0);
    expect(drawn.marks.map(({ id }) => id).filter((id) => events.find((event) => event.id === id)?.chapter !== '3')).toEqual([]);
    await clickOn(page, '.chapter-bar[aria-pressed=true]');
    await waitForHash(page, /^$/);
  });

  it('is walked by the keys: along time, along causes, nearer and back, and told in words', async () => {
    const page = await open('popup.html', '#event=e2003-borg');
    await readPicture(page, 0);
    await focusOn(page, '.event.chosen');
    await page.keyboard.press('ArrowRight');
    await waitFor(async () => (await focused(page)) !== 'e2003-borg', { what: 'the next event in the focus' });
    await page.keyboard.press('Home');
    await waitFor(async () => (await focused(page)) === 'e2003-borg', { what: 'the first of the lane' });
    await page.keyboard.press(']');
    await waitFor(async () => (await hashOf(page)) !== '#event=e2003-borg' && `#event=${await focused(page)}` === (await hashOf(page)), {
      what: 'the effect, chosen and in the focus',
    });
    await page.keyboard.press('[');
    await waitForHash(page, /^#event=e2003-borg$/);
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await waitForHash(page, /zoom=2&at=2003/);
    expect(await textIn(page, '.zoom [role=status]')).toBe('Year');
    await page.keyboard.press('0');
    await waitForHash(page, /^#event=e2003-borg$/);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
    expect(await page.evaluate(() => document.querySelectorAll('.sheet [tabindex="0"]').length)).toBe(1);
    expect(await page.evaluate(() => document.querySelector('#detail [aria-live]')?.textContent)).toContain('Borg');
  });

  it('every event and count of the picture has the focus in its turn, and every link its button', async () => {
    const page = await open('popup.html');
    await readPicture(page, 0);
    const text = await page.evaluate(() =>
      JSON.stringify(
        [...document.querySelectorAll('.sheet fieldset')].map((lane) =>
          [...lane.querySelectorAll<HTMLElement>('[data-key]')]
            .sort((a, b) => Number.parseFloat(a.style.left) - Number.parseFloat(b.style.left))
            .map((one) => one.dataset['key']),
        ),
      ),
    );
    const lanes = JSON.parse(text) as string[][];
    await focusOn(page, '.sheet [tabindex="0"]');
    await recordFocus(page);
    for (const [at, lane] of lanes.entries()) {
      if (at > 0) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Home');
      for (let step = 1; step < lane.length; step++) await page.keyboard.press('ArrowRight');
    }
    const last = lanes.at(-1)?.at(-1);
    await waitFor(async () => (await focused(page)) === last, { what: `the focus on ${last}` });
    const passed = await readFocus(page);
    // each lane from its first to its last, after the stop at which Down came into it
    expect(lanes.map((lane) => passed.splice(passed.indexOf(lane[0] ?? ''), lane.length))).toEqual(lanes);
    const busiest = 'e2013-docker-010';
    const links = events.reduce(
      (sum, { id, because }) => sum + because.filter(({ event }) => id === busiest || event === busiest).length,
      0,
    );
    await page.evaluate((id) => (location.hash = `event=${id}`), busiest);
    await waitFor(() => page.evaluate(() => document.querySelectorAll('#detail .chain').length > 0), { what: 'its links' });
    await waitFor(() => page.evaluate(() => document.querySelector('.event.chosen') !== null), { what: 'the chosen event' });
    expect(await page.evaluate(() => (document.querySelector('.timeline') as HTMLElement).scrollHeight)).toBeLessThanOrEqual(
      await page.evaluate(() => (document.querySelector('.timeline') as HTMLElement).clientHeight),
    );
    await focusOn(page, '.event.chosen');
    await page.keyboard.press('Enter');
    await waitFor(async () => (await focused(page)) === 'H2', { what: 'the focus in the details' });
    const ringed = new Set<string>();
    for (let tabs = 0; ringed.size < links && tabs < 60; tabs++) {
      await page.keyboard.press('Tab');
      const link = await page.evaluate(() => (document.activeElement?.matches('.chain') ? document.activeElement.textContent : null));
      if (link) ringed.add(link);
    }
    expect(ringed.size).toBe(links);
    await page.keyboard.press('Enter');
    await waitFor(async () => !(await hashOf(page)).includes(busiest), { what: 'the event at the other end' });
  });

  it('comes nearer and goes by two fingers, and by the wheel with Ctrl; where an event is stays where it was', async () => {
    const page = await open('timeline.html');
    await readPicture(page, 0);
    const { x, y, width, height } = await boxOf(page, '.field-of-time');
    const [middle, low] = [x + width / 2, y + height / 2];
    const pinch = async (from: number, to: number) => {
      const left = await page.touchscreen.touchStart(middle - from, low);
      const right = await page.touchscreen.touchStart(middle + from, low);
      await left.move(middle - to, low);
      await right.move(middle + to, low);
      await left.end();
      await right.end();
    };
    await pinch(60, 160);
    await waitForHash(page, /zoom=1/);
    const { marks, view } = await readPicture(page, 1);
    expect(marks.length).toBeGreaterThan(5);
    expect(view).toBeLessThan(width + 1);
    await pinch(160, 60);
    await waitForHash(page, /^(?!.*zoom)/);
    await readPicture(page, 0);
    const before = await page.evaluate(() => innerWidth);
    await page.mouse.move(middle, low);
    await page.keyboard.down('Control');
    await page.mouse.wheel({ deltaY: -120 });
    await page.keyboard.up('Control');
    await waitForHash(page, /zoom=1/);
    expect(await page.evaluate(() => innerWidth)).toBe(before);
  });

  it('is zoomed by the wheel and moved by the minimap, by hand and by keys', async () => {
    const page = await open('timeline.html');
    await readPicture(page, 0);
    const box = await boxOf(page, '.field-of-time');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.wheel({ deltaY: -120 });
    await waitForHash(page, /zoom=1/);
    const centre = async () => Number((await hashOf(page)).match(/at=([\d.]+)/)?.[1]);
    await readPicture(page, 1);
    const before = await centre();
    await focusOn(page, '.strip');
    await page.keyboard.press('ArrowRight');
    await waitFor(async () => (await centre()) > before + 0.5, { what: 'a later year' });
    const strip = await boxOf(page, '.strip');
    await page.mouse.move(strip.x + strip.width * 0.7, strip.y + 10);
    await page.mouse.down();
    await page.mouse.move(strip.x + strip.width * 0.6, strip.y + 10);
    await page.mouse.up();
    await waitFor(async () => (await centre()) > 2004 && (await centre()) < 2011, { what: 'the years that were dragged to' });
  });

  it('gives what is shown as files, on paper and as a citation', async () => {
    const page = await open('timeline.html', '#event=e2014-docker-10&lane=docker&only=turning');
    const count = events.filter(({ lane, importance }) => lane === 'docker' && importance === 3).length;
    await waitFor(() => page.evaluate(() => document.querySelector('[data-cite]') !== null), { what: 'the facts of the event' });
    // the files as the browser gets them; where it puts them is its own affair
    await page.evaluate(() => {
      const world = globalThis as unknown as { files: Record<string, string>; copied: string };
      world.files = {};
      URL.createObjectURL = (blob: Blob) => {
        void blob.arrayBuffer().then((bytes) => (world.files[blob.type] = new TextDecoder().decode(bytes)));
        return '#made';
      };
      HTMLAnchorElement.prototype.click = function () {
        this.dataset['name'] = this.download;
      };
      navigator.clipboard.writeText = async (text) => void (world.copied = text);
    });
    const made = (type: string) =>
      waitFor(() => page.evaluate((wanted) => (globalThis as unknown as { files: Record<string, string> }).files[wanted], type), {
        what: type,
      });
    for (const kind of ['SVG', 'PNG', 'JSON', 'CSV']) await clickOn(page, `[data-export=${kind}]`);
    const json = JSON.parse(await made('application/json')) as { events: { id: string; sources: { url: string }[] }[] };
    expect(json.events).toHaveLength(count);
    expect(json.events.every(({ sources }) => sources[0]?.url.startsWith('http'))).toBe(true);
    expect((await made('text/csv')).trim().split('\r\n')).toHaveLength(count + 1);
    expect((await made('image/png')).slice(1, 4)).toBe('PNG');
    const svg = await made('image/svg+xml');
    expect(svg).toMatch(/^<svg[^>]* xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).toContain('<title>9 June 2014: ');
    expect(svg.match(/<a href="https?:/g)?.length).toBeGreaterThan(count / 2);

    await page.evaluate(() => void dispatchEvent(new Event('beforeprint')));
    expect(await page.evaluate(() => document.querySelectorAll('.paper li').length)).toBe(count);
    expect(await textIn(page, '.paper .url')).toMatch(/^http/);
    await page.evaluate(() => void dispatchEvent(new Event('afterprint')));
    expect(await page.evaluate(() => document.querySelector('.paper'))).toBe(null);

    for (const [format, said] of [
      ['Markdown', /^Docker 1\.0.*\(9 June 2014\)\. Sources: \[.*\]\(<https:/],
      ['BibTeX', /^@online\{e2014-docker-10-1,\n[\s\S]*eventdate {2}= \{2014-06-09\}/],
      ['CSL-JSON', /"event-date": \{\s*"date-parts": \[\s*\[\s*2014,\s*6,\s*9\s*\]/],
    ] as const) {
      await clickOn(page, `[data-cite=${format}]`);
      await waitFor(() => page.evaluate(() => document.querySelector('.cite [role=status]')?.textContent === 'Copied'), { what: 'a copy' });
      expect(await page.evaluate(() => (globalThis as unknown as { copied: string }).copied)).toMatch(said);
    }
  });
});
