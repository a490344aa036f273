import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderArticle } from './build-page';

const root = join(import.meta.dirname, '../..');
const demo = join(root, 'modules/start/demo');
const fromPackages = 8;

/** Pages as people meet them, by name: read-mes of this project's packages from the shortest to the longest, in a site's frame, and the demo. */
export function buildOrdinaryPages(): Record<string, string> {
  const readMes = listReadMes().sort((a, b) => a.text.length - b.text.length);
  const pages = Object.fromEntries(
    Array.from({ length: fromPackages }, (_, n) => readMes[Math.round((n * (readMes.length - 1)) / (fromPackages - 1))] as ReadMe).map(
      ({ name, text }) => [name.replace(/\W+/g, '-').replace(/^-/, ''), frameArticle(name, renderArticle(text))],
    ),
  );
  const css = readFileSync(join(demo, 'demo.css'), 'utf8');
  for (const [name, file] of [
    ['demo', 'index.html'],
    ['demo-zh', 'zh.html'],
  ] as const)
    pages[name] = readFileSync(join(demo, file), 'utf8').replace(/<link rel="stylesheet"[^>]*>/, `<style>${css}</style>`);
  return pages;
}

interface ReadMe {
  name: string;
  text: string;
}

function listReadMes(): ReadMe[] {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.keys({ ...dependencies, ...devDependencies }).flatMap((name) => {
    const folder = join(root, 'node_modules', name);
    const file = readdirSync(folder).find((entry) => /^readme\.md$/i.test(entry));
    return file ? [{ name, text: readFileSync(join(folder, file), 'utf8') }] : [];
  });
}

const css = `body { margin: 0; font: 16px/1.5 sans-serif } header, footer { background: #234; color: #fff; padding: 12px }
.page { display: grid; grid-template-columns: 220px 1fr 300px; gap: 24px } pre { background: #f4f4f4; overflow: auto } iframe { width: 300px; height: 250px; border: 0 }`;

/** What stands around an article on a site: links above and beside it, and two frames without text as advertisements are. */
function frameArticle(title: string, article: string): string {
  const links = Array.from({ length: 30 }, (_, n) => `<li><a href="#${n}">Chapter ${n + 1} of the handbook</a></li>`).join('');
  const frame = '<iframe srcdoc="<!doctype html><body style=background:#eee></body>"></iframe>';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>${css}</style>
<header><nav><a href="#a">Home</a> <a href="#b">Documentation</a> <a href="#c">Community</a></nav></header>
<div class="page"><aside><ul>${links}</ul></aside><main><article>${article}</article></main><aside>${frame}${frame}</aside></div>
<footer><p>Written by many hands.</p></footer></html>`;
}
