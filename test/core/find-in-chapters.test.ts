import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createChapterSearch } from '../../core/find-in-chapters';
import { textOf } from '../../core/run-text';
import { splitSentences } from '../../core/split-sentences';
import { readData } from '../../modules/pack/read-data';

const { pack } = readData(join(import.meta.dirname, '../../data'));
const { find } = createChapterSearch(pack.chapters);
const paragraphs = pack.chapters.flatMap((chapter) => chapter.paragraphs);

describe('find', () => {
  it('finds every place of the very words, whatever their case, and says where', () => {
    const hits = find({ query: 'KIMBRO staken', language: 'en' });
    expect(hits.map(({ paragraph, language }) => `${paragraph} ${language}`)).toEqual(['c3-maestro en', 'c3-maestro zh']);
    for (const { paragraph, language, start, end, match } of hits) {
      const text = textOf(paragraphs.find(({ id }) => id === paragraph)?.[language] ?? []);
      expect(text.slice(start, end)).toBe('Kimbro Staken');
      expect(match).toBe('Kimbro Staken');
    }
  });

  it('puts the reader’s language first', () => {
    expect(find({ query: 'Maestro', language: 'zh' })[0]?.language).toBe('zh');
    expect(find({ query: '编排', language: 'en' }).length).toBeGreaterThan(2);
  });

  it('forgives a slip where nobody wrote the words so', () => {
    expect(find({ query: 'Kimbro Stakan', language: 'en' })[0]).toMatchObject({ paragraph: 'c3-maestro' });
  });

  it('tears no word at either end of what it shows around a passage', () => {
    for (const query of ['编排', 'Borg', '镜像', 'Docker'])
      for (const { language, paragraph, start, end, before, after } of find({ query, language: 'zh' })) {
        const text = textOf(paragraphs.find(({ id }) => id === paragraph)?.[language] ?? []);
        const shown = [start - before.replace(/^…/, '').length, end + after.replace(/…$/, '').length] as const;
        for (const at of shown) expect(text.slice(at - 1, at + 1), `${before}${query}${after}`).not.toMatch(/^\w\w$/);
      }
  });

  it('takes typed quotes for printed ones, and finds nothing in nothing', () => {
    expect(find({ query: '"yay"', language: 'en' })[0]?.paragraph).toBe('c3-fig');
    expect(find({ query: '  ', language: 'en' })).toEqual([]);
    expect(find({ query: 'zzqqxxyy', language: 'en' })).toEqual([]);
  });
});

describe('the chapters', () => {
  it('fall into sentences that hold all of their words', () => {
    for (const paragraph of paragraphs)
      for (const language of ['en', 'zh'] as const) {
        const text = textOf(paragraph[language]);
        const spans = splitSentences(text, language);
        expect(
          spans
            .map(({ start, end }) => text.slice(start, end))
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''));
        expect(spans.length, paragraph.id).toBeGreaterThan(1);
      }
  });
});
