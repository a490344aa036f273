import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { Mentions } from '../../core/read-marking';
import { findBrowsers } from '../../modules/start/find-browser';
import { launchChromium } from '../../modules/start/launch-browser';
import { serveFolder } from '../../modules/start/serve-folder';
import { waitFor } from '../../modules/start/wait-for';
import { createMeter, type Meter } from './meter';
import { type Variant, writeExtensions } from './write-extensions';

interface Tab {
  page: Page;
  meter: Meter;
  close(): Promise<void>;
}

/** One browser that holds our extension and the yardsticks, all of them silent until one is called in. */
export interface Stage {
  browser: Browser;
  /** Lets the server answer a path with a page; returns its address. */
  serve(path: string, html: string): string;
  /** The variant whose content script runs in each frame of the pages opened from now on, as if its manifest said so. */
  use(variant: Variant): Promise<void>;
  /** Gives the pages opened from now on only the marks' style sheet: one that comes later costs a restyling, a manifest's does not. */
  useStyles(): Promise<void>;
  /** Puts the variant's content script into the page in front, after its load, so that the load is not measured with it. */
  inject(variant: Variant): Promise<void>;
  setMentions(mentions: Mentions): Promise<void>;
  /** A tab on an empty page of the same server: the next page stays in its process, so the meter goes on. */
  openTab(): Promise<Tab>;
  /** A tab that shows a page and has come to rest. */
  openPage(url: string): Promise<Tab>;
  close(): Promise<void>;
}

async function createStage(extensionDir: string): Promise<Stage> {
  const chromium = findBrowsers().find(({ kind }) => kind === 'chromium');
  if (!chromium) throw new Error('There is no Chromium here: install one or name it by CHROME_PATH.');
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const scripts = writeExtensions({ extensionDir, folder });
  const pages: Record<string, string> = { '/empty.html': '<!doctype html><title>empty</title>' };
  const server = await serveFolder({ folder, pages });
  const browser = await launchChromium({ path: chromium.path, headless: true, language: 'en' });

  const install = async (name: string) => {
    const id = await browser.installExtension(join(folder, name));
    const target = await browser.waitForTarget((candidate) => candidate.type() === 'service_worker' && candidate.url().includes(id));
    // a worker that somebody holds a handle of is not stopped
    return waitFor(() => target.worker(), { what: `the worker of ${name}` });
  };
  const workers = { ours: await install('ours'), yardsticks: await install('yardsticks') };

  async function openTab(): Promise<Tab> {
    const page = await browser.newPage();
    await page.goto(`${server.url}/empty.html`);
    await page.bringToFront();
    return { page, meter: await createMeter(page), close: () => page.close() };
  }

  return {
    browser,
    openTab,
    serve(path, html) {
      pages[path] = html;
      return server.url + path;
    },
    async use(variant) {
      for (const worker of Object.values(workers)) await worker.evaluate(() => chrome.scripting.unregisterContentScripts());
      const script = scripts[variant];
      if (script) await workers[script.extension].evaluate(registerScript, script.files);
    },
    useStyles: () => workers.ours.evaluate(registerScript, { css: scripts.ours.files.css }),
    async inject(variant) {
      const script = scripts[variant];
      if (script) await workers[script.extension].evaluate(injectScript, script.files.js);
    },
    setMentions: (mentions) => workers.ours.evaluate((value) => chrome.storage.sync.set({ settings: { mentions: value } }), mentions),
    async openPage(url) {
      const tab = await openTab();
      await tab.page.goto(url);
      await tab.meter.untilIdle();
      return tab;
    },
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A stage for as long as the work takes. */
export async function onStage<T>(extensionDir: string, work: (stage: Stage) => Promise<T>): Promise<T> {
  const stage = await createStage(extensionDir);
  try {
    return await work(stage);
  } finally {
    await stage.close();
  }
}

// These two run in a worker.

async function registerScript(files: { js?: string[]; css: string[] }): Promise<void> {
  const script = {
    id: 'bench',
    ...files,
    matches: ['<all_urls>'],
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_idle' as const,
  };
  await chrome.scripting.registerContentScripts([script]);
}

async function injectScript(files: string[]): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true });
  if (tab?.id === undefined) throw new Error('no tab is in front');
  await chrome.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, files });
}
