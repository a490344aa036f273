import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest';
import { type DrivenBrowser, driveBrowser } from '../../modules/start/drive-browser';
import type { LaunchOptions } from '../../modules/start/launch-browser';
import { type FolderServer, serveFolder } from '../../modules/start/serve-folder';
import { findBuild } from './find-build';

const root = join(import.meta.dirname, '../..');

export const demoFolder = join(root, 'modules/start/demo');
export const pagesFolder = join(root, 'test/fixtures/pages');

/** A browser with the extension in it and a server of pages. */
export type Stage = DrivenBrowser & { server: FolderServer };

type Options = Partial<Pick<LaunchOptions, 'language' | 'colorScheme' | 'reducedMotion'>> & {
  /** `later`: the case calls `install(findBuild(kind))` itself. */
  extension?: 'at-start' | 'later';
  serve?: Partial<Parameters<typeof serveFolder>[0]>;
};

/**
 * Runs the same cases in real Chromium and in real Firefox. The browser is fresh for the file and its tabs for each case;
 * `stage` is filled before the first case runs, so take from it inside of cases only.
 */
export function inEachBrowser(
  cases: (stage: Stage) => void,
  { extension = 'at-start', serve, language = 'en', colorScheme, reducedMotion = false }: Options = {},
): void {
  describe.each(inject('browsers'))('$kind', ({ kind, path }) => {
    const stage = {} as Stage;
    beforeAll(async () => {
      const browser = await driveBrowser({
        kind,
        path,
        headless: true,
        language,
        reducedMotion,
        ...(colorScheme && { colorScheme }),
        ...(extension === 'at-start' && { extensionDir: findBuild(kind) }),
      });
      Object.assign(stage, browser, { server: await serveFolder({ folder: demoFolder, ...serve }) });
    });
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await photograph(stage, `${kind} ${task.name}`);
      await stage.clear();
    });
    afterAll(async () => {
      await stage.close?.();
      await stage.server?.close();
    });
    cases(stage);
  });
}

/** What a failed case looked like, in `.output/test`. */
async function photograph({ browser }: Stage, name: string): Promise<void> {
  const folder = join(root, '.output/test');
  mkdirSync(folder, { recursive: true });
  const page = (await browser.pages()).at(-1);
  await page?.screenshot({ path: join(folder, `${name.replace(/[^\w]+/g, '-')}.png`) as `${string}.png` }).catch(() => {});
}
