import { expect, it } from 'vitest';
import type { DrivenBrowser, View } from '../../modules/start/drive-browser';
import { waitFor } from '../../modules/start/wait-for';
import { inEachBrowser } from './in-each-browser';

interface Note {
  paragraph: string;
  quote: string;
  text: string;
}

const keptNotes = async (stage: DrivenBrowser) =>
  JSON.parse(
    await stage.inWorker(async () => JSON.stringify((await chrome.storage.local.get('reader-notes'))['reader-notes'] ?? [])),
  ) as Note[];

async function openAt(stage: DrivenBrowser, chapter: number): Promise<View> {
  await stage.inWorker((number) => chrome.storage.local.set({ reading: { chapter: number, places: {} } }), chapter);
  const panel = await stage.openSidePanel();
  await waitFor(() => panel.evaluate(() => document.querySelector('.stretch') !== null), { what: 'the chapter' });
  return panel;
}

/** Selects the nth to mth character of a paragraph, as a drag over it does. */
const select = (panel: View, paragraph: string, start: number, end: number) =>
  panel.evaluate(
    (id, from, to) => {
      document.getElementById(id)?.scrollIntoView({ block: 'start' });
      const walker = document.createTreeWalker(document.querySelector(`#${id} .para`) as Node, NodeFilter.SHOW_TEXT);
      const node = walker.nextNode() as Text;
      getSelection()?.setBaseAndExtent(node, from, node, to);
      return String(getSelection());
    },
    paragraph,
    start,
    end,
  );

const sizeOf = (panel: View, name: string) => panel.evaluate((highlight) => CSS.highlights.get(highlight)?.size ?? 0, name);

inEachBrowser((stage) => {
  it('finds a passage, misspelt too, and opens the chapter there, lit', async () => {
    await stage.inWorker(() => chrome.storage.local.clear());
    const panel = await openAt(stage, 1);
    await panel.click('header .icon-button');
    await panel.click('[data-tab=find]');
    await panel.fill('#find', 'kimbro stakan');
    await waitFor(() => panel.evaluate(() => document.querySelector('.hits mark')?.textContent?.includes('Kimbro Staken')), {
      what: 'the sentence',
    });
    await panel.fill('#find', 'seven of nine');
    await waitFor(() => panel.evaluate(() => document.querySelector('.hits mark')?.textContent === 'Seven of Nine'), { what: 'the words' });
    await panel.click('.hits button');
    await waitFor(() => panel.evaluate(() => document.querySelector('.stretch.lit')?.id === 'c3-seven'), { what: 'the paragraph' });
    expect(await sizeOf(panel, 'little-whale-found')).toBe(1);
    await panel.click('header .icon-button');
    await panel.click('[data-tab=find]');
    await panel.fill('#find', '九之七');
    await waitFor(() => panel.evaluate(() => document.querySelector('.hits mark')?.textContent === '九之七'), {
      what: 'the Chinese words',
    });
    await panel.click('.hits button');
    await waitFor(() => panel.evaluate(() => document.querySelector('#c3-seven .para')?.getAttribute('lang') === 'zh-Hans'), {
      what: 'the paragraph in the language of the find',
    });
    await waitFor(async () => (await sizeOf(panel, 'little-whale-found')) === 1, { what: 'the found words, lit' });
    await panel.click('header .icon-button');
    await panel.click('[data-tab=find]');
    await panel.fill('#find', 'zzqqxxyy');
    await waitFor(() => panel.evaluate(() => document.querySelector('.count')?.textContent?.includes('zzqqxxyy')), {
      what: 'a word on nothing',
    });
  });

  it('keeps a note on a passage, opens it again, and writes all notes as Markdown', async () => {
    await stage.inWorker(() => chrome.storage.local.clear());
    const panel = await openAt(stage, 3);
    const quote = await select(panel, 'c3-june', 0, 20);
    await panel.click('.on-selection');
    await panel.fill('#c3-june textarea', 'One day before Docker 1.0.');
    await waitFor(async () => (await keptNotes(stage))[0]?.text === 'One day before Docker 1.0.', { what: 'the note to be kept' });
    expect((await keptNotes(stage))[0]).toMatchObject({ paragraph: 'c3-june', quote });
    expect(await sizeOf(panel, 'little-whale-noted')).toBe(1);
    await panel.click('#c3-fig .write');
    await waitFor(async () => (await keptNotes(stage)).length === 2, { what: 'a note on a whole paragraph' });
    await panel.close();
    const again = await stage.openSidePanel();
    await waitFor(async () => (await sizeOf(again, 'little-whale-noted')) === 1, { what: 'the passage, marked again' });
    await again.click('header .icon-button');
    await again.click('[data-tab=notes]');
    await waitFor(() => again.evaluate(() => document.querySelectorAll('.hits li').length === 2), { what: 'the notes' });
    await again.evaluate(() => {
      const kept = globalThis as unknown as { saved?: string };
      const create = URL.createObjectURL;
      URL.createObjectURL = (blob: Blob) => {
        blob.text().then((text) => (kept.saved = text));
        return create.call(URL, blob);
      };
      HTMLAnchorElement.prototype.click = () => undefined;
    });
    await again.click('.contents .go');
    const saved = await waitFor(() => again.evaluate(() => (globalThis as unknown as { saved?: string }).saved), { what: 'the file' });
    expect(saved).toContain(`> ${quote}\n\nOne day before Docker 1.0.\n\n\`#chapter=3&p=c3-june\``);
    await again.click('.hits .link-button');
    await waitFor(async () => (await keptNotes(stage)).length === 1, { what: 'a note to go' });
    await again.click('.count .link-button');
    await waitFor(async () => (await keptNotes(stage)).length === 2, { what: 'the note to come back' });
  });

  it('loses nothing to a stopped worker, a full storage, a broken one, and a second window', async () => {
    await stage.inWorker(() => chrome.storage.local.set({ 'reader-notes': [{ id: 'half a note' }] }));
    const panel = await openAt(stage, 2);
    const status = () => panel.evaluate(() => document.querySelector('.panel > [role=status]')?.textContent ?? '');
    await waitFor(async () => (await status()).includes('could not be read'), { what: 'a word on the broken note' });
    await stage.killWorker();
    await panel.click('.stretch .write');
    await panel.fill('.own-note textarea', 'written without a worker');
    await waitFor(async () => (await keptNotes(stage))[0]?.text === 'written without a worker', { what: 'the note' });
    expect(
      await stage.inWorker(async () =>
        JSON.stringify((await chrome.storage.local.get('reader-notes-unreadable'))['reader-notes-unreadable']),
      ),
    ).toBe(JSON.stringify([{ id: 'half a note' }]));
    await stage.killWorker();
    const other = await stage.extensionPage('sidepanel.html#chapter=4');
    await waitFor(() => other.evaluate(() => document.querySelector('.stretch .write') !== null), { what: 'the second window' });
    await other.evaluate(() => document.querySelector<HTMLElement>('.stretch .write')?.click());
    await waitFor(async () => (await keptNotes(stage)).length === 2, { what: 'the note of the second window beside the first' });
    const scroll = (view: Pick<View, 'evaluate'>, at: number) =>
      view.evaluate((number) => document.querySelectorAll('.stretch')[number]?.scrollIntoView({ block: 'start' }), at);
    const places = () =>
      stage.inWorker(async () => {
        const { reading } = await chrome.storage.local.get('reading');
        return Object.keys((reading as { places: object }).places).join(' ');
      });
    await scroll(other as unknown as View, 3);
    await scroll(panel, 3);
    await waitFor(async () => (await places()) === '2 4', { what: 'the places of both windows' });
    await panel.evaluate(() => {
      chrome.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    });
    await scroll(panel, 5);
    await waitFor(async () => (await status()).includes('Your place could not be kept'), { what: 'a word on the place' });
    await panel.click('.aa');
    await panel.click('.type-panel .sans');
    await waitFor(async () => (await status()).includes('Could not be kept'), { what: 'a word on the type' });
    expect(await panel.evaluate(() => document.documentElement.dataset['face'])).toBe('sans');
    await panel.click('.aa');
    await panel.fill('.own-note textarea', 'too much');
    await waitFor(async () => (await status()).includes('Your note could not be kept'), { what: 'a word on the note' });
    expect(await panel.evaluate(() => document.querySelector('textarea')?.value)).toBe('too much');
    await stage.killWorker();
    await panel.click('.stretch .dagger');
    await waitFor(() => panel.evaluate(() => document.querySelector('.receipts dt') !== null), {
      what: 'the worker to wake with the sources',
    });
    await panel.click('header .icon-button');
    await stage.killWorker();
    await panel.click('[data-tab=find]');
    await panel.fill('#find', 'libswarm');
    await waitFor(() => panel.evaluate(() => document.querySelector('.hits mark') !== null), { what: 'the worker to wake and find' });
  });
});
