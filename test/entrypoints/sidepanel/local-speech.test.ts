import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createListenModel } from '../../../entrypoints/sidepanel/listen-model';
import { createLocalSpeech } from '../../../entrypoints/sidepanel/local-speech';

type Voice = Pick<SpeechSynthesisVoice, 'name' | 'lang' | 'localService' | 'default'>;

class Utterance {
  voice: Voice | null = null;
  lang = '';
  onend?: () => void;
  onerror?: (event: { error: string }) => void;
  constructor(readonly text: string) {}
}

/**
 * A double of `speechSynthesis` as the Web Speech API has it: voices may come late, with `voiceschanged`; what is spoken waits in a queue;
 * `cancel` empties it, and what was being spoken ends with the error `interrupted`, what waited with `canceled`, after the call.
 */
class SynthesisDouble extends EventTarget {
  #voices: Voice[] = [];
  readonly #queue: Utterance[] = [];
  readonly spoken: { text: string; voice: string | undefined; lang: string }[] = [];
  getVoices = () => this.#voices;
  get speaking(): boolean {
    return this.#queue.length > 0;
  }
  speak(utterance: Utterance): void {
    this.#queue.push(utterance);
    this.spoken.push({ text: utterance.text, voice: utterance.voice?.name, lang: utterance.lang });
  }
  cancel(): void {
    for (const [at, utterance] of this.#queue.splice(0).entries())
      queueMicrotask(() => utterance.onerror?.({ error: at === 0 ? 'interrupted' : 'canceled' }));
  }
  bring(...voices: Voice[]): void {
    this.#voices = voices;
    this.dispatchEvent(new Event('voiceschanged'));
  }
  async finish(): Promise<void> {
    this.#queue.shift()?.onend?.();
    await new Promise((done) => setTimeout(done));
  }
}

const own: Voice = { name: 'Own', lang: 'en-GB', localService: true, default: false };
const cloud: Voice = { name: 'Cloud', lang: 'en-US', localService: false, default: true };
const chapter = {
  number: 1,
  title: { en: 'One', zh: '一' },
  paragraphs: [
    { id: 'a', en: ['First. Second.'], zh: ['甲。'] },
    { id: 'b', en: ['Third.'], zh: ['乙。'] },
  ],
};

beforeEach(() => void vi.stubGlobal('SpeechSynthesisUtterance', Utterance));
afterEach(() => void vi.unstubAllGlobals());

const listenWith = (double: SynthesisDouble) => createListenModel(createLocalSpeech(double as unknown as SpeechSynthesis));

describe('reading aloud by a double of speechSynthesis', () => {
  it('has no language while only voices of a network are there, and one as soon as an own voice comes', () => {
    const double = new SynthesisDouble();
    const listen = listenWith(double);
    double.bring(cloud);
    expect([...listen.languages.value]).toEqual([]);
    double.bring(cloud, own);
    expect([...listen.languages.value]).toEqual(['en']);
    double.bring(cloud);
    expect([...listen.languages.value]).toEqual([]);
  });

  it('speaks with the own voice, sentence by sentence, and lights the one that is spoken', async () => {
    const double = new SynthesisDouble();
    double.bring(cloud, own);
    const listen = listenWith(double);
    void listen.start({ chapter, from: undefined, language: 'en' });
    expect(double.spoken).toEqual([{ text: 'First.', voice: 'Own', lang: 'en-GB' }]);
    expect(listen.spoken.value).toMatchObject({ paragraph: 'a', start: 0, end: 6 });
    await double.finish();
    expect(listen.spoken.value).toMatchObject({ paragraph: 'a', start: 7 });
    await double.finish();
    expect(listen.spoken.value).toMatchObject({ paragraph: 'b', start: 0 });
    await double.finish();
    expect(listen.spoken.value).toBeUndefined();
    expect(double.spoken.map(({ text }) => text)).toEqual(['First.', 'Second.', 'Third.']);
  });

  it('falls silent when it is stopped: nothing stays lit, queued or said later', async () => {
    const double = new SynthesisDouble();
    double.bring(own);
    const listen = listenWith(double);
    void listen.start({ chapter, from: 'a', language: 'en' });
    listen.stop();
    await double.finish();
    expect([listen.spoken.value, double.speaking, double.spoken.length]).toEqual([undefined, false, 1]);
  });

  it('starts anew at another paragraph without the end of the first reading stopping it', async () => {
    const double = new SynthesisDouble();
    double.bring(own);
    const listen = listenWith(double);
    void listen.start({ chapter, from: 'a', language: 'en' });
    void listen.start({ chapter, from: 'b', language: 'en' });
    await new Promise((done) => setTimeout(done));
    expect(listen.spoken.value).toMatchObject({ paragraph: 'b' });
    expect(double.speaking).toBe(true);
  });

  it('stops with a clear state when the voice is gone in the middle', async () => {
    const double = new SynthesisDouble();
    double.bring(own);
    const listen = listenWith(double);
    void listen.start({ chapter, from: 'a', language: 'en' });
    double.bring(cloud);
    await double.finish();
    expect(listen.spoken.value).toBeUndefined();
    expect(double.spoken).toHaveLength(1);
  });

  it('has no voice where the browser has no speechSynthesis', () => {
    const speech = createLocalSpeech(undefined);
    expect([speech.hasVoice('en'), speech.hasVoice('zh')]).toEqual([false, false]);
    expect(speech.stop).not.toThrow();
  });
});
