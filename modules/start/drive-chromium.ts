import type { Browser, EvaluateFunc, Page, Target } from 'puppeteer-core';
import { callOn, findAccessible, findClosedRoot, listAccessible } from './chromium-closed-root';
import { chromiumWorker } from './chromium-worker';
import type { DrivenBrowser, View } from './drive-browser';
import { type LaunchOptions, launchChromium } from './launch-browser';
import { waitFor } from './wait-for';

/** Chromium over the DevTools protocol: popup and side panel are targets of their own, the closed root comes through the DOM domain. */
export async function driveChromium(options: LaunchOptions): Promise<DrivenBrowser> {
  const browser = await launchChromium(options);
  const worker = await chromiumWorker(browser, async () => startWorker({ browser, scopeURL: await findOrigin(browser) }));
  const inWorker: DrivenBrowser['inWorker'] = worker.run;
  const openView = async (path: string, open: () => Promise<unknown>) => {
    const before = new Set(browser.targets());
    await open();
    return viewOf(await findView(browser, (target) => target.url().includes(`/${path}`) && !before.has(target)));
  };
  const openPopup = () => openView('popup.html', () => inWorker(() => chrome.action.openPopup()));

  return {
    kind: 'chromium',
    browser,
    inWorker,
    openPopup,
    install: async (extensionDir) => void (await browser.installExtension(extensionDir)),
    openPage: async (url) => {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    extensionPage: async (path) => {
      const page = await browser.newPage();
      await page.goto(`${await findOrigin(browser)}${path}`);
      return page;
    },
    openSidePanel: async () => {
      const isOpen = browser.targets().some((target) => target.url().includes('/popup.html'));
      const popup = isOpen ? viewOf(await findView(browser, (target) => target.url().includes('/popup.html'))) : await openPopup();
      // The popup is asked because sidePanel.open wants a click, which the debugger may claim for a page and not for a worker.
      return openView('sidepanel.html', () =>
        popup
          .evaluate(async () => {
            const { id } = await chrome.windows.getCurrent();
            if (id !== undefined) await chrome.sidePanel.open({ windowId: id });
          })
          // The popup closes as the panel takes the focus, often before it answers.
          .catch(() => {}),
      );
    },
    findPopup: async () => viewOf(await findView(browser, (target) => target.url().includes('/popup.html'))),
    findSidePanel: async () => viewOf(await findView(browser, (target) => target.url().includes('/sidepanel.html'))),
    killWorker: worker.kill,
    inClosedRoot: async (frame, run, ...args) => {
      const root = await findClosedRoot(frame);
      if (!root) return undefined;
      return (await callOn({ ...root, code: `function (...args) { return (${run})(this, ...args) }`, args })).value as never;
    },
    accessibleCard: async (frame) => {
      const root = await findClosedRoot(frame);
      if (!root) return undefined;
      return findAccessible(root);
    },
    toolbarIcon: (url) => inWorker(readIcon, url),
    accessibleParts: async (frame) => {
      const root = await findClosedRoot(frame);
      return root && listAccessible(root);
    },
    usePen: async (page, act, { x, y }) => {
      const session = await page.createCDPSession();
      const type = act === 'press' ? 'mousePressed' : act === 'lift' ? 'mouseReleased' : 'mouseMoved';
      const isNear = act === 'hover' || act === 'take away';
      const held = isNear ? {} : ({ button: 'left', buttons: act === 'lift' ? 0 : 1, clickCount: act === 'drag' ? 0 : 1 } as const);
      // out of the viewport is as far as the debugger takes it away: the page hears the same
      await session.send('Input.dispatchMouseEvent', { type, x: act === 'take away' ? -10 : x, y, pointerType: 'pen', ...held });
      await session.detach();
    },
    emulateMedia: async (page, { isPrint, isMotionReduced, areColorsForced }) => {
      const features = [
        { name: 'prefers-reduced-motion', value: isMotionReduced ? 'reduce' : '' },
        { name: 'forced-colors', value: areColorsForced ? 'active' : '' },
      ];
      // lasts as long as the session, and that as long as the tab
      await (await page.createCDPSession()).send('Emulation.setEmulatedMedia', { media: isPrint ? 'print' : '', features });
    },
    runCommand: async (name) => {
      await inWorker(async (command) => {
        const { onCommand } = chrome.commands as unknown as { onCommand: { dispatch(command: string, tab?: chrome.tabs.Tab): void } };
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        if (command !== 'open-panel') return onCommand.dispatch(command, tab);
        chrome.runtime.onMessage.addListener(function press(message) {
          if (message !== command) return;
          chrome.runtime.onMessage.removeListener(press);
          onCommand.dispatch(command, tab);
        });
      }, name);
      if (name !== 'open-panel') return;
      // A key counts as a click, which the debugger may claim for a page only; a message carries it on to the worker.
      const popup = await openPopup();
      await popup.evaluate((command) => void chrome.runtime.sendMessage(command).catch(() => undefined), name).catch(() => {});
    },
    clear: async () => {
      const pages = await browser.pages();
      await browser.newPage();
      for (const target of browser.targets().filter(isView)) await (await target.asPage()).close().catch(() => {});
      await Promise.all(pages.map((page) => page.close().catch(() => {})));
    },
    close: () => browser.close(),
  };
}

async function findOrigin(browser: Browser): Promise<string> {
  const [id] = await waitFor(async () => [...(await browser.extensions()).keys()], { what: 'the extension' });
  return `chrome-extension://${id}/`;
}

async function startWorker({ browser, scopeURL }: { browser: Browser; scopeURL: string }): Promise<void> {
  const [page] = await browser.pages();
  const session = await (page ?? (await browser.newPage())).createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.startWorker', { scopeURL });
  await session.detach();
}

const isView = (target: Target) => /\/(popup|sidepanel)\.html/.test(target.url()) && target.url().startsWith('chrome-extension:');

async function findView(browser: Browser, fits: (target: Target) => boolean): Promise<Page> {
  const target = await browser.waitForTarget((candidate) => candidate.url().startsWith('chrome-extension:') && fits(candidate), {
    timeout: 15_000,
  });
  const page = await target.asPage();
  await page.waitForFunction(() => document.readyState === 'complete');
  return page;
}

function viewOf(page: Page): View {
  return {
    evaluate: (run, ...args) => page.evaluate(run as EvaluateFunc<typeof args>, ...args) as never,
    click: async (selector) => {
      await page.waitForSelector(selector, { visible: true });
      await page.click(selector);
    },
    fill: async (selector, text) => {
      await page.waitForSelector(selector, { visible: true });
      await page.locator(selector).fill(text);
    },
    press: (key) => page.keyboard.press(key),
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    close: () => page.close(),
  };
}

/** Runs in the worker. Chromium tells nobody which icon it shows: what it is given from the first call on is kept; until then it is the manifest's. */
async function readIcon(url: string): Promise<readonly number[]> {
  type Given = { tabId?: number; path?: Record<string, string>; imageData?: Record<string, ImageData> };
  const world = globalThis as { icons?: Map<number | undefined, Given> };
  if (!world.icons) {
    const icons = new Map<number | undefined, Given>();
    world.icons = icons;
    const setIcon = chrome.action.setIcon.bind(chrome.action);
    chrome.action.setIcon = ((given: Given) => {
      icons.set(given.tabId, given);
      return setIcon(given as chrome.action.TabIconDetails);
    }) as typeof chrome.action.setIcon;
  }
  const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
  const given = world.icons.get(tab?.id);
  if (given?.imageData?.['16']) return [...given.imageData['16'].data];
  const response = await fetch(chrome.runtime.getURL(given?.path?.['16'] ?? '/icons/16.png'));
  const context = new OffscreenCanvas(16, 16).getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(await createImageBitmap(await response.blob()), 0, 0);
  return [...context.getImageData(0, 0, 16, 16).data];
}
