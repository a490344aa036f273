import { describe, expect, it } from 'vitest';
import { createListenModel, type Speech } from '../../../entrypoints/sidepanel/listen-model';

const chapter = {
  number: 1,
  title: { en: 'One', zh: '一' },
  paragraphs: [
    { id: 'a', en: ['First. Second.'], zh: ['甲。'] },
    { id: 'b', en: ['Third, of ', { text: 'Docker', term: 'docker' }, '. Fourth.'], zh: ['乙。'] },
  ],
};

/** A voice that says nothing until it is told that it has spoken. */
function createVoice(languages: readonly string[]) {
  const said: string[] = [];
  let end: { done: () => void; fail: (error: Error) => void } | undefined;
  let onVoices = () => {};
  const speech: Speech = {
    hasVoice: (language) => languages.includes(language),
    speak: (text) =>
      new Promise((done, fail) => {
        said.push(text);
        end = { done, fail };
      }),
    stop: () => end?.fail(new Error('canceled')),
    watchVoices: (onChange) => (onVoices = onChange),
  };
  const settle = () => new Promise((done) => setTimeout(done));
  return {
    speech,
    said,
    finish: async () => {
      end?.done();
      await settle();
    },
    fail: async () => {
      end?.fail(new Error('synthesis-failed'));
      await settle();
    },
    install: (language: string) => {
      languages = [...languages, language];
      onVoices();
    },
  };
}

describe('reading aloud', () => {
  it('goes from the paragraph in view to the end, sentence by sentence', async () => {
    const voice = createVoice(['en']);
    const listen = createListenModel(voice.speech);
    void listen.start({ chapter, from: 'b', language: 'en' });
    expect(listen.spoken.value).toEqual({ paragraph: 'b', language: 'en', start: 0, end: 17 });
    await voice.finish();
    expect(listen.spoken.value).toMatchObject({ start: 18 });
    await voice.finish();
    expect(listen.spoken.value).toBeUndefined();
    expect(voice.said).toEqual(['Third, of Docker.', 'Fourth.']);
  });

  it('says nothing more after it is stopped, nor after a failure', async () => {
    const voice = createVoice(['en']);
    const listen = createListenModel(voice.speech);
    void listen.start({ chapter, from: undefined, language: 'en' });
    listen.stop();
    await voice.finish();
    expect(voice.said).toEqual(['First.']);
    void listen.start({ chapter, from: undefined, language: 'en' });
    await voice.fail();
    expect(listen.spoken.value).toBeUndefined();
    expect(voice.said).toEqual(['First.', 'First.']);
  });

  it('knows the languages it has a voice for, later ones too', () => {
    const voice = createVoice([]);
    const listen = createListenModel(voice.speech);
    expect([...listen.languages.value]).toEqual([]);
    voice.install('zh');
    expect([...listen.languages.value]).toEqual(['zh']);
  });
});
