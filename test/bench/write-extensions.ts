import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileRegExp, surfaceTable } from './surfaces';

/** What runs in the page: nothing, our extension, or a yardstick. */
export type Variant = 'none' | 'ours' | 'empty' | 'walk' | 'mark.js' | 'observer' | 'least';

interface VariantScript {
  extension: 'ours' | 'yardsticks';
  files: { js: string[]; css: string[] };
}

const yardstick = (...js: string[]): VariantScript => ({ extension: 'yardsticks', files: { js, css: [] } });

/** The scripts of each variant. */
export type VariantScripts = Record<Exclude<Variant, 'none'>, VariantScript> & { none: undefined };

/** Writes a copy of our extension and one that holds all yardsticks into a folder. */
export function writeExtensions({ extensionDir, folder }: { extensionDir: string; folder: string }): VariantScripts {
  const ours = writeSilentCopy(extensionDir, join(folder, 'ours'));
  writeYardsticks(join(folder, 'yardsticks'));
  return {
    none: undefined,
    ours: { extension: 'ours', files: ours },
    empty: yardstick('empty.js'),
    walk: yardstick('walk.js'),
    observer: yardstick('observer.js'),
    least: { extension: 'yardsticks', files: { js: ['least.js'], css: ['least.css'] } },
    'mark.js': yardstick('mark.js', 'run-mark.js'),
  };
}

/** A copy, so that a build in between does no harm, without the content scripts of its manifest: they are returned. */
function writeSilentCopy(from: string, to: string): VariantScript['files'] {
  cpSync(from, to, { recursive: true });
  const path = join(to, 'manifest.json');
  const { content_scripts: scripts, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(manifest));
  return { js: scripts[0].js, css: scripts[0].css ?? [] };
}

function writeYardsticks(folder: string): void {
  const manifest = {
    manifest_version: 3,
    name: 'Yardsticks',
    version: '1',
    permissions: ['scripting'],
    host_permissions: ['<all_urls>'],
    background: { service_worker: 'worker.js' },
  };
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'worker.js': '0;',
    'empty.js': '0;',
    'walk.js': `(${walk})();`,
    'observer.js': `(${observe})();`,
    'least.js': `(${annotateLeast})();`,
    'least.css':
      ':root::highlight(line) { text-decoration: underline solid 1.5px teal } :root::highlight(tint) { background: rgb(10 122 120 / .13) }',
    'mark.js': readFileSync(createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js')),
    'run-mark.js': `new Mark(document.body).markRegExp(${compileRegExp(surfaceTable())});`,
  };
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

// These three run in a page.

/** The floor: nobody can find anything in a text without touching it. */
function walk(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) length += (node as Text).data.length;
  Object.assign(globalThis, { length });
}

function observe(): void {
  new MutationObserver(() => {}).observe(document, { childList: true, characterData: true, subtree: true });
}

/**
 * The least that is an annotator: eleven words instead of some 300 spellings and their senses, the first mention of each drawn once,
 * changes heard and not read. A tint on large pages, as ours.
 */
function annotateLeast(): void {
  requestIdleCallback(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const met = new Set<string>();
    const highlight = new Highlight();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const name = node.parentElement?.localName;
      if (name === 'script' || name === 'style') continue;
      for (const { 0: word, index } of (node as Text).data.matchAll(
        /\b(?:Docker|Kubernetes|Podman|CNCF|Linux|Google|Heroku|CoreOS|Node\.js|GitHub)\b|容器/g,
      )) {
        if (met.has(word)) continue;
        met.add(word);
        highlight.add(new StaticRange({ startContainer: node, startOffset: index, endContainer: node, endOffset: index + word.length }));
      }
    }
    if (met.size > 0) CSS.highlights.set(document.getElementsByTagName('*')[6000] ? 'tint' : 'line', highlight);
    new MutationObserver(() => {}).observe(document, { childList: true, characterData: true, subtree: true });
  });
}
