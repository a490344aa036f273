import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import { type Chapter, chapterSchema, type Run } from '../../core/pack-schema';
import type { Finding } from './read-data';
import { readRuns } from './read-runs';

interface Written {
  head: Record<string, unknown>;
  paragraphs: { id: string; line: number; runs: Run[]; note?: Run[] }[];
}

const names = ['preface', '1', '2', '3', '4'];

/**
 * Reads `preface` and `1` to `4` in both languages. A paragraph is a line `{#id}`, its text, and perhaps a blockquote: its editor's note.
 * A paragraph or note that stands in one language only is a finding.
 */
export function readChapters({ folder, shown, findings, origins }: {
  folder: string;
  shown: (file: string) => string;
  findings: Finding[];
  origins: Map<string, { file: string; lineOf(path: readonly (string | number)[]): number }>;
}): Chapter[] {
  return names.flatMap((name, number) => {
    const files = { en: join(folder, `${name}.en.md`), zh: join(folder, `${name}.zh-CN.md`) };
    const missing = Object.values(files).filter((file) => !existsSync(file));
    for (const file of missing) findings.push({ file: shown(file), line: 1, field: '', message: 'the file is missing', remedy: 'every chapter is there in both languages' });
    if (missing.length > 0) return [];
    const en = readChapter(files.en, shown(files.en), findings);
    const zh = readChapter(files.zh, shown(files.zh), findings);
    const others = new Map(zh.paragraphs.map((paragraph) => [paragraph.id, paragraph]));
    const ids = new Set(en.paragraphs.map((paragraph) => paragraph.id));
    const oneSided = (file: string, line: number, id: string, what: string) =>
      findings.push({ file: shown(file), line, field: id, message: `this ${what} is in one language only`, remedy: 'write it in the other language under the same id' });
    for (const paragraph of zh.paragraphs) if (!ids.has(paragraph.id)) oneSided(files.zh, paragraph.line, paragraph.id, 'paragraph');
    const paragraphs = en.paragraphs.flatMap(({ id, line, runs, note }) => {
      const other = others.get(id);
      if (!other) {
        oneSided(files.en, line, id, 'paragraph');
        return [];
      }
      if (!note !== !other.note) oneSided(note ? files.en : files.zh, note ? line : other.line, id, 'note');
      return [{ id, en: runs, zh: other.runs, ...(note && other.note && { note: { en: note, zh: other.note } }) }];
    });
    const order = zh.paragraphs.map(({ id }) => id).filter((id) => ids.has(id)).join(' ');
    if (order !== paragraphs.map(({ id }) => id).join(' '))
      findings.push({ file: shown(files.zh), line: 1, field: '', message: 'the paragraphs stand in another order than in English', remedy: 'give both the same order' });
    const parsed = v.safeParse(chapterSchema, {
      number,
      title: { en: en.head['title'], zh: zh.head['title'] },
      ...(en.head['years'] !== undefined && { years: String(en.head['years']) }),
      ...(en.head['about'] !== undefined && { about: { en: en.head['about'], zh: zh.head['about'] } }),
      paragraphs,
    });
    origins.set(`chapter ${number}`, { file: shown(files.en), lineOf: ([id]) => en.paragraphs.find((paragraph) => String(id).startsWith(paragraph.id))?.line ?? 1 });
    if (parsed.success) return [parsed.output];
    for (const issue of parsed.issues) findings.push({ file: shown(files.en), line: 1, field: v.getDotPath(issue) ?? '', message: issue.message, remedy: 'mend the head or the paragraph' });
    return [];
  });
}

function readChapter(file: string, shown: string, findings: Finding[]): Written {
  const text = readFileSync(file, 'utf8');
  const [, head = '', body = text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const paragraphs: Written['paragraphs'] = [];
  let line = text.slice(0, text.length - body.length).split('\n').length;
  const say = (message: string, remedy: string) => findings.push({ file: shown, line, field: '', message, remedy });
  for (const block of body.split(/\n(?:[ \t]*\n)+/)) {
    const lead = block.length - block.replace(/^\n+/, '').length;
    line += lead;
    const content = block.trim();
    const lines = block.slice(lead).split('\n').length;
    if (content) {
      const [, id, words] = /^\{#([a-z0-9-]+)\}\s*\n([\s\S]+)$/.exec(content) ?? [];
      try {
        const last = paragraphs.at(-1);
        if (id && words) paragraphs.push({ id, line, runs: readRuns(words) });
        else if (content.startsWith('>') && last && !last.note) last.note = readRuns(content.replace(/^> ?/gm, ''));
        else say(`“${content.slice(0, 40)}…” is neither a paragraph nor its note`, 'begin a paragraph with its {#id} on a line of its own, a note with >');
      } catch (error) {
        say((error as Error).message, 'write it as plain text');
      }
    }
    line += lines + 1;
  }
  return { head: (parseYaml(head) ?? {}) as Record<string, unknown>, paragraphs };
}
