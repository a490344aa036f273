import { afterEach, describe, expect, it } from 'vitest';
import type { Finding, Reading } from '../../../modules/pack/finding';
import { readChapters } from '../../../modules/pack/read-chapters';
import { writeSmallData } from '../../fixtures/small-data';

const removers: (() => void)[] = [];
afterEach(() => {
  for (const remove of removers.splice(0)) remove();
});

function read(changes: Readonly<Record<string, string>> = {}) {
  const { folder, remove } = writeSmallData(Object.fromEntries(Object.entries(changes).map(([name, text]) => [`chapters/${name}`, text])));
  removers.push(remove);
  const reading: Reading = { folder, findings: [], origins: new Map(), broken: new Set(), shown: (file) => file.slice(folder.length + 1) };
  return { chapters: readChapters(reading), ...reading };
}

const head = '---\ntitle: T\nyears: 2013–2014\nabout: A\n---\n';
const messages = (findings: readonly Finding[]) => findings.map(({ file, line, message }) => `${file}:${line} ${message}`);

describe('readChapters', () => {
  it('reads the preface and four chapters in both languages', () => {
    const { chapters, findings } = read();
    expect(findings).toEqual([]);
    expect(chapters.map(({ number, title }) => [number, title.en, title.zh])).toEqual([
      [0, 'Preface', '前言'],
      [1, 'Chapter 1', '第 1 章'],
      [2, 'Chapter 2', '第 2 章'],
      [3, 'Chapter 3', '第 3 章'],
      [4, 'Chapter 4', '第 4 章'],
    ]);
    expect(chapters[1]?.years).toBe('2010–2016');
  });

  it('puts both languages of a paragraph together, and its note with it', () => {
    const { chapters } = read();
    expect(chapters[1]?.paragraphs[0]).toEqual({
      id: 'c1-a',
      en: ['It got ', { text: 'a new name', event: 'e2012-oven' }, '.'],
      zh: ['它', { text: '改了名', event: 'e2012-oven' }, '。'],
      note: {
        en: ['It did: see ', { text: 'the book', url: 'https://example.com/ovens' }, '.'],
        zh: ['确有其事，见', { text: '书', url: 'https://example.com/ovens' }, '。'],
      },
    });
    expect(chapters[1]?.paragraphs[1]).toEqual({ id: 'c1-b', en: ['That was all.'], zh: ['仅此而已。'] });
  });

  it('knows the file and the line of each paragraph, in its language', () => {
    const { origins } = read();
    const place = (path: string[]) => origins.get('chapter 1')?.placeOf(path);
    expect(place(['c1-b', 'en'])).toEqual({ file: 'chapters/1.en.md', line: 11 });
    expect(place(['c1-b', 'zh'])).toEqual({ file: 'chapters/1.zh-CN.md', line: 11 });
    expect(place(['c1-a', 'note', 'zh'])).toEqual({ file: 'chapters/1.zh-CN.md', line: 6 });
  });

  it('tells ids apart of which one begins like another', () => {
    const texts = { en: `${head}{#c1-a}\nOne.\n\n{#c1-ab}\nTwo.\n`, zh: `${head}{#c1-a}\n一。\n\n{#c1-ab}\n二。\n` };
    const { origins } = read({ '1.en.md': texts.en, '1.zh-CN.md': texts.zh });
    expect(origins.get('chapter 1')?.placeOf(['c1-ab', 'en']).line).toBe(9);
  });

  it('reads files with the line ends of Windows', () => {
    const { chapters, findings } = read({
      '1.en.md': `${head}{#c1-a}\nOne\ntwo.\n`.replaceAll('\n', '\r\n'),
      '1.zh-CN.md': `${head}{#c1-a}\n一\n二。\n`.replaceAll('\n', '\r\n'),
    });
    expect(findings).toEqual([]);
    expect(chapters[1]?.paragraphs).toEqual([{ id: 'c1-a', en: ['One two.'], zh: ['一二。'] }]);
  });

  it.each([
    ['a paragraph without id', 'One.\n', 'chapters/1.en.md:6 “One.…” has no id'],
    ['a note before any paragraph', '> Who?\n\n{#c1-a}\nOne.\n', 'chapters/1.en.md:6 this note belongs to no paragraph, or is its second'],
    ['a second note', '{#c1-a}\nOne.\n\n> A.\n\n> B.\n', 'chapters/1.en.md:11 this note belongs to no paragraph, or is its second'],
    ['an id twice', '{#c1-a}\nOne.\n\n{#c1-a}\nTwo.\n', 'chapters/1.en.md:9 there are two paragraphs called “c1-a”'],
    ['an id without text', '{#c1-a}\n', 'chapters/1.en.md:6 “{#c1-a}…” has no id'],
    ['markup', '{#c1-a}\nOne <i>two</i>.\n', 'chapters/1.en.md:6 “<i>” is markup, and the product shows only text and links'],
    ['a heading', '{#c1-a}\nOne.\n\n# Two\n', 'chapters/1.en.md:9 “# Two…” has no id'],
  ])('stops %s', (_, body, message) => {
    expect(messages(read({ '1.en.md': head + body }).findings)).toContain(message);
  });

  it('stops paragraphs that stand in another order than in the other language', () => {
    const { findings } = read({ '1.zh-CN.md': `${head}{#c1-b}\n二。\n\n{#c1-a}\n一。\n\n> [书](https://example.com)\n` });
    expect(findings).toEqual([
      expect.objectContaining({
        file: 'chapters/1.zh-CN.md',
        line: 6,
        field: 'c1-b',
        remedy: expect.stringContaining('chapters/1.en.md has c1-a'),
      }),
    ]);
  });

  it.each([
    ['no head', '{#c1-a}\nOne.\n', /the chapter has no head/],
    ['a head that is no YAML', '---\ntitle: T: U\n---\n{#c1-a}\nOne.\n', /the chapter has no head/],
    ['a head without title', '---\nyears: 2013–2014\nabout: A\n---\n{#c1-a}\nOne.\n', /is missing/],
  ])('stops a chapter with %s', (_, text, message) => {
    const { findings } = read({ '1.en.md': text });
    const found = findings.find((finding) => message.test(finding.message));
    expect(found).toMatchObject({ file: 'chapters/1.en.md', line: 1 });
  });
});
