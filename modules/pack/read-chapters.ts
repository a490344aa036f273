import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Chapter, chapterSchema, type Run } from '../../core/pack-schema';
import { explainIssue, pathOf } from './explain-issue';
import { chapterNotes } from './field-notes';
import type { Reading } from './finding';
import { readChapter, type WrittenChapter } from './read-chapter';

const names = ['preface', '1', '2', '3', '4'];

/** What a finding says of a paragraph or a note that stands in one language only: `check:data` counts these. */
export const oneSided = 'is in one language only';

/** Both languages of a chapter, and how findings name their files. */
interface Pair {
  en: WrittenChapter;
  zh: WrittenChapter;
}

/** Reads `preface` and `1` to `4` in both languages. A paragraph or note that stands in one language only is a finding. */
export function readChapters(reading: Reading): Chapter[] {
  return names.flatMap((name, number) => {
    const pair = readPair(name, reading);
    if (!pair) return [];
    const paragraphs = joinParagraphs(pair, reading);
    const { en, zh } = pair;
    const value = {
      number,
      title: { en: en.head.title, zh: zh.head.title },
      ...(en.head.years !== undefined && { years: String(en.head.years) }),
      ...(en.head.about !== undefined && { about: { en: en.head.about, zh: zh.head.about } }),
      paragraphs,
    };
    reading.origins.set(`chapter ${number}`, { placeOf: (path) => placeIn(pair, path) });
    const parsed = v.safeParse(chapterSchema, value);
    if (parsed.success) return [parsed.output];
    for (const issue of parsed.issues) {
      const path = pathOf(issue);
      const id = path[0] === 'paragraphs' && typeof path[1] === 'number' ? paragraphs[path[1]]?.id : undefined;
      const steps = id === undefined ? path : [id, ...path.slice(2)];
      reading.findings.push({
        ...placeIn(pair, steps),
        field: steps.filter((step) => typeof step === 'string').join('.'),
        ...explainIssue(issue, chapterSchema, chapterNotes),
      });
    }
    return [];
  });
}

function readPair(name: string, { folder, findings, shown }: Reading): Pair | undefined {
  const files = { en: join(folder, 'chapters', `${name}.en.md`), zh: join(folder, 'chapters', `${name}.zh-CN.md`) };
  const missing = Object.values(files).filter((file) => !existsSync(file));
  for (const file of missing)
    findings.push({
      file: shown(file),
      line: 1,
      field: '',
      message: 'the file is missing',
      remedy: 'put it back: every chapter is there in both languages',
    });
  if (missing.length > 0) return undefined;
  return { en: readChapter(files.en, shown(files.en), findings), zh: readChapter(files.zh, shown(files.zh), findings) };
}

function joinParagraphs({ en, zh }: Pair, { findings }: Reading): { id: string; en: Run[]; zh: Run[]; note?: { en: Run[]; zh: Run[] } }[] {
  const inBoth = new Set(en.paragraphs.map(({ id }) => id).filter((id) => zh.paragraphs.some((paragraph) => paragraph.id === id)));
  const reportOneSided = ({ file, line, id, what, lacking }: { file: string; line: number; id: string; what: string; lacking: string }) =>
    findings.push({
      file,
      line,
      field: id,
      message: `this ${what} ${oneSided}`,
      remedy: `write it in ${lacking} under the same id, or drop it here`,
    });
  for (const [here, there] of [
    [en, zh],
    [zh, en],
  ] as const)
    for (const { id, line } of here.paragraphs)
      if (!inBoth.has(id)) reportOneSided({ file: here.file, line, id, what: 'paragraph', lacking: there.file });
  const order = (chapter: WrittenChapter) => chapter.paragraphs.filter(({ id }) => inBoth.has(id));
  const stray = order(zh).find(({ id }, n) => id !== order(en)[n]?.id);
  if (stray)
    findings.push({
      file: zh.file,
      line: stray.line,
      field: stray.id,
      message: 'the paragraphs stand in another order than in English',
      remedy: `give both files the same order: here ${en.file} has ${order(en)[order(zh).indexOf(stray)]?.id}`,
    });
  return order(en).map(({ id, line, runs, note }) => {
    const other = zh.paragraphs.find((paragraph) => paragraph.id === id) as WrittenChapter['paragraphs'][number];
    if (note && !other.note) reportOneSided({ file: en.file, line, id, what: 'note', lacking: zh.file });
    if (!note && other.note) reportOneSided({ file: zh.file, line: other.line, id, what: 'note', lacking: en.file });
    return { id, en: runs, zh: other.runs, ...(note && other.note && { note: { en: note, zh: other.note } }) };
  });
}

/** `['c3-swarm', 'zh']` is the line of that paragraph in the Chinese file; a path without a language is in the English one. */
function placeIn({ en, zh }: Pair, path: readonly (string | number)[]): { file: string; line: number } {
  const chapter = path.includes('zh') ? zh : en;
  return { file: chapter.file, line: chapter.paragraphs.find(({ id }) => id === path[0])?.line ?? 1 };
}
