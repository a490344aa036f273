import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { findImports } from './find-imports';

export interface SourceFile {
  /** from the root of the project, with `/` */
  path: string;
  text: string;
}

interface Row {
  folders: readonly string[];
  packages: readonly RegExp[];
  /** what the folder must not say in its own code, whatever it imports */
  bans?: { pattern: RegExp; why: string };
}

const corePackages = [/^fuse\.js$/, /^valibot$/];
const viewPackages = [/^preact(\/|$)/, /^@preact\/signals$/, /^d3-/, /^@floating-ui\//];
const browserPackages = [/^wxt\/utils\//, /^wxt\/browser$/, /^@webext-core\/messaging$/, /^webextension-polyfill$/];

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};
/** What is there for building only is known by its place in package.json. */
const buildPackages = Object.keys(manifest.devDependencies).map((name) => new RegExp(`^${name}(/|$)`));

/** Who may import what: the walls of the house. A folder that is not named here may import nothing and be imported by none. */
const house: Readonly<Record<string, Row>> = {
  core: {
    folders: ['core'],
    packages: corePackages,
    bans: {
      pattern: /\b(document|window|chrome|browser|performance)\.|\bDate\.now\(|\bnew Date\(\)|\bfetch\(|\bset(Timeout|Interval)\(/,
      why: 'core is pure: take it as an argument',
    },
  },
  components: {
    folders: ['core', 'components', 'assets'],
    packages: viewPackages,
    bans: { pattern: /\b(chrome|browser)\./, why: 'ask for it as a prop or a transport' },
  },
  platform: {
    folders: ['core', 'platform'],
    packages: browserPackages,
    bans: { pattern: /\bdocument\./, why: 'the page belongs to entrypoints' },
  },
  entrypoints: {
    folders: ['data', 'core', 'components', 'platform', 'assets', 'entrypoints'],
    packages: [...corePackages, ...viewPackages, ...browserPackages, /^virtual:pack\//],
  },
  modules: { folders: ['core', 'data', 'modules'], packages: [/^node:/, /^wxt(\/|$)/, /^valibot$/, ...buildPackages] },
  test: { folders: ['data', 'core', 'components', 'platform', 'assets', 'entrypoints', 'modules', 'test'], packages: [/./] },
};

/** Every import that the table does not allow, and every word that a folder must not say, with its remedy. */
export function findBreaches(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => [...checkName(file), ...checkImports(file), ...checkWords(file)]);
}

function checkImports({ path, text }: SourceFile): string[] {
  const folder = folderOf(path);
  const row = house[folder];
  if (!row) return [`${path}: “${folder}” is no folder of the house → put it in one of ${Object.keys(house).join(', ')}`];
  return findImports(text).flatMap(({ from }) => {
    if (!from.startsWith('.'))
      return row.packages.some((pattern) => pattern.test(from))
        ? []
        : [`${path}: ${folder}/ may not import “${from}” → pass in what it is needed for, or move the code to where it may be imported`];
    const target = posix.join(posix.dirname(path), from);
    if (!row.folders.includes(folderOf(target)))
      return [
        `${path}: ${folder}/ may not import ${folderOf(target)}/ (${from}) → pass it in, or move what both need to ${folder === 'core' ? 'core/' : row.folders.join('/ or ')}`,
      ];
    const isOther =
      folder === 'entrypoints' && folderOf(target) === 'entrypoints' && placeOf(target) !== placeOf(path) && !loneSheet.test(target);
    return isOther
      ? [`${path}: imports the entrypoint “${placeOf(target)}” (${from}) → what two places need goes to components/, platform/ or core/`]
      : [];
  });
}

/** A stylesheet that stands alone in entrypoints/ is one for WXT only: it has no folder, and what it says is needed in shadow roots too. */
const loneSheet = /^entrypoints\/[^/]+\.css(\?|$)/;

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|e2e|bench|eval|d))?\.tsx?$/;
const pascal = /^([A-Z][a-z0-9]*)+(\.test)?\.tsx$/;

function checkName({ path, text }: SourceFile): string[] {
  const name = posix.basename(path);
  const breaches: string[] = [];
  if (/(^|\/)(utils?|helpers?|common|shared|misc)(\/|\.tsx?$)/.test(path))
    breaches.push(`${path}: says nothing of what is in it → name it after its idea, a verb and a noun`);
  if (!kebab.test(name) && !pascal.test(name)) breaches.push(`${path}: neither kebab-case.ts nor Component.tsx → rename it`);
  const component = /^([A-Z]\w*)\.tsx$/.exec(name)?.[1];
  if (component && !new RegExp(`export (function|const) ${component}\\b`).test(text))
    breaches.push(`${path}: exports no “${component}” → name the file like its component`);
  return breaches;
}

const markup =
  /\.(inner|outer)HTML\s*\+?=(?!=)|dangerouslySetInnerHTML|\binsertAdjacentHTML\(|\bdocument\.write\(|\beval\(|\bnew Function\b/;
const product = ['core', 'components', 'platform', 'entrypoints'];

function checkWords({ path, text }: SourceFile): string[] {
  const folder = folderOf(path);
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*/g, '');
  const breaches: string[] = [];
  const unsafe = product.includes(folder) ? markup.exec(code)?.[0] : undefined;
  if (unsafe) breaches.push(`${path}: “${unsafe}” makes code or markup out of text → build nodes, or let Preact`);
  const bans = house[folder]?.bans;
  const said = bans?.pattern.exec(code)?.[0];
  if (bans && said) breaches.push(`${path}: ${folder}/ must not touch “${said}” → ${bans.why}`);
  return breaches;
}

/** The packages that come along with a file, through all that it imports and that is not only a type. */
export function findPackages(files: readonly SourceFile[], start: string): string[] {
  const byPath = new Map(files.map((file) => [file.path, file.text]));
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (path: string) => {
    const text = byPath.get(path);
    if (text === undefined || seen.has(path)) return;
    seen.add(path);
    for (const { from, isType } of findImports(text)) {
      if (isType) continue;
      if (!from.startsWith('.')) packages.add(from);
      else for (const ending of ['', '.ts', '.tsx']) visit(posix.join(posix.dirname(path), from) + ending);
    }
  };
  visit(start);
  return [...packages].sort();
}

function folderOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** The place of an entrypoint: `popup` of `entrypoints/popup/model.ts`. */
function placeOf(path: string): string {
  return path.split('/')[1] ?? '';
}
