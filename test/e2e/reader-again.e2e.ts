import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { driveBrowser, type View } from '../../modules/start/drive-browser';
import { waitFor } from '../../modules/start/wait-for';
import { findBuild } from './find-build';

const state = (panel: View) =>
  panel.evaluate(() => {
    const top = document.querySelector('main')?.getBoundingClientRect().top ?? 0;
    const at = [...document.querySelectorAll('.stretch')].find((stretch) => stretch.getBoundingClientRect().bottom > top + 24);
    const { lang, dataset } = document.documentElement;
    const para = document.querySelector('.para');
    return [at?.id, lang, dataset['theme'], dataset['face'], para && getComputedStyle(para).lineHeight].join(' ');
  });

describe.each(inject('browsers'))('$kind', ({ kind, path }) => {
  it('comes back to place, language and type when the browser is opened again', async () => {
    const profileDir = mkdtempSync(join(tmpdir(), 'profile-'));
    const launch = () => driveBrowser({ kind, path, headless: true, language: 'en', extensionDir: findBuild(kind), profileDir });
    const expected = 'c4-sockets zh-Hans sepia sans 30px';
    try {
      const first = await launch();
      try {
        const panel = await first.openSidePanel();
        await panel.click('.toc li:nth-child(5) button');
        await panel.click('header .segments button:first-child');
        await panel.click('.aa');
        await panel.click('.type-panel fieldset:first-child button:last-child');
        await panel.click('.type-panel .sans');
        await panel.click('.type-panel .ground.sepia');
        await panel.evaluate(() => document.getElementById('c4-sockets')?.scrollIntoView({ block: 'start' }));
        await waitFor(async () => (await state(panel)) === expected, { what: 'the chapter as the reader set it' });
        const isKept = () =>
          first.inWorker(async () => {
            const { reading, 'reader-look': look } = await chrome.storage.local.get(['reading', 'reader-look']);
            const { settings } = await chrome.storage.sync.get('settings');
            return ['c4-sockets', 'sepia', '17', 'zh-CN'].every((word) => JSON.stringify([reading, look, settings]).includes(word));
          });
        await waitFor(isKept, { what: 'all of it to be kept' });
      } finally {
        await first.close();
      }
      const second = await launch();
      try {
        const panel = await second.openSidePanel();
        await waitFor(async () => (await state(panel)) === expected, { what: 'the same again' });
        expect(await state(panel)).toBe(expected);
      } finally {
        await second.close();
      }
    } finally {
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
