import { describe, expect, it } from 'vitest';
import { mergeNotes, placeNote, type ReaderNote, readNotes, sortNotes, writeNotes } from '../../core/reader-notes';

const note = (fields: Partial<ReaderNote>): ReaderNote => ({
  id: 'n1',
  chapter: 3,
  paragraph: 'c3-fig',
  language: 'en',
  start: 0,
  quote: 'Fig is liked',
  text: '',
  ...fields,
});
const chapters = [
  { number: 1, title: { en: 'First Breath', zh: '初出茅庐' }, paragraphs: [{ id: 'c1-a', en: ['a'], zh: ['甲'] }] },
  {
    number: 3,
    title: { en: 'A Sea of Rivals', zh: '群雄崛起' },
    paragraphs: [
      { id: 'c3-word', en: ['a'], zh: ['甲'] },
      { id: 'c3-fig', en: ['b'], zh: ['乙'] },
    ],
  },
];

describe('readNotes', () => {
  it('parts what can be read from what cannot, and drops nothing', () => {
    const good = note({});
    expect(readNotes([good, 7, { id: 'x' }])).toEqual({ notes: [good], unreadable: [7, { id: 'x' }] });
    expect(readNotes('broken')).toEqual({ notes: [], unreadable: ['broken'] });
    expect(readNotes(undefined)).toEqual({ notes: [], unreadable: [] });
  });
});

describe('mergeNotes', () => {
  const [first, second, third] = ['1', '2', '3'].map((id) => note({ id }));
  it('takes only the named notes from the own list: changed, added or gone', () => {
    const changed = note({ id: '1', text: 'changed' });
    const kept = [first, second] as ReaderNote[];
    const own = [changed, third] as ReaderNote[];
    expect(mergeNotes({ kept, own, ids: new Set(['1']) })).toEqual([changed, second]);
    expect(mergeNotes({ kept, own, ids: new Set(['2', '3']) })).toEqual([first, third]);
    expect(mergeNotes({ kept, own, ids: new Set() })).toEqual(kept);
  });
});

describe('placeNote', () => {
  it('finds the passage again after the text has changed before it', () => {
    expect(placeNote({ quote: 'Fig', start: 0 }, 'Today Fig')).toEqual({ start: 6, end: 9 });
  });

  it('takes the nearest of several, and none where it was rewritten', () => {
    expect(placeNote({ quote: 'Fig', start: 9 }, 'Fig and Fig')).toEqual({ start: 8, end: 11 });
    expect(placeNote({ quote: 'Fig', start: 9 }, 'Compose')).toBeUndefined();
    expect(placeNote({ quote: '', start: 0 }, 'Compose')).toBeUndefined();
  });
});

describe('writeNotes', () => {
  it('writes them in the order of the book', () => {
    const notes = [
      note({ text: ' Not first, \nbut pleasant. ' }),
      note({ id: 'n2', paragraph: 'c3-word', quote: 'One.\nTwo.' }),
      note({ id: 'n0', chapter: 1, paragraph: 'c1-a', quote: 'a' }),
    ];
    expect(sortNotes(notes, chapters).map(({ id }) => id)).toEqual(['n0', 'n2', 'n1']);
    expect(
      writeNotes({ notes, chapters, title: 'Notes', language: 'en', nameChapter: (number, title) => `Chapter ${number}, ${title}` }),
    ).toBe(
      [
        '# Notes',
        '## Chapter 1, First Breath',
        '> a',
        '`#chapter=1&p=c1-a`',
        '## Chapter 3, A Sea of Rivals',
        '> One.\n> Two.',
        '`#chapter=3&p=c3-word`',
        '> Fig is liked',
        'Not first, \nbut pleasant.',
        '`#chapter=3&p=c3-fig`\n',
      ].join('\n\n'),
    );
  });
});
