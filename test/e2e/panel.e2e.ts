import { expect, it } from 'vitest';
import type { View } from '../../modules/start/drive-browser';
import { waitFor } from '../../modules/start/wait-for';
import { changeSettings } from './change-settings';
import { inEachBrowser } from './in-each-browser';

const titleOf = (panel: View) => panel.evaluate(() => document.querySelector('h1')?.textContent ?? '');

async function openChapter(panel: View, number: number): Promise<void> {
  await waitFor(() => panel.evaluate(() => document.querySelectorAll('.toc li').length), { what: 'the contents' });
  await panel.click(`.toc li:nth-child(${number + 1}) button`);
  await waitFor(() => panel.evaluate(() => document.querySelectorAll('.stretch').length), { what: 'the paragraphs' });
}

/** The paragraph at the top edge of the text. */
const topParagraph = (panel: View) =>
  panel.evaluate(() => {
    const top = document.querySelector('main')?.getBoundingClientRect().top ?? 0;
    return [...document.querySelectorAll('.stretch')].find((paragraph) => paragraph.getBoundingClientRect().bottom > top + 24)?.id ?? '';
  });

inEachBrowser((stage) => {
  it('holds four chapters and a preface', async () => {
    await stage.inWorker(() => chrome.storage.local.clear());
    const panel = await stage.openSidePanel();
    const titles = await waitFor(
      () =>
        panel
          .evaluate(() => [...document.querySelectorAll('.toc b')].map((title) => title.textContent))
          .then((found) => found.length > 0 && found),
      { what: 'the contents' },
    );
    expect(titles.slice(1)).toEqual(['First Breath', 'Breaking the Surface', 'A Sea of Rivals', 'The Waters Settle']);
  });

  it('explains a lit term with the same card', async () => {
    await stage.inWorker(() => chrome.storage.local.clear());
    const panel = await stage.openSidePanel();
    await openChapter(panel, 3);
    await panel.click('.para [data-term="fig"]');
    await waitFor(() => panel.evaluate(() => document.querySelector('little-whale') !== null), { what: 'the card' });
    expect(await panel.evaluate(() => document.querySelector('[data-open]')?.textContent)).toBe('Fig');
  });

  it('comes back to the paragraph where the reader was, in the other language too', async () => {
    await stage.inWorker(() => chrome.storage.local.clear());
    const panel = await stage.openSidePanel();
    await openChapter(panel, 4);
    await panel.evaluate(() => document.querySelectorAll('.stretch')[5]?.scrollIntoView({ block: 'start' }));
    const place = await topParagraph(panel);
    const keptPlace = () =>
      stage.inWorker(
        async () =>
          ((await chrome.storage.local.get('reading'))['reading'] as { places?: Record<string, { paragraph: string }> } | undefined)
            ?.places?.['4']?.paragraph,
      );
    await waitFor(async () => (await keptPlace()) === place, { what: 'the place to be kept' });
    await changeSettings(stage, { language: 'zh-CN' });
    await waitFor(async () => (await titleOf(panel)) === '尘埃落定', { what: 'Chinese' });
    await waitFor(async () => (await topParagraph(panel)) === place, { what: 'the same paragraph at the top' });
    await panel.close();
    const again = await stage.openSidePanel();
    await waitFor(async () => (await titleOf(again)) === '尘埃落定', { what: 'the chapter again' });
    await waitFor(async () => (await topParagraph(again)) === place, { what: 'the paragraph again' });
    await changeSettings(stage, { language: 'en' });
  });

  it('opens at the place that its address names, and says so when the place is gone', async () => {
    const page = await stage.extensionPage('sidepanel.html#chapter=3&p=c3-fig');
    await waitFor(() => page.evaluate(() => document.querySelector('.stretch.lit')?.id === 'c3-fig'), { what: 'the paragraph' });
    const lost = await stage.extensionPage('sidepanel.html#chapter=3&p=no-such-paragraph');
    await waitFor(() => lost.evaluate(() => document.querySelector('[role=status]')?.textContent?.includes('no longer there')), {
      what: 'a word on the lost place',
    });
  });

  it('says what it cannot read of what was kept, and loses nothing beside it', async () => {
    const june = { paragraph: 'c3-june', seen: 0.5 };
    await stage.inWorker((kept) => chrome.storage.local.set({ reading: { chapter: 'seven', places: { 2: 7, 3: kept } } }), june);
    const panel = await stage.openSidePanel();
    const word = () => panel.evaluate(() => document.querySelector('.panel > [role=status]')?.textContent ?? '');
    await waitFor(async () => (await word()).includes('places where you were reading could not be read'), { what: 'a word on the places' });
    await openChapter(panel, 3);
    await waitFor(async () => (await topParagraph(panel)) === 'c3-june', { what: 'the place that is whole' });
    const kept = () => stage.inWorker(async () => JSON.stringify((await chrome.storage.local.get('reading'))['reading']));
    await waitFor(async () => (await kept()) === JSON.stringify({ chapter: 3, places: { 3: june } }), { what: 'the places, whole again' });
    await panel.close();
    await stage.inWorker(() => chrome.storage.local.set({ 'reader-look': { size: 'huge', face: 'sans' } }));
    const again = await stage.openSidePanel();
    await waitFor(
      () => again.evaluate(() => document.querySelector('.panel > [role=status]')?.textContent?.includes('choices of type and light')),
      { what: 'a word on the type' },
    );
    expect(await again.evaluate(() => document.documentElement.dataset['face'])).toBe('sans');
    await stage.inWorker(() => chrome.storage.local.clear());
  });
});
