import { expect, it } from 'vitest';
import type { View } from '../../modules/start/drive-browser';
import { waitFor } from '../../modules/start/wait-for';
import { changeSettings } from './change-settings';
import { inEachBrowser } from './in-each-browser';

/** A line of the text, in px: nothing may move further than that. */
const line = 28;

async function openReader(panel: View, chapter: number): Promise<void> {
  await waitFor(() => panel.evaluate(() => document.querySelectorAll('.toc li').length), { what: 'the contents' });
  await panel.click(`.toc li:nth-child(${chapter + 1}) button`);
  await waitFor(() => panel.evaluate(() => document.querySelectorAll('.stretch').length), { what: 'the paragraphs' });
}

/** Languages as their buttons stand in the head. */
const press = (panel: View, button: 'zh' | 'en' | 'both') =>
  panel.evaluate((name) => {
    const at = ['zh', 'en', 'both'].indexOf(name) + 1;
    document.querySelector<HTMLElement>(`header .segments button:nth-child(${at})`)?.click();
  }, button);

const voices = (panel: View) =>
  panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.stretch:first-of-type .para, .stretch .para')]
      .map((para) => para.dataset['voice'])
      .slice(0, 2)
      .join(' '),
  );

inEachBrowser((stage) => {
  it('sets the text in Chinese, in English and in both, and one paragraph in the other', async () => {
    await stage.inWorker(() => chrome.storage.local.clear());
    const panel = await stage.openSidePanel();
    await openReader(panel, 3);
    expect(await voices(panel)).toBe('en en');
    await press(panel, 'both');
    await waitFor(async () => (await voices(panel)) === 'en zh', { what: 'both languages, the reader’s first' });
    await press(panel, 'zh');
    await waitFor(async () => (await voices(panel)) === 'zh zh', { what: 'Chinese' });
    await panel.click('.stretch .swap');
    await waitFor(async () => (await voices(panel)) === 'en zh', { what: 'the first paragraph in English' });
    expect(await panel.evaluate(() => document.querySelector('.para')?.getAttribute('lang'))).toBe('en');
    await changeSettings(stage, { language: 'en' });
  });

  it('keeps the paragraph at the top within a line through every switch, at 50 places', async () => {
    await stage.inWorker(() => chrome.storage.local.clear());
    const panel = await stage.openSidePanel();
    let places = 0;
    for (const chapter of [1, 2, 3, 4, 0]) {
      const isOpen = (selector: string) => panel.evaluate((wanted) => document.querySelector(wanted) !== null, selector);
      await waitFor(() => isOpen('.toc, .stretch'), { what: 'the panel' });
      // one press: a second would shut the contents again
      if (!(await isOpen('.toc'))) await panel.click('header .icon-button');
      await waitFor(() => isOpen('.toc'), { what: 'the contents' });
      await openReader(panel, chapter);
      const moved = await panel.evaluate(async () => {
        const main = document.querySelector('main.text') as HTMLElement;
        const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const offset = (id: string) => {
          const text = document.getElementById(id)?.querySelector('.voices') as HTMLElement;
          return text.getBoundingClientRect().top - main.getBoundingClientRect().top;
        };
        const found: { id: string; moves: number[] }[] = [];
        for (const { id } of [...main.querySelectorAll('.stretch')]) {
          main.scrollTop += offset(id);
          await frame();
          const moves: number[] = [offset(id)];
          for (const at of [3, 1, 3, 2]) {
            document.querySelector<HTMLElement>(`header .segments button:nth-child(${at})`)?.click();
            await frame();
            moves.push(Math.round(offset(id)));
          }
          found.push({ id, moves });
        }
        return found;
      });
      places += moved.length;
      for (const { id, moves } of moved) for (const move of moves) expect(Math.abs(move), `${id}: ${moves}`).toBeLessThan(line);
    }
    expect(places).toBeGreaterThanOrEqual(50);
    await changeSettings(stage, { language: 'en' });
  });

  it('lays pairs one above the other when narrow and side by side from 600 px, without a cut from 320 to 800', async () => {
    await stage.inWorker(() => chrome.storage.local.set({ 'reader-look': { languages: 'both' } }));
    const page = await stage.extensionPage('sidepanel.html#chapter=3');
    for (const width of [320, 400, 599, 600, 800]) {
      await page.setViewport({ width, height: 800 });
      await waitFor(() => page.evaluate((wanted) => innerWidth === wanted && document.querySelector('.pair') !== null, width), {
        what: `${width} px`,
      });
      const drawn = await page.evaluate(() => {
        const [first, second] = [...document.querySelectorAll('.pair .para')].map((para) => para.getBoundingClientRect());
        const wide = [...document.querySelectorAll('.panel *')].filter(
          (element) => !element.closest('[popover]') && element.getBoundingClientRect().right > innerWidth + 0.5,
        );
        return JSON.stringify({ isLevel: first?.top === second?.top, wide: wide.map((element) => element.outerHTML.slice(0, 80)) });
      });
      expect(JSON.parse(drawn), `${width} px`).toEqual({ isLevel: width >= 600, wide: [] });
    }
  });

  it('is set as the reader likes it, and stays so', async () => {
    await stage.inWorker(() => chrome.storage.local.clear());
    const panel = await stage.openSidePanel();
    await openReader(panel, 1);
    const leadOf = () => panel.evaluate(() => getComputedStyle(document.querySelector('.para') as Element).lineHeight);
    expect(await leadOf()).toBe('28px');
    await panel.click('.aa');
    await panel.click('.type-panel fieldset:first-child button:last-child');
    await panel.click('.type-panel .sans');
    await panel.click('.type-panel .ground.sepia');
    await waitFor(async () => (await leadOf()) === '30px', { what: 'larger lines' });
    const isKept = () =>
      stage.inWorker(async () => {
        const { 'reader-look': look } = await chrome.storage.local.get('reader-look');
        const { size, face, ground } = (look ?? {}) as Record<string, unknown>;
        return size === 17 && face === 'sans' && ground === 'sepia';
      });
    await waitFor(isKept, { what: 'the look to be kept' });
    await panel.close();
    const again = await stage.openSidePanel();
    await waitFor(
      () => again.evaluate(() => document.documentElement.dataset['theme'] === 'sepia' && document.querySelector('.para') !== null),
      {
        what: 'the same look again',
      },
    );
    expect(await again.evaluate(() => getComputedStyle(document.querySelector('.panel') as Element).backgroundColor)).toBe(
      'rgb(245, 236, 218)',
    );
    await stage.inWorker(() => chrome.storage.local.clear());
  });

  it('opens an editor’s note and its sources in place', async () => {
    await stage.inWorker(() => chrome.storage.local.clear());
    const panel = await stage.openSidePanel();
    await openReader(panel, 3);
    expect(await panel.evaluate(() => document.querySelector('.note'))).toBeNull();
    await panel.click('#c3-fig .stamp');
    await waitFor(() => panel.evaluate(() => document.querySelector('#c3-fig .note a[href^="https://github.com/"]') !== null), {
      what: 'the note with its source',
    });
    await panel.click('#c3-fig .stamp');
    await waitFor(() => panel.evaluate(() => document.querySelector('.note') === null), { what: 'the note to close' });
  });

  it('opens the sources of a paragraph in place, each with the fact that it proves', async () => {
    await stage.inWorker(() => chrome.storage.local.clear());
    const panel = await stage.openSidePanel();
    await openReader(panel, 3);
    expect(await panel.evaluate(() => document.querySelector('.receipts'))).toBeNull();
    await panel.click('#c3-fig .dagger');
    await waitFor(
      () => panel.evaluate(() => document.querySelector('#c3-fig .receipts a[href^="https://github.com/docker/compose"]') !== null),
      {
        what: 'the sources',
      },
    );
    expect(await panel.evaluate(() => document.querySelector('#c3-fig .receipts dt')?.textContent)).toBe('20 Dec 2013 Fig 0.0.1');
    await panel.click('#c3-fig .dagger');
    await waitFor(() => panel.evaluate(() => document.querySelector('.receipts') === null), { what: 'the sources to close' });
  });

  it('lets no punctuation begin a line, and puts dots under what is stressed', async () => {
    await stage.inWorker(() => chrome.storage.local.clear());
    await changeSettings(stage, { language: 'zh-CN' });
    const page = await stage.extensionPage('sidepanel.html#chapter=3');
    for (const width of [320, 400, 480]) {
      await page.setViewport({ width, height: 800 });
      await waitFor(
        () => page.evaluate((wanted) => innerWidth === wanted && document.querySelector('.para[lang="zh-Hans"]') !== null, width),
        {
          what: `${width} px`,
        },
      );
      const orphans = await page.evaluate(() => {
        const found: string[] = [];
        const range = document.createRange();
        for (const para of document.querySelectorAll('.para')) {
          const walker = document.createTreeWalker(para, NodeFilter.SHOW_TEXT);
          let last = -1;
          for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (let at = 0; at < (node.textContent ?? '').length; at++) {
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              const { top, height } = range.getBoundingClientRect();
              if (height === 0) continue;
              const isNewLine = last >= 0 && top > last + 12;
              if (isNewLine && '，。；：、！？）》”’'.includes(node.textContent?.[at] ?? ''))
                found.push(node.textContent?.slice(at, at + 8) ?? '');
              last = Math.max(top, last);
            }
        }
        return found.join(' | ');
      });
      expect(orphans, `${width} px`).toBe('');
    }
    const style = await page.evaluate(() => {
      const em = document.createElement('em');
      document.querySelector('.para')?.append(em);
      const { fontStyle, textEmphasisStyle, lineBreak } = getComputedStyle(em);
      return `${fontStyle}, ${textEmphasisStyle}, ${lineBreak}`;
    });
    expect(style).toMatch(/^normal, (filled )?dot, strict$/);
    await changeSettings(stage, { language: 'en' });
  });

  it('goes from chapter to chapter, into a card and into the timeline by keys alone', async () => {
    await stage.inWorker(() => chrome.storage.local.set({ reading: { chapter: 3, places: {} } }));
    const page = await stage.extensionPage('sidepanel.html#chapter=3');
    await waitFor(() => page.evaluate(() => document.activeElement?.localName === 'main'), { what: 'the focus in the text' });
    const focused = () =>
      page.evaluate(() => {
        const shell = document.activeElement?.cloneNode(false);
        return shell instanceof Element ? shell.outerHTML : '';
      });
    const tabTo = async (wanted: string) => {
      for (let stops = 0; stops < 40 && !(await focused()).includes(wanted); stops++) await page.keyboard.press('Tab');
      expect(await focused()).toContain(wanted);
    };
    await tabTo('data-term="openstack"');
    await page.keyboard.press('Enter');
    await waitFor(() => page.evaluate(() => document.querySelector('little-whale') !== null), { what: 'the card' });
    await page.keyboard.press('Escape');
    await waitFor(() => page.evaluate(() => document.querySelector('little-whale') === null), { what: 'the card to go' });
    expect(await focused()).toContain('openstack');
    await tabTo('class="icon-button swap');
    await page.keyboard.press('Enter');
    await waitFor(() => page.evaluate(() => document.querySelector('.para')?.getAttribute('lang') === 'zh-Hans'), {
      what: 'the other language',
    });
    await tabTo('#event=e2013-maestro');
    await page.keyboard.press('Enter');
    const addresses = async () =>
      Promise.all((await stage.browser.pages()).map((tab) => tab.evaluate(() => location.href).catch(() => '')));
    await waitFor(async () => (await addresses()).some((address) => address.includes('timeline.html#event=e2013-maestro')), {
      what: 'the timeline in a tab',
    });
    await page.bringToFront();
    await page.keyboard.press('/');
    await waitFor(() => page.evaluate(() => document.activeElement?.id === 'find'), { what: 'the search field' });
  });

  it('shows the events of the chapter by lane, every one of them by name', async () => {
    const page = await stage.extensionPage('sidepanel.html#chapter=3');
    await waitFor(() => page.evaluate(() => document.querySelector('figure svg') !== null), { what: 'the figure' });
    const drawn = await page.evaluate(() => {
      const told = new Set([...document.querySelectorAll<HTMLAnchorElement>('.para .moment')].map(({ hash }) => hash));
      const dots = [...document.querySelectorAll('figure circle')];
      return `${dots.length === told.size} ${dots.every((dot) => /^\d.*: /.test(dot.textContent ?? '') || /\d{4}: /.test(dot.textContent ?? ''))}`;
    });
    expect(drawn).toBe('true true');
  });

  it('shows who came from whom by lines, and says it in words; each name opens its card', async () => {
    const page = await stage.extensionPage('sidepanel.html#chapter=3');
    await waitFor(() => page.evaluate(() => document.querySelector('.lineage-figure') !== null), { what: 'the lineage' });
    const drawn = await page.evaluate(() => {
      const rows = [...document.querySelectorAll('.lineage-figure li')].map((row) => row.textContent);
      const { right } = (document.querySelector('.lineage-figure') as Element).getBoundingClientRect();
      const isInside = [...document.querySelectorAll('.lineage-figure li a')].every(
        (name) => name.getBoundingClientRect().right <= right + 1,
      );
      const lines = document.querySelectorAll('.lineage-figure .line').length;
      return JSON.stringify({
        isInside,
        isLineEach: lines === rows.length,
        ends: rows.filter((row) => /^(Kubernetes|Docker Compose),/.test(row ?? '')),
      });
    });
    expect(JSON.parse(drawn)).toEqual({
      isInside: true,
      isLineEach: true,
      ends: ['Kubernetes, 2014, from fleet (in its place), Borg (its idea), Omega (its idea)', 'Docker Compose, 2015, from Fig (renamed)'],
    });
    await page.evaluate(() => document.querySelector<HTMLElement>('.lineage-figure [data-term="omega"]')?.click());
    await waitFor(() => page.evaluate(() => document.querySelector('little-whale') !== null), { what: 'the card' });
    expect(await page.evaluate(() => document.querySelector('[data-open]')?.textContent)).toBe('Omega');
  });

  it('has no button for reading aloud where the browser has no voice of its own', async () => {
    await stage.inWorker(() => chrome.storage.local.set({ reading: { chapter: 1, places: {} } }));
    const panel = await stage.openSidePanel();
    await waitFor(() => panel.evaluate(() => document.querySelector('.stretch') !== null), { what: 'the chapter' });
    const tally = () =>
      panel.evaluate(() => {
        const hasVoice = speechSynthesis.getVoices().some(({ localService, lang }) => localService && /^en\b/i.test(lang));
        return hasVoice === (document.querySelector('.listen') !== null);
      });
    await waitFor(tally, { what: 'a button just where there is a voice' });
  });
});
