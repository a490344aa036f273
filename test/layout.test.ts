import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBreaches, findPackages, type SourceFile } from './find-breaches';
import { findImports } from './find-imports';

const root = join(import.meta.dirname, '..');
const folders = ['core', 'components', 'platform', 'entrypoints', 'modules', 'test'];

const files: SourceFile[] = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ path: `${folder}/${name.replaceAll('\\', '/')}`, text: readFileSync(join(root, folder, name), 'utf8') })),
);

describe('the house', () => {
  it('is read whole', () => {
    for (const folder of folders) expect(files.filter(({ path }) => path.startsWith(`${folder}/`)).length, folder).toBeGreaterThan(3);
    expect(files.flatMap(({ text }) => findImports(text)).length).toBeGreaterThan(files.length);
  });

  it('keeps its walls, its names and its words', () => {
    expect(findBreaches(files)).toEqual([]);
  });

  it('brings no package into every page', () => {
    expect(findPackages(files, 'entrypoints/content/index.ts')).toEqual(['virtual:pack/surfaces', 'wxt/utils/define-unlisted-script']);
  });

  it.each(['entrypoints/content/index.ts', 'entrypoints/annotator/index.ts', 'entrypoints/card/index.ts'])(
    'puts neither the polyfill nor the search into a page by %s',
    (path) => {
      const packages = findPackages(files, path);
      expect(packages).toContain('wxt/utils/define-unlisted-script');
      expect(packages.filter((name) => /^(webextension-polyfill|fuse\.js)$/.test(name))).toEqual([]);
    },
  );
});

describe('a breach is seen', () => {
  const from = (path: string, ...imports: string[]) => ({ path, text: imports.map((name) => `import { x } from '${name}';`).join('\n') });

  it.each([
    ['core is pure', from('core/find-x.ts', 'preact')],
    ['core knows no browser', from('core/find-x.ts', 'wxt/utils/storage')],
    ['core knows no Node', from('core/find-x.ts', 'node:fs')],
    ['core knows no platform', from('core/find-x.ts', '../platform/messages')],
    ['core, from deeper down', from('core/strings/en.ts', '../../components/Icon')],
    ['components know no platform', from('components/Card.tsx', '../platform/messages')],
    ['components know no data', from('components/Card.tsx', '../data/pack.yaml')],
    ['components know no place', from('components/Card.tsx', '../entrypoints/popup/model')],
    ['components search nothing', from('components/Card.tsx', 'fuse.js')],
    ['the pack is passed in', from('components/Card.tsx', 'virtual:pack/surfaces')],
    ['platform draws nothing', from('platform/ask-x.ts', 'preact')],
    ['platform knows no component', from('platform/ask-x.ts', '../components/Icon')],
    ['one place, another place', from('entrypoints/popup/model.ts', '../sidepanel/model')],
    ['one place, another place’s style', from('entrypoints/popup/main.tsx', '../sidepanel/sidepanel.css')],
    ['places know no build', from('entrypoints/popup/model.ts', '../../modules/pack/read-data')],
    ['places know no test', from('entrypoints/popup/model.ts', '../../test/fixtures/small-pack')],
    ['places know no Node', from('entrypoints/popup/model.ts', 'node:path')],
    ['the build knows no component', from('modules/pack/compile-x.ts', '../../components/Icon')],
    ['the build knows no Preact', from('modules/pack/compile-x.ts', 'preact')],
    ['the build knows only what package.json lists for it', from('modules/pack/compile-x.ts', 'yaml-lint')],
    ['a package that nobody knows', from('core/find-x.ts', 'lodash')],
  ])('import: %s', (_, file) => {
    const breaches = findBreaches([{ ...file, text: `${file.text}\nexport function Card() {}` }]);
    expect(breaches).toHaveLength(1);
    expect(breaches[0]).toMatch(new RegExp(`^${file.path}: .+ → .+`));
  });

  it.each([
    "import x from 'preact';",
    "import * as x from 'preact';",
    'import type { X } from "preact";',
    "import 'preact';",
    "export { x } from 'preact';",
    "export * from 'preact';",
    "import {\n  x,\n  y,\n} from 'preact';",
    "const x = await import('preact');",
    "type X = import('preact').X;",
    "const x = require('preact');",
  ])('however it is written: %s', (text) => {
    expect(findBreaches([{ path: 'core/find-x.ts', text }])).toHaveLength(1);
  });

  it.each([
    [
      'entrypoints/popup/main.tsx',
      "import { x } from './model';\nimport '../../assets/tokens.css';\nimport table from 'virtual:pack/surfaces';\nimport { y } from '../../platform/messages';",
    ],
    [
      'components/Icon.tsx',
      "import style from '../assets/card.css?inline';\nimport { useRef } from 'preact/hooks';\nexport function Icon() {}",
    ],
    ['entrypoints/annotator/adopt-styles.ts', "import rules from '../marks.css?inline';"],
    [
      'modules/pack/index.ts',
      "import { join } from 'node:path';\nimport { x } from '../../core/dates';\nimport { defineWxtModule } from 'wxt/modules';",
    ],
    [
      'core/find-x.ts',
      "// the clock is passed in: Date.now() or performance.now() of the caller\nexport const x = 'https://example.com/';",
    ],
  ])('and what is allowed is not one: %s', (path, text) => {
    expect(findBreaches([{ path, text }])).toEqual([]);
  });

  it.each([
    'core/utils/find-x.ts',
    'entrypoints/popup/utils.ts',
    'components/helpers/draw-x.ts',
    'core/findX.ts',
    'core/FindX.ts',
    'core/find_x.ts',
    'components/card-View.tsx',
    'elsewhere/find-x.ts',
  ])('name: %s', (path) => {
    expect(findBreaches([{ path, text: '' }])).toHaveLength(1);
  });

  it('a component’s file is named like it', () => {
    expect(findBreaches([{ path: 'components/Card.tsx', text: 'export function Cards() {}' }])).toHaveLength(1);
    expect(findBreaches([{ path: 'components/Card.tsx', text: 'export function Card() {}' }])).toEqual([]);
  });

  it.each([
    ['entrypoints/card/draw.ts', 'node.innerHTML = text;'],
    ['components/draw-x.ts', 'node.innerHTML += text;'],
    ['components/draw-x.tsx', '<p dangerouslySetInnerHTML={{ __html: text }} />'],
    ['components/draw-x.ts', "node.insertAdjacentHTML('beforeend', text);"],
    ['platform/run-x.ts', 'eval(text);'],
    ['entrypoints/background/run.ts', 'return new Function(text);'],
    ['core/find-x.ts', 'const now = Date.now();'],
    ['core/find-x.ts', 'const today = new Date();'],
    ['core/find-x.ts', 'await fetch(url);'],
    ['core/find-x.ts', "document.querySelector('p');"],
    ['components/draw-x.ts', 'chrome.runtime.id;'],
    ['platform/ask-x.ts', 'document.title;'],
  ])('words: in %s, %s', (path, text) => {
    expect(findBreaches([{ path, text }])).toHaveLength(1);
  });

  it('a package is followed through what a file imports, but not through types', () => {
    const house = [
      { path: 'core/a.ts', text: "import { b } from './b';\nimport type { C } from './c';" },
      { path: 'core/b.ts', text: "import './D';\nexport type D = import('./c').C;" },
      { path: 'core/c.ts', text: "import 'valibot';" },
      { path: 'core/D.tsx', text: "import 'fuse.js';\nimport './a';" },
    ];
    expect(findPackages(house, 'core/a.ts')).toEqual(['fuse.js']);
  });
});
