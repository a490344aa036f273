import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineWxtModule } from 'wxt/modules';

/**
 * Lists `content.js` and its marks in the manifest. WXT would wrap it as a content script with a context that talks to the page
 * (see `entrypoints/content/index.ts`), so it is built as a plain script. Prints what it weighs: every frame of every page pays for it.
 */
export default defineWxtModule({
  name: 'page-script',
  setup(wxt) {
    wxt.hook('entrypoints:resolved', (_, entrypoints) => {
      for (const entrypoint of entrypoints)
        if (entrypoint.name === 'content') Object.assign(entrypoint, { type: 'unlisted-script', outputDir: wxt.config.outDir, options: { globalName: false } });
    });
    wxt.hook('build:manifestGenerated', (_, manifest) => {
      manifest.content_scripts = [
        {
          matches: ['<all_urls>'],
          js: ['content.js'],
          css: ['assets/marks.css'],
          all_frames: true,
          match_about_blank: true,
          ...(wxt.config.browser !== 'firefox' && { match_origin_as_fallback: true }),
          run_at: 'document_idle',
        } as NonNullable<typeof manifest.content_scripts>[number],
      ];
    });
    wxt.hook('build:done', () => {
      const code = readFileSync(join(wxt.config.outDir, 'content.js'));
      const zipped = gzipSync(code, { level: 9 }).length;
      wxt.logger.info(`content.js, injected into every page: ${code.length} bytes, ${zipped} gzip`);
    });
  },
});
