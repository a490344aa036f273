import { join } from 'node:path';
import { defineWxtModule } from 'wxt/modules';
import { outlineTimeline } from '../../core/outline-timeline';
import type { Pack } from '../../core/pack-schema';
import type { SearchablePack } from '../../core/search';
import { packSenses } from '../../core/sense-table';
import { readWeights } from '../senses/read-weights';
import { compileFirstLook } from './compile-first-look';
import { compileReadings } from './compile-readings';
import { compileSurfaces } from './compile-surfaces';
import { printFinding } from './finding';
import { orderSpellings } from './order-spellings';
import { readData } from './read-data';

/**
 * Compiles `data/` at build into what each place needs of it, and stops the build on anything wrong:
 * `virtual:pack/surfaces` (injected into every page), `virtual:pack/senses` (where a term was found), `virtual:pack/first-look` (with the card), `pack.json` (the worker: everything,
 * and how the Chinese names are typed), `timeline.json` (popup and tab: what the picture shows).
 */
export default defineWxtModule({
  name: 'pack',
  setup(wxt) {
    const folder = join(wxt.config.root, 'data');
    const load = () => {
      const { pack, findings } = readData(folder);
      if (findings.length > 0)
        throw new Error(
          `data/ has ${findings.length} ${findings.length === 1 ? 'problem' : 'problems'}:\n${findings.map(printFinding).join('\n')}`,
        );
      return pack;
    };
    const modules: Record<string, () => unknown> = {
      'virtual:pack/surfaces': () => orderSpellings(compileSurfaces(load())),
      'virtual:pack/senses': () =>
        packSenses(
          readWeights(),
          load().terms.map((term) => term.id),
        ),
      'virtual:pack/first-look': () => compileFirstLook(load()),
    };
    const plugin = {
      name: 'little-whale:pack',
      resolveId: (id: string) => (id in modules ? `\0${id}` : undefined),
      load: (id: string) => {
        const make = modules[id.replace('\0', '')];
        return id.startsWith('\0') && make ? `export default ${JSON.stringify(make())}` : undefined;
      },
    };
    const addPlugin = (config: { plugins?: unknown[] | undefined }) => {
      config.plugins = [...(config.plugins ?? []), plugin];
    };
    wxt.hook('vite:build:extendConfig', (_, config) => addPlugin(config));
    wxt.hook('vite:devServer:extendConfig', (config) => addPlugin(config));
    const compile = (pack: Pack): SearchablePack => ({ ...pack, readings: compileReadings(pack) });
    wxt.hook('build:publicAssets', (_, files) => void files.push({ relativeDest: 'pack.json', contents: JSON.stringify(compile(load())) }));
    wxt.hook('build:publicAssets', (_, files) => {
      files.push({ relativeDest: 'timeline.json', contents: JSON.stringify(outlineTimeline(load())) });
    });
    wxt.hook('prepare:types', (_, entries) => void entries.push({ path: 'types/pack.d.ts', text: types, tsReference: true }));
  },
});

const types = `declare module 'virtual:pack/senses' {
  const senses: import('../../core/sense-table').PackedSenses;
  export default senses;
}
declare module 'virtual:pack/surfaces' {
  const table: import('../../core/find-terms').SurfaceTable;
  export default table;
}
declare module 'virtual:pack/first-look' {
  const looks: import('../../core/first-look').FirstLooks;
  export default looks;
}
`;
