import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Row, spell } from '../row';

/** What every frame of every page is given. */
export const scriptSize: Row = {
  name: 'script-size',
  what: 'always-injected script, every term in it',
  aim: '≤ 8 kB gzip',
  run: async ({ extensionDir }) => {
    const sizeOf = (file: string) => {
      const code = readFileSync(join(extensionDir, file));
      return `${spell(gzipSync(code, { level: 9 }).length / 1000, 'kB')} gzip, ${spell(code.length / 1000, 'kB')} plain`;
    };
    return { here: sizeOf('content.js'), spread: '', yardsticks: `where terms are found: annotator ${sizeOf('annotator.js')}` };
  },
};
