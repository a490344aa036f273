import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import type { Run } from '../../core/pack-schema';
import type { Finding } from './finding';
import { howToWrite, readRuns } from './read-runs';

/** One language of a chapter, as it is written. */
export interface WrittenChapter {
  file: string;
  head: Record<string, unknown>;
  paragraphs: { id: string; line: number; runs: Run[]; note?: Run[] }[];
}

/**
 * Reads one chapter file: a head between two lines `---`, then paragraphs parted by empty lines. A paragraph is a line `{#id}` and its
 * text; a blockquote after it is its editor's note. Whatever else stands there is a finding with its line.
 */
export function readChapter(file: string, shown: string, findings: Finding[]): WrittenChapter {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const [, head, body = text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const paragraphs: WrittenChapter['paragraphs'] = [];
  const bodyLine = text.slice(0, text.length - body.length).split('\n').length;
  for (const { content, line } of blocksOf(body, bodyLine)) {
    const say = (message: string, remedy: string) => void findings.push({ file: shown, line, field: '', message, remedy });
    const [, id, words] = /^\{#([a-z0-9-]+)\}[ \t]*\n([\s\S]+)$/.exec(content) ?? [];
    const last = paragraphs.at(-1);
    try {
      if (id && words) {
        if (paragraphs.some((paragraph) => paragraph.id === id))
          say(`there are two paragraphs called “${id}”`, 'give one of them another id');
        paragraphs.push({ id, line, runs: readRuns(words) });
      } else if (content.startsWith('>') && last && !last.note) last.note = readRuns(content.replace(/^> ?/gm, ''));
      else if (content.startsWith('>'))
        say('this note belongs to no paragraph, or is its second', 'put it right after its paragraph, one note to each');
      else
        say(
          `“${content.slice(0, 40)}…” has no id`,
          'begin a paragraph with its id on a line of its own, as in {#c1-mood}; a note begins with >',
        );
    } catch (error) {
      say((error as Error).message, howToWrite);
    }
  }
  return { file: shown, head: readHead(head, shown, findings), paragraphs };
}

function readHead(head: string | undefined, shown: string, findings: Finding[]): Record<string, unknown> {
  try {
    const value: unknown = parseYaml(head ?? '');
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // said below: a broken head and a missing one are mended alike
  }
  findings.push({
    file: shown,
    line: 1,
    field: '',
    message: 'the chapter has no head',
    remedy: 'begin the file with ---, title: …, years: …, about: …, ---',
  });
  return {};
}

/** The parts between empty lines, with the line in the file on which each begins. */
function blocksOf(body: string, firstLine: number): { content: string; line: number }[] {
  const blocks: { content: string; line: number }[] = [];
  let inBlock = false;
  body.split('\n').forEach((text, n) => {
    if (text.trim() === '') inBlock = false;
    else if (inBlock) (blocks.at(-1) as { content: string }).content += `\n${text}`;
    else {
      blocks.push({ content: text, line: firstLine + n });
      inBlock = true;
    }
  });
  return blocks;
}
