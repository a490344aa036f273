import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { View } from '../../modules/start/drive-browser';
import { waitFor } from '../../modules/start/wait-for';
import { changeSettings } from './change-settings';
import { inEachBrowser } from './in-each-browser';
import { textOf } from './text-of';

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

/** What reaches over the right edge of the panel. */
const findCut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.panel *')]
      .filter((element) => !element.closest('[popover]') && element.getBoundingClientRect().right > innerWidth + 0.5)
      .map((element) => element.outerHTML.slice(0, 80))
      .join(' | '),
  );

inEachBrowser((stage) => {
  it('sets the text in Chinese, in English and in both, and one paragraph in the other; turns the chapters, and says how far the reader is', async () => {
    await stage.inWorker(() => chrome.storage.local.clear());
    const panel = await stage.openSidePanel();
    await openReader(panel, 3);
    const voicesAre = (expected: string, what: string) => waitFor(async () => (await voices(panel)) === expected, { what });
    expect(await voices(panel)).toBe('en en');
    await press(panel, 'both');
    await voicesAre('en zh', 'both languages, the reader’s first');
    await press(panel, 'zh');
    await voicesAre('zh zh', 'Chinese');
    await panel.click('.stretch .swap');
    await voicesAre('en zh', 'the first paragraph in English');
    expect(await panel.evaluate(() => document.querySelector('.para')?.getAttribute('lang'))).toBe('en');
    await press(panel, 'en');
    await voicesAre('zh en', 'English, and the first paragraph in the other one still');
    await panel.click('.stretch .swap');
    await voicesAre('en en', 'English alone');
    // a choice is on its way for half a second: the next case must not meet it
    const keptLanguage = () => stage.inWorker(async () => JSON.stringify((await chrome.storage.sync.get('settings')).settings));
    await waitFor(async () => (await keptLanguage()).includes('"language":"en"'), { what: 'English to be kept' });

    const title = () => textOf(panel, 'h1');
    const progress = async () => Number((await textOf(panel, 'footer .progress'))?.match(/^\d+/)?.[0]);
    await panel.evaluate(() => document.querySelector('#c3-orchard')?.scrollIntoView());
    const share = await waitFor(async () => (await progress()) > 50 && progress(), { what: 'more than half of the chapter' });
    const filled = () => panel.evaluate(() => document.querySelector<HTMLElement>('.way i:nth-child(3)')?.style.getPropertyValue('--done'));
    expect(await filled()).toBe(`${share}%`);
    await panel.click('footer .turn[aria-label="Next"]');
    await waitFor(async () => (await title()) === 'The Waters Settle', { what: 'the next chapter' });
    expect(await progress()).toBeLessThan(share);
    await panel.click('footer .turn[aria-label="Previous"]');
    await waitFor(async () => (await title()) === 'A Sea of Rivals', { what: 'the chapter before' });
    expect(await panel.evaluate(() => document.querySelector('.stretch.here')?.id)).toBe('c3-orchard');
    expect(await progress()).toBe(share);
  });

  it('keeps the paragraph at the top within a line through every switch, at 50 places, for who scrolls at once too', async () => {
    await stage.inWorker(() => chrome.storage.local.clear());
    const panel = await stage.openSidePanel();
    const places = await panel.evaluate(async () => {
      // the events of a scroll come before what waits for a frame
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const appear = (selector: string) =>
        new Promise<HTMLElement>((done) => {
          const look = () => {
            const found = document.querySelector<HTMLElement>(selector);
            if (found) done(found);
            return found;
          };
          if (!look())
            new MutationObserver((_, watcher) => look() && watcher.disconnect()).observe(document.body, { childList: true, subtree: true });
        });
      const found: { id: string; moves: number[] }[] = [];
      for (const chapter of [1, 2, 3, 4, 0]) {
        (await appear(`.toc li:nth-child(${chapter + 1}) button`)).click();
        const main = await appear('main.text');
        const offset = (id: string) => {
          const text = document.getElementById(id)?.querySelector('.voices') as HTMLElement;
          return text.getBoundingClientRect().top - main.getBoundingClientRect().top;
        };
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
        document.querySelector<HTMLElement>('header .icon-button')?.click();
      }
      return found;
    });
    for (const { id, moves } of places) for (const move of moves) expect(Math.abs(move), `${id}: ${moves}`).toBeLessThan(line);
    expect(places.length).toBeGreaterThanOrEqual(50);
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
        return first?.top === second?.top;
      });
      expect(drawn, `${width} px`).toBe(width >= 600);
      expect(await findCut(page), `${width} px`).toBe('');
    }
    await page.setViewport({ width: 320, height: 800 });
    const press = (selector: string) => page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
    await press('header .icon-button');
    for (const tab of ['contents', 'find', 'notes']) {
      await press(`[data-tab=${tab}]`);
      await waitFor(
        () => page.evaluate((name) => innerWidth === 320 && document.querySelector(`[data-tab=${name}][aria-pressed=true]`) !== null, tab),
        {
          what: tab,
        },
      );
      expect(await findCut(page), tab).toBe('');
    }
  });

  it('is set as the reader likes it, and stays so', async () => {
    await stage.inWorker(() => chrome.storage.local.clear());
    const panel = await stage.openSidePanel();
    await openReader(panel, 1);
    const set = (view: View) =>
      view.evaluate(() => {
        const { lineHeight, fontSize } = getComputedStyle(document.querySelector('.para') as Element);
        const { maxInlineSize } = getComputedStyle(document.querySelector('.voices') as Element);
        const { backgroundColor } = getComputedStyle(document.querySelector('.panel') as Element);
        return [lineHeight, fontSize, maxInlineSize, document.documentElement.dataset['face'], backgroundColor].join(' ');
      });
    const isSet = (expected: string, what: string, view = panel) => waitFor(async () => (await set(view)) === expected, { what });
    await isSet('28px 17px 512px serif rgb(244, 247, 246)', 'the usual look');
    await panel.click('.aa');
    await panel.click('.type-panel fieldset:first-child button:last-child');
    await isSet('30px 18.0624px 544px serif rgb(244, 247, 246)', 'larger type');
    await panel.click('.type-panel .lines .open');
    await isSet('35px 18.0624px 544px serif rgb(244, 247, 246)', 'more room between the lines');
    await panel.click('.type-panel .measure .narrow');
    await isSet('35px 18.0624px 442px serif rgb(244, 247, 246)', 'shorter lines');
    await panel.click('.type-panel .sans');
    await isSet('35px 17px 442px sans rgb(244, 247, 246)', 'the other face');
    await panel.click('.type-panel .ground.dark');
    await isSet('35px 17px 442px sans rgb(12, 23, 25)', 'the dark ground');
    await panel.click('.type-panel .ground.sepia');
    const last = '35px 17px 442px sans rgb(245, 236, 218)';
    await isSet(last, 'the sepia ground');
    const isKept = () =>
      stage.inWorker(async () => {
        const { 'reader-look': look } = await chrome.storage.local.get('reader-look');
        const { size, lines, measure, face, ground } = (look ?? {}) as Record<string, unknown>;
        return [size, lines, measure, face, ground].join() === '17,open,narrow,sans,sepia';
      });
    await waitFor(isKept, { what: 'the look to be kept' });
    await panel.close();
    await isSet(last, 'the same look again', await stage.openSidePanel());
    await stage.inWorker(() => chrome.storage.local.clear());
  });

  it('opens an editor’s note and the sources of a paragraph in place, each with the fact that it proves', async () => {
    await stage.inWorker(() => chrome.storage.local.clear());
    const panel = await stage.openSidePanel();
    await openReader(panel, 3);
    const has = (selector: string) => panel.evaluate((wanted) => document.querySelector(wanted) !== null, selector);
    expect(await has('.note')).toBe(false);
    await panel.click('#c3-fig .stamp');
    await waitFor(() => has('#c3-fig .note a[href^="https://github.com/"]'), { what: 'the note with its source' });
    await panel.click('#c3-fig .stamp');
    await waitFor(async () => !(await has('.note')), { what: 'the note to close' });
    await panel.click('#c3-fig .dagger');
    await waitFor(() => has('#c3-fig .receipts a[href^="https://github.com/docker/compose"]'), { what: 'the sources' });
    expect(await textOf(panel, '#c3-fig .receipts dt')).toBe('20 Dec 2013 Fig 0.0.1');
    await panel.click('#c3-fig .dagger');
    await waitFor(async () => !(await has('.receipts')), { what: 'the sources to close' });
    const isListenedRightly = () =>
      panel.evaluate(() => {
        const hasVoice = speechSynthesis.getVoices().some(({ localService, lang }) => localService && /^en\b/i.test(lang));
        return hasVoice === (document.querySelector('.listen') !== null);
      });
    await waitFor(isListenedRightly, { what: 'a button for reading aloud just where there is a voice' });
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
        const topOf = (node: Node, at: number) => {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect().top;
        };
        for (const para of document.querySelectorAll('.para')) {
          const walker = document.createTreeWalker(para, NodeFilter.SHOW_TEXT);
          let before: [Node, number] | undefined;
          for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (const [at, letter] of (node.textContent ?? '').split('').entries()) {
              if (before && '，。；：、！？）》”’'.includes(letter) && topOf(node, at) > topOf(...before) + 12)
                found.push(node.textContent?.slice(at, at + 8) ?? '');
              before = [node, at];
            }
        }
        return found.join(' | ');
      });
      expect(orphans, `${width} px`).toBe('');
    }
    const drawn = await page.evaluate(() => {
      const { textAutospace, textSpacingTrim } = getComputedStyle(document.querySelector('.para') as Element) as CSSStyleDeclaration & {
        textAutospace?: string;
        textSpacingTrim?: string;
      };
      return `${textAutospace ?? 'normal'}, ${textSpacingTrim ?? 'trim-start'}`;
    });
    expect(drawn, 'room between Han and Latin, none before a mark that begins a line, where the browser knows of it').toBe(
      'normal, trim-start',
    );
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
    await page.keyboard.type('seven of nine');
    await waitFor(() => page.evaluate(() => document.querySelector('.hits mark')?.textContent === 'Seven of Nine'), { what: 'the words' });
    await page.keyboard.press('Enter');
    await waitFor(() => page.evaluate(() => document.activeElement?.closest('.stretch')?.id === 'c3-seven'), {
      what: 'the focus in the passage',
    });
  });

  it('shows the events of the chapter by lane, and who came from whom by lines and in words; each name opens its card', async () => {
    const page = await stage.extensionPage('sidepanel.html#chapter=3');
    await waitFor(() => page.evaluate(() => document.querySelector('.lanes-figure svg') && document.querySelector('.lineage-figure')), {
      what: 'the figures',
    });
    const events = await page.evaluate(() => {
      const told = new Set([...document.querySelectorAll<HTMLAnchorElement>('.para .moment')].map(({ hash }) => hash));
      const dots = [...document.querySelectorAll('.lanes-figure circle')];
      return `${dots.length === told.size} ${dots.every((dot) => /^\d.*: /.test(dot.textContent ?? '') || /\d{4}: /.test(dot.textContent ?? ''))}`;
    });
    expect(events).toBe('true true');
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
});
