import { afterEach, describe, expect, it } from 'vitest';
import { type Finding, printFinding } from '../../../modules/pack/finding';
import { readData } from '../../../modules/pack/read-data';
import { smallFiles, writeSmallData } from '../../fixtures/small-data';

const removers: (() => void)[] = [];
afterEach(() => {
  for (const remove of removers.splice(0)) remove();
});

function read(changes: Readonly<Record<string, string | null>> = {}): ReturnType<typeof readData> {
  const { folder, remove } = writeSmallData(changes);
  removers.push(remove);
  return readData(folder);
}

/** One of the small files with a piece of it replaced; the piece must be there. */
function edit(path: string, from: string, to: string): Record<string, string> {
  const text = smallFiles[path] ?? '';
  if (!text.includes(from)) throw new Error(`${path} has no “${from}”`);
  return { [path]: text.replace(from, to) };
}

/** The line of a text in a file, counted from 1. */
function lineOf(changes: Record<string, string>, path: string, piece: string): number {
  const lines = (changes[path] ?? smallFiles[path] ?? '').split('\n');
  return lines.findIndex((line) => line.includes(piece)) + 1;
}

describe('readData on a folder in order', () => {
  const { pack, findings } = read();

  it('finds nothing wrong', () => {
    expect(findings).toEqual([]);
  });

  it('reads the short forms: a surface as text, running text as Markdown', () => {
    expect(pack.terms.map(({ id }) => id)).toEqual(['kiln', 'oven']);
    expect(pack.terms[0]?.surfaces).toEqual([{ text: 'Kiln' }, { text: '窑炉' }]);
    expect(pack.terms[0]?.then.zh).toEqual(['能烤，后来成了', { text: '烤炉', term: 'oven' }, '。']);
    expect(pack.terms[0]?.now.en).toEqual(['It is called ', { text: 'Oven', style: 'em' }, '.']);
    expect(pack.terms[1]?.relations).toEqual([]);
  });

  it('sorts the events and numbers the chapters', () => {
    expect(pack.events.map(({ id }) => id)).toEqual(['e2010-kiln', 'e2012-oven']);
    expect(pack.chapters.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4]);
  });
});

/** What is changed, in which file and at which words it is to be found, and what the finding says. */
interface Case {
  what: string;
  changes: Record<string, string>;
  file: string;
  at: string;
  field: string;
  message: RegExp;
  remedy: RegExp;
}

const kiln = 'terms/kiln.yaml';
const oven = 'terms/oven.yaml';
const e2010 = 'events/2010.yaml';
const e2012 = 'events/2012.yaml';

const cases: Case[] = [
  {
    what: 'an unknown term in an event',
    changes: edit(e2010, 'terms: [kiln]', 'terms: [klin]'),
    file: e2010,
    at: 'terms: [klin]',
    field: 'terms[0]',
    message: /no term “klin”/,
    remedy: /did you mean “kiln”/,
  },
  {
    what: 'a relation to nothing',
    changes: edit(kiln, 'to: oven, date', 'to: gas, date'),
    file: kiln,
    at: 'to: gas',
    field: 'relations[0].to',
    message: /“gas”, and there is none/,
    remedy: /existing term|drop the relation/,
  },
  {
    what: 'an act by a term after its end',
    changes: edit(kiln, 'ended: { date: 2012-06-01', 'ended: { date: 2011-06-01'),
    file: kiln,
    at: 'renamed-to',
    field: 'relations[0].date',
    message: /kiln acts here on 2012-06-01, after its end on 2011-06-01/,
    remedy: /mend the date, or the end of kiln/,
  },
  {
    what: 'a cause after its effect',
    changes: edit(e2010, "  chapter: '1'", "  because: [{ event: e2012-oven, how: became, source: [book] }]\n  chapter: '1'"),
    file: e2010,
    at: 'because',
    field: 'because[0].event',
    message: /e2012-oven \(2012-06-01\) is later than its effect \(2010-03\)/,
    remedy: /turn the two round/,
  },
  {
    what: 'two terms claiming the same surface',
    changes: edit(oven, '  - Oven\n', '  - Oven\n  - KILN\n'),
    file: oven,
    at: '- KILN',
    field: 'surfaces[1]',
    message: /“KILN” is claimed by kiln too/,
    remedy: /belongs to one term/,
  },
  {
    what: 'a surface that is another term’s in traditional characters',
    changes: edit(oven, '  - Oven\n', '  - Oven\n  - 窯爐\n'),
    file: oven,
    at: '- 窯爐',
    field: 'surfaces[1]',
    message: /“窯爐” is claimed by kiln too, as “窑炉”/,
    remedy: /belongs to one term/,
  },
  {
    what: 'a paragraph id in English only',
    changes: edit('chapters/2.en.md', '{#c2-b}', '{#c2-c}\nOnly here.\n\n{#c2-b}'),
    file: 'chapters/2.en.md',
    at: '{#c2-c}',
    field: 'c2-c',
    message: /this paragraph is in one language only/,
    remedy: /write it in data\/chapters\/2\.zh-CN\.md under the same id/,
  },
  {
    what: 'a paragraph id in Chinese only',
    changes: edit('chapters/2.zh-CN.md', '{#c2-b}', '{#c2-c}\n只在这里。\n\n{#c2-b}'),
    file: 'chapters/2.zh-CN.md',
    at: '{#c2-c}',
    field: 'c2-c',
    message: /this paragraph is in one language only/,
    remedy: /write it in data\/chapters\/2\.en\.md/,
  },
  {
    what: 'an editor’s note in one language only',
    changes: edit('chapters/3.zh-CN.md', '> 确有其事，见[书](https://example.com/ovens)。\n\n', ''),
    file: 'chapters/3.en.md',
    at: '{#c3-a}',
    field: 'c3-a',
    message: /this note is in one language only/,
    remedy: /data\/chapters\/3\.zh-CN\.md/,
  },
  {
    what: 'a date such as 2014-13-40',
    changes: edit(e2010, 'date: 2010-03', 'date: 2014-13-40'),
    file: e2010,
    at: 'date: 2014-13-40',
    field: 'date',
    message: /“2014-13-40” is no date/,
    remedy: /YYYY, YYYY-MM or YYYY-MM-DD/,
  },
  {
    what: 'a year without quotes',
    changes: edit(oven, "date: '2012'", 'date: 2012'),
    file: oven,
    at: 'date: 2012, en',
    field: 'then.date',
    message: /2012 is read as a number/,
    remedy: /quotes: '2012'/,
  },
  {
    what: 'a chapter number without quotes',
    changes: edit(e2010, "chapter: '1'", 'chapter: 1'),
    file: e2010,
    at: 'chapter: 1',
    field: 'chapter',
    message: /“1” is none of the choices/,
    remedy: /quotes: '1'/,
  },
  {
    what: 'a kind that does not exist',
    changes: edit(kiln, 'kind: project', 'kind: thing'),
    file: kiln,
    at: 'kind: thing',
    field: 'kind',
    message: /“thing” is none of the choices/,
    remedy: /use one of project, company, concept/,
  },
  {
    what: 'a field that is missing',
    changes: edit(oven, 'lane: ovens\n', ''),
    file: oven,
    at: 'id: oven',
    field: 'lane',
    message: /is missing/,
    remedy: /add it: one of the lanes of data\/pack\.yaml/,
  },
  {
    what: 'a field that is empty',
    changes: edit(oven, 'kind: project', 'kind:'),
    file: oven,
    at: 'kind:',
    field: 'kind',
    message: /is empty/,
    remedy: /write one of project, company/,
  },
  {
    what: 'a field that is misspelt',
    changes: edit(e2010, 'significance:', 'signifcance:'),
    file: e2010,
    at: 'signifcance',
    field: 'signifcance',
    message: /no field “signifcance” here \(did you mean “significance”\?\)/,
    remedy: /the fields here are id, date, title/,
  },
  {
    what: 'a misspelt field of a relation',
    changes: edit(kiln, 'type: renamed-to', 'typ: renamed-to'),
    file: kiln,
    at: 'typ: renamed-to',
    field: 'relations[0].typ',
    message: /no field “typ” here \(did you mean “type”\?\)/,
    remedy: /the fields here are type, to, date, event, source/,
  },
  {
    what: 'a fact without source',
    changes: edit(kiln, 'began: { date: 2010-03, source: [book] }', 'began: { date: 2010-03, source: [] }'),
    file: kiln,
    at: 'began',
    field: 'began.source',
    message: /is empty/,
    remedy: /keys of the sources that show it/,
  },
  {
    what: 'an address that is none',
    changes: edit(kiln, 'url: https://example.com/ovens', 'url: example'),
    file: kiln,
    at: 'url: example',
    field: 'sources.book.url',
    message: /“example” is no well-formed web address/,
    remedy: /https:\/\/…/,
  },
  {
    what: 'an id in capitals',
    changes: edit(e2010, 'id: e2010-kiln', 'id: E2010-Kiln'),
    file: e2010,
    at: 'E2010',
    field: 'id',
    message: /“E2010-Kiln” is no id/,
    remedy: /lower-case letters, digits and hyphens/,
  },
  {
    what: 'text where a list belongs',
    changes: edit(e2010, 'terms: [kiln]', 'terms: kiln'),
    file: e2010,
    at: 'terms: kiln',
    field: 'terms',
    message: /is “kiln”, not a list/,
    remedy: /ids of the terms/,
  },
  {
    what: 'markup in what a term was',
    changes: edit(oven, 'en: A name that sells.', 'en: A name <b>that</b> sells.'),
    file: oven,
    at: '<b>',
    field: 'then.en',
    message: /“<b>” is markup, and the product shows only text/,
    remedy: /write plain text/,
  },
  {
    what: 'a link to no address, term or event',
    changes: edit(oven, 'en: A name that sells., zh', "en: 'A name that [sells](somewhere).', zh"),
    file: oven,
    at: 'somewhere',
    field: 'then.en',
    message: /the link “sells” leads to “somewhere”: no term, no event, no web address/,
    remedy: /\[words\]\(term:id\)/,
  },
  {
    what: 'an event in the file of another year',
    changes: edit(e2010, 'date: 2010-03', 'date: 2011-03'),
    file: e2010,
    at: 'date: 2011-03',
    field: 'date',
    message: /2011-03 is of another year than the file/,
    remedy: /data\/events\/2011\.yaml/,
  },
  {
    what: 'a term in a file of another name',
    changes: edit(oven, 'id: oven', 'id: stove'),
    file: oven,
    at: 'id: stove',
    field: 'id',
    message: /the id is “stove” and the file oven\.yaml/,
    remedy: /call the file stove\.yaml/,
  },
  {
    what: 'text that is no YAML',
    changes: edit(oven, 'kind: project', 'kind: project: oven'),
    file: oven,
    at: 'project: oven',
    field: '',
    message: /this is no YAML/,
    remedy: /quotes/,
  },
  {
    what: 'an empty file',
    changes: { [oven]: '# nothing yet\n' },
    file: oven,
    at: '# nothing yet',
    field: '',
    message: /the file is empty/,
    remedy: /write the entry, or delete the file/,
  },
  {
    what: 'events that are not a list',
    changes: { [e2010]: 'id: e2010-kiln\n' },
    file: e2010,
    at: 'id: e2010-kiln',
    field: '',
    message: /not a list of events/,
    remedy: /begin each event with/,
  },
  {
    what: 'a pack without lanes',
    changes: { 'pack.yaml': 'id: ovens\ntitle: { en: Ovens, zh: 烤炉 }\n' },
    file: 'pack.yaml',
    at: 'id: ovens',
    field: 'lanes',
    message: /is missing/,
    remedy: /the lanes of the timeline/,
  },
  {
    what: 'a dead link in the Chinese of a chapter, in the Chinese file',
    changes: edit('chapters/4.zh-CN.md', 'event:e2012-oven', 'event:e2012-stove'),
    file: 'chapters/4.zh-CN.md',
    at: '{#c4-a}',
    field: 'c4-a.zh',
    message: /“改了名” leads to the event “e2012-stove”/,
    remedy: /existing event/,
  },
  {
    what: 'a note without its source',
    changes: edit('chapters/1.zh-CN.md', '[书](https://example.com/ovens)', '书'),
    file: 'chapters/1.zh-CN.md',
    at: '{#c1-a}',
    field: 'c1-a.note.zh',
    message: /without its source/,
    remedy: /link the source/,
  },
  {
    what: 'a text too long for its place',
    changes: edit(
      e2012,
      'label: { en: Oven,',
      'label: { en: Oven, and everything after,'.replace(', and', ' and').replace(' after,', ' after it,'),
    ),
    file: e2012,
    at: 'Oven and everything',
    field: 'label.en',
    message: /28 characters, and there is room for 20/,
    remedy: /shorter by 8/,
  },
];

describe('readData on bad input', () => {
  it.each(cases)('stops $what', ({ changes, file, at, field, message, remedy }) => {
    const { findings } = read(changes);
    const found = findings.find((finding) => message.test(finding.message));
    expect(found, findings.map(printFinding).join('\n')).toBeDefined();
    const { field: shown, ...rest } = found as Finding;
    expect(rest).toEqual({
      file: `data/${file}`,
      line: lineOf(changes, file, at),
      message: rest.message,
      remedy: expect.stringMatching(remedy),
    });
    expect(shown.endsWith(field), shown).toBe(true);
  });

  it.each(cases)('says every time where, what and what to do: $what', ({ changes }) => {
    for (const finding of read(changes).findings) {
      expect(finding.file).toMatch(/^data\/.+\.(yaml|md)$/);
      expect(finding.line).toBeGreaterThan(0);
      expect(finding.remedy).toMatch(/\w{3}/);
      expect(printFinding(finding)).not.toMatch(/undefined|\[object|Invalid|Expected/);
    }
  });

  it('names a missing file', () => {
    const { findings } = read({ 'chapters/2.zh-CN.md': null });
    expect(findings).toEqual([expect.objectContaining({ file: 'data/chapters/2.zh-CN.md', message: 'the file is missing' })]);
  });

  it('does not blame an event for a term that is there and broken', () => {
    const { findings } = read(edit(oven, 'kind: project', 'kind: thing'));
    expect(findings.map(({ file }) => file)).toEqual(['data/terms/oven.yaml']);
  });

  it('names every fault of an entry at once, in the order of the lines', () => {
    const { findings } = read({ [oven]: 'id: oven\nkind: thing\nlane:\nnme: {}\n' });
    const lines = findings.map(({ line }) => line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(findings.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['oven, kind', 'oven, lane', 'oven, nme', 'oven, surfaces', 'oven, sources']),
    );
  });

  it('leaves out of the pack what did not pass, and keeps the rest', () => {
    const { pack } = read(edit(e2010, 'date: 2010-03', 'date: 2014-13-40'));
    expect(pack.events.map(({ id }) => id)).toEqual(['e2012-oven']);
    expect(pack.terms).toHaveLength(2);
  });
});
