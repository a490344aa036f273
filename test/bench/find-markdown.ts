import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const packages = join(import.meta.dirname, '../../node_modules');

/** The Markdown files of the installed packages, in the order of their paths. */
export function findMarkdown(folder = packages): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name.startsWith('.') ? [] : findMarkdown(path);
      return entry.isFile() && /\.md$/i.test(entry.name) ? [path] : [];
    });
}
