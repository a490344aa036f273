import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../core/split-sentences';

const split = (text: string, language: 'en' | 'zh') => splitSentences(text, language).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each([
    ['Docker, Inc. buys Orchard. The price is not disclosed.', ['Docker, Inc. buys Orchard.', 'The price is not disclosed.']],
    ['It runs `fig.yml`. Version 0.0.1 is out on the 20th.', ['It runs `fig.yml`.', 'Version 0.0.1 is out on the 20th.']],
    ['“Why not?” he asks. Nobody answers!', ['“Why not?” he asks.', 'Nobody answers!']],
    ['J. Beda commits it.', ['J. Beda commits it.']],
    ['', []],
    ['   ', []],
  ])('English: %s', (text, sentences) => {
    expect(split(text, 'en')).toEqual(sentences);
  });

  it.each([
    ['例子里连着。要加负载均衡，再添一段便是。', ['例子里连着。', '要加负载均衡，再添一段便是。']],
    ['他问：“为什么？”没有人回答！', undefined],
    ['20 日放出 0.0.1。敲一句。', ['20 日放出 0.0.1。', '敲一句。']],
  ])('Chinese: %s', (text, sentences) => {
    const found = split(text, 'zh');
    if (sentences) expect(found).toEqual(sentences);
    expect(found.join('')).toBe(text);
  });
});
