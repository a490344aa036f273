/**
 * Makes the texts that `unrelated-pages.json` lists: downloads each Debian package
 * with `apt-get download`, takes the listed file out of it and reduces it to its
 * visible words. Needs apt-get and dpkg-deb; everything stays in the cache folder.
 *
 *   tsx test/eval/fetch-unrelated-pages.ts [cache folder]
 *
 * Writes `<cache>/unrelated-pages.jsonl`: { id, source, lang, subject, text } a line.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

interface Entry {
  id: string;
  package: string;
  /** path inside the package, without the leading slash */
  file: string;
  lang: 'en' | 'zh';
  subject: string;
}

const longest = 60_000;
const shortest = 2_000;

const entities: Record<string, string> = {
  amp: '&',
  apos: "'",
  gt: '>',
  hellip: '…',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  rdquo: '”',
  rsquo: '’',
};

function decode(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&([a-z]+);/gi, (whole, name: string) => entities[name] ?? whole);
}

/** HTML to its visible words, one block a line. */
function readHtml(html: string): string {
  const visible = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|head|nav|svg|math)\b[\s\S]*?<\/\1\s*>/gi, '\n')
    .replace(
      /<\/?(?:p|div|li|ul|ol|dl|dt|dd|h[1-6]|tr|td|th|table|section|article|blockquote|br|hr|pre|title|item|note|list)\b[^>]*>/gi,
      '\n',
    )
    .replace(/<[^>]*>/g, '');
  return decode(visible);
}

/** Manual page source to its words. */
function readManPage(source: string): string {
  return source
    .replace(/^[.']\\".*$/gm, '')
    .replace(/^\.(?:nf[\s\S]*?^\.fi|S[HS]|PP|TP|IP|P|LP|sp).*$/gm, '')
    .replace(/^[.'][A-Za-z]+ ?/gm, '')
    .replace(/\\f(?:[A-Z]|\(..)/g, '')
    .replace(/\\-/g, '-')
    .replace(/\\[&e|^]/g, '');
}

function readText(file: string, raw: Buffer): string {
  const source = (file.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8');
  const name = file.replace(/\.gz$/, '');
  const words = /\.(?:html?|page)$/.test(name) ? readHtml(source) : name.startsWith('usr/share/man/') ? readManPage(source) : source;
  const tidy = words
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
  if (tidy.length <= longest) return tidy;
  const cut = tidy.lastIndexOf('\n', longest);
  return tidy.slice(0, cut > shortest ? cut : longest);
}

function findPackage(folder: string, name: string): string | undefined {
  const found = readdirSync(folder).find((file) => file.startsWith(`${name}_`) && file.endsWith('.deb'));
  return found && join(folder, found);
}

function takeFile(archive: string, file: string): Buffer {
  const tar = execFileSync('dpkg-deb', ['--fsys-tarfile', archive], { maxBuffer: 2 ** 30 });
  return execFileSync('tar', ['-xOf', '-', `./${file}`], { input: tar, maxBuffer: 2 ** 28 });
}

const cache = resolve(process.argv[2] ?? join(tmpdir(), 'little-whale-unrelated-pages'));
const entries = JSON.parse(readFileSync(new URL('unrelated-pages.json', import.meta.url), 'utf8')) as Entry[];
mkdirSync(cache, { recursive: true });

const lines: string[] = [];
const missing: string[] = [];
for (const entry of entries) {
  const text = join(cache, `${entry.id}.txt`);
  if (!existsSync(text)) {
    try {
      if (!findPackage(cache, entry.package)) execFileSync('apt-get', ['download', entry.package], { cwd: cache, stdio: 'ignore' });
      const archive = findPackage(cache, entry.package);
      if (!archive) throw new Error('no package file');
      writeFileSync(text, readText(entry.file, takeFile(archive, entry.file)));
    } catch (error) {
      rmSync(text, { force: true });
      missing.push(`${entry.id} ${entry.package} ${entry.file}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      continue;
    }
  }
  const content = readFileSync(text, 'utf8');
  if (content.length < shortest) missing.push(`${entry.id} ${entry.package} ${entry.file}: only ${content.length} characters`);
  else
    lines.push(
      JSON.stringify({
        id: entry.id,
        source: `debian ${entry.package} :: ${entry.file}`,
        lang: entry.lang,
        subject: entry.subject,
        text: content,
      }),
    );
}
writeFileSync(join(cache, 'unrelated-pages.jsonl'), `${lines.join('\n')}\n`);
for (const line of missing) console.error(line);
console.log(`${lines.length} of ${entries.length} pages in ${join(cache, 'unrelated-pages.jsonl')}`);
if (missing.length > 0) process.exitCode = 1;
