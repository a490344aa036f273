import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineWxtModule } from 'wxt/modules';
import { escapeBeyondAscii } from './pack/escape-beyond-ascii';

/**
 * Lists `content.js` and its marks in the manifest. WXT would wrap it as a content script with a context that talks to the page
 * (see `entrypoints/content/index.ts`), so it is built as a plain script. Prints what it weighs: every frame of every page pays for it.
 */
export default defineWxtModule({
  name: 'page-script',
  setup(wxt) {
    wxt.hook('entrypoints:resolved', (_, entrypoints) => {
      for (const entrypoint of entrypoints)
        if (entrypoint.name === 'content')
          Object.assign(entrypoint, { type: 'unlisted-script', outputDir: wxt.config.outDir, options: { globalName: false } });
    });
    wxt.hook('vite:build:extendConfig', (_, config) => void (config.plugins ??= []).push(bareEntry));
    wxt.hook('build:manifestGenerated', (_, manifest) => {
      // quiet from the first moment: Firefox would open the sidebar by itself
      if (manifest.sidebar_action) Object.assign(manifest.sidebar_action, { open_at_install: false });
      // WXT takes these two from the pages' <title>, which cannot follow the browser's language
      for (const place of [manifest.action, manifest.sidebar_action]) if (place) place.default_title = '__MSG_name__';
      manifest.content_scripts = [
        {
          matches: ['<all_urls>'],
          js: ['content.js'],
          css: ['assets/marks.css'],
          all_frames: true,
          match_about_blank: true,
          match_origin_as_fallback: true,
          run_at: 'document_idle',
        } as NonNullable<typeof manifest.content_scripts>[number],
      ];
    });
    wxt.hook('build:done', () => {
      if (wxt.config.browser !== 'firefox') styleRootAlone(join(wxt.config.outDir, 'assets/marks.css'));
      for (const script of ['content.js', 'annotator.js', 'card.js']) spellInAscii(join(wxt.config.outDir, script));
      const code = readFileSync(join(wxt.config.outDir, 'content.js'));
      const zipped = gzipSync(code, { level: 9 }).length;
      wxt.logger.info(`content.js, injected into every page: ${code.length} bytes, ${zipped} gzip`);
    });
  },
});

/**
 * In Chromium highlights inherit from the root, and a rule for all elements costs each of them a computed style of its own: 440 KiB on a page
 * of 30 kB. In Firefox they do not inherit.
 */
function styleRootAlone(path: string): void {
  const css = readFileSync(path, 'utf8');
  writeFileSync(path, css.replaceAll(/(?<!:root)::highlight\(/g, ':root::highlight('));
}

/**
 * A script with one character beyond Latin-1 is kept as two bytes a character, and V8 takes a third longer to compile the annotator. All such
 * characters stand in strings and regular expressions, where an escape means the same.
 */
function spellInAscii(path: string): void {
  const code = readFileSync(path, 'utf8');
  writeFileSync(path, escapeBeyondAscii(code));
}

const entry = '\0virtual:wxt-unlisted-script-entrypoint?';

/** Starts a script without WXT's logging around it: nobody reads a page's console for us, and 300 bytes of it were in every page. */
const bareEntry = {
  name: 'little-whale:bare-entry',
  enforce: 'pre' as const,
  load: (id: string) =>
    id.startsWith(entry)
      ? `import main from ${JSON.stringify(id.slice(entry.length))};\nexport default main();`
      : id.endsWith('/define-unlisted-script.mjs')
        ? 'export const defineUnlistedScript = (main) => main;'
        : undefined,
};
