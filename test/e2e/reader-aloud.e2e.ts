import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type DrivenBrowser, driveBrowser, type View } from '../../modules/start/drive-browser';
import { waitFor } from '../../modules/start/wait-for';
import { findBuild } from './find-build';
import { type SpeechServer, startSpeech } from './start-speech';

const readLit = (panel: View) =>
  panel.evaluate(() => {
    const words: string[] = [];
    CSS.highlights.get('little-whale-spoken')?.forEach((range) => {
      words.push(range instanceof Range ? range.toString() : '');
    });
    return words.join();
  });

/** speech-dispatcher hands a text over in pieces, with spaces of its own. */
const letters = (text: string) => text.replace(/\P{L}/gu, '');

const hasVoice = (panel: View, language: string) =>
  panel.evaluate(
    (wanted) => speechSynthesis.getVoices().some(({ localService, lang }) => localService && new RegExp(wanted, 'i').test(lang)),
    language,
  );

// not in the list of the other cases: the browser is told at its start where its voices are
describe.each(inject('browsers'))('$kind', ({ kind, path }) => {
  let speech: SpeechServer | undefined;
  let browser: DrivenBrowser | undefined;
  beforeAll(async () => {
    speech = await startSpeech();
    if (!speech) return;
    browser = await driveBrowser({
      kind,
      path,
      headless: true,
      language: 'en',
      extensionDir: findBuild(kind),
      speechAddress: speech.address,
    });
  });
  afterAll(async () => {
    await browser?.close();
    speech?.end();
  });

  it('reads aloud with espeak-ng: the sentence that is said is lit, another chapter ends it, no voice means no button', async ({
    skip,
  }) => {
    if (!speech || !browser)
      return skip('no voice on this machine: it takes a speech-dispatcher that starts, and espeak-ng (Debian: apt-get install both)');
    const { readSaid } = speech;
    await browser.inWorker(() => chrome.storage.local.set({ reading: { chapter: 1, places: {} } }));
    const panel = await browser.openSidePanel();
    await panel.click('.listen');
    const first = await waitFor(() => readLit(panel), { what: 'the first sentence, lit' });
    await waitFor(() => letters(first).startsWith(letters(readSaid().join('')) || '-'), { what: 'espeak-ng to say that sentence' });
    const second = await waitFor(async () => (await readLit(panel)) !== first && (await readLit(panel)), {
      what: 'the second sentence, lit when the first has been said',
    });
    await waitFor(() => letters(readSaid().join('')).includes(letters(second).slice(0, 20)), { what: 'espeak-ng to say the second' });
    await panel.click('footer .turn[aria-label="Next"]');
    await waitFor(async () => (await readLit(panel)) === '' && panel.evaluate(() => !speechSynthesis.speaking), {
      what: 'the voice to stop with the chapter',
    });
    expect(await panel.evaluate(() => document.querySelector('.listen')?.getAttribute('aria-pressed'))).toBe('false');
    await panel.click('header .segments button:first-child');
    await waitFor(() => panel.evaluate(() => document.documentElement.lang === 'zh-Hans'), { what: 'Chinese' });
    expect(await panel.evaluate(() => document.querySelector('.listen') !== null)).toBe(await hasVoice(panel, '^(zh|cmn)'));
  });
});
