import type { Frame } from 'puppeteer-core';
import { accessibleStops } from './accessible-stops';
import type { AccessibleNode, DrivenBrowser } from './drive-browser';
import { findHost } from './find-host';
import { createFirefoxSystem, type FirefoxSystem, findExtension } from './firefox-system';
import { findView } from './firefox-view';
import { type LaunchOptions, launchFirefox } from './launch-browser';
import { waitFor } from './wait-for';

/** Firefox over WebDriver BiDi, and its own window for what BiDi hides. */
export async function driveFirefox(options: LaunchOptions): Promise<DrivenBrowser> {
  const browser = await launchFirefox({ ...options, systemAccess: true });
  const system = createFirefoxSystem(browser);

  const inWorker: DrivenBrowser['inWorker'] = async (run, ...args) => {
    await system.inWindow(`async () => { ${findExtension} await extension.wakeupBackground() }`);
    return system.inside({ where: { view: 'background' }, code: String(run), args, rights: 'own' }) as never;
  };

  return {
    kind: 'firefox',
    browser,
    inWorker,
    install: async (extensionDir) => void (await browser.installExtension(extensionDir)),
    openPage: async (url) => {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    extensionPage: async (path) => {
      const page = await browser.newPage();
      await system.inWindow(loadInTab, contextOf(page.mainFrame()), path);
      await waitFor(() => page.evaluate(() => location.protocol === 'moz-extension:' && document.readyState === 'complete'), {
        what: path,
      });
      return page;
    },
    openPopup: async () => {
      await closePanels(system);
      await inWorker(() => chrome.action.openPopup());
      return findView(system, 'popup');
    },
    openSidePanel: async () => {
      await inWorker(() =>
        (globalThis as unknown as { browser: { sidebarAction: { open(): Promise<void> } } }).browser.sidebarAction.open(),
      );
      return findView(system, 'sidebar');
    },
    findPopup: () => findView(system, 'popup'),
    findSidePanel: () => findView(system, 'sidebar'),
    killWorker: async () => {
      // asked for and looked at in one go, and again: an event on its way wakes the worker at once, and then it is not seen to have stopped
      const stop = `async () => { ${findExtension} await extension.terminateBackground(); return extension.backgroundState === 'stopped' }`;
      await waitFor(() => system.inWindow(stop), { what: 'the worker to stop' });
    },
    inClosedRoot: async (frame, run, ...args) => {
      const context = contextOf(frame);
      const sharedId = await findClosedRoot({ system, context });
      return sharedId === undefined ? undefined : (system.call({ context, sharedId, code: String(run), args }) as never);
    },
    toolbarIcon: async (url) => (await system.inWindow(readIcon, url)) as number[],
    accessibleCard: async (frame) => (await listParts(system, frame))?.[0],
    accessibleParts: async (frame) =>
      (await listParts(system, frame))
        ?.map(({ role, name }) => ({ role: ownWords[role] ?? role, name }))
        .filter(({ role }) => accessibleStops.includes(role.replace(/ \d$/, ''))),
    usePen: async (page, act, at) =>
      void (await system.inside({ where: { tab: contextOf(page.mainFrame()) }, code: usePen, args: [act, at], rights: 'privileged' })),
    emulateMedia: async (page, media) => void (await system.inWindow(emulateMedia, contextOf(page.mainFrame()), media)),
    runCommand: async (name) => void (await system.inWindow(`(name) => { ${findExtension} extension.shortcuts.onCommand(name) }`, name)),
    clear: async () => {
      const pages = await browser.pages();
      await browser.newPage();
      await closePanels(system);
      await system.inWindow('() => SidebarController.hide()');
      await Promise.all(pages.map((page) => page.close().catch(() => {})));
    },
    close: () => browser.close(),
  };
}

const emulateMedia = `(id, { isPrint, isMotionReduced, areColorsForced }) => {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const { browsingContext } = NavigableManager.getBrowserById(id);
  browsingContext.mediumOverride = isPrint ? 'print' : '';
  browsingContext.prefersReducedMotionOverride = isMotionReduced ? 'reduce' : 'none';
  browsingContext.forcedColorsOverride = areColorsForced ? 'active' : 'none';
}`;

/** WebDriver's actions know no pen in Firefox ("Unimplemented pointerMove for pointerType pen"); the engine's own tests send theirs so. */
const usePen = `(window, act, { x, y }) => {
  const types = { hover: 'mousemove', press: 'mousedown', drag: 'mousemove', lift: 'mouseup', 'take away': 'mousecancel' };
  const isDown = act === 'press' || act === 'drag';
  const pen = { inputSource: window.MouseEvent.MOZ_SOURCE_PEN, identifier: window.windowUtils.DEFAULT_PEN_POINTER_ID };
  const button = { button: 0, buttons: isDown ? 1 : 0, clickCount: act === 'press' || act === 'lift' ? 1 : 0, pressure: isDown ? 0.5 : 0 };
  window.synthesizeMouseEvent(types[act], x, y, { ...pen, ...button }, {});
}`;

/** A second popup is refused while one is open. */
async function closePanels(system: FirefoxSystem): Promise<void> {
  const hide = `() => {
    const open = [...document.querySelectorAll('panel')].filter((panel) => panel.state !== 'closed');
    for (const panel of open) panel.hidePopup();
    return open.length;
  }`;
  await waitFor(async () => (await system.inWindow(hide)) === 0, { what: 'the popup to close' });
}

/**
 * BiDi refuses to navigate to moz-extension: URLs; the window does it. In a tab that BiDi has opened: one that begins in the extension's process is left out
 * of its events now and then.
 */
const loadInTab = `(id, path) => {
  ${findExtension}
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const browser = NavigableManager.getBrowserById(id);
  browser.loadURI(Services.io.newURI(extension.baseURI.spec + path), {
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
    loadFlags: Ci.nsIWebNavigation.LOAD_FLAGS_REPLACE_HISTORY,
  });
}`;

const readIcon = `async (url) => {
  ${findExtension}
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec === url);
  const icons = ExtensionParent.apiManager.global.browserActionFor(extension).action.getProperty(tab, 'icon');
  const image = new Image();
  image.src = icons[16];
  await image.decode();
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = canvas.height = 16;
  canvas.getContext('2d').drawImage(image, 0, 0, 16, 16);
  return [...canvas.getContext('2d').getImageData(0, 0, 16, 16).data];
}`;

/** Local to the page's process, where the tree is complete as soon as the dialog is; the copy in the browser's process comes later. */
const findAccessible = `(window, id) => {
  const target = id === null ? window : BrowsingContext.get(id).window;
  const roots = [target.document];
  for (const root of roots) {
    const dialog = root.querySelector('little-whale')?.openOrClosedShadowRoot?.querySelector('dialog, [role=dialog]');
    if (dialog) {
      const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
      const list = (node) => {
        const role = service.getStringRole(node.role);
        const level = role === 'heading' ? ' ' + node.attributes.getStringProperty('level') : '';
        const parts = [{ role: role + level, name: node.name ?? '' }];
        for (let n = 0; n < node.childCount; n++) parts.push(...list(node.getChildAt(n)));
        return parts;
      };
      const accessible = service.getAccessibleFor(dialog);
      return accessible && list(accessible);
    }
    for (const element of root.querySelectorAll('*')) if (element.openOrClosedShadowRoot) roots.push(element.openOrClosedShadowRoot);
  }
  return null;
}`;

const ownWords: Record<string, string> = { pushbutton: 'button', 'toggle button': 'button', landmark: 'navigation', statusbar: 'status' };

/** The dialog first, then all that is in it; undefined where it is not in the tree. */
async function listParts(system: FirefoxSystem, frame: Frame): Promise<AccessibleNode[] | undefined> {
  const top = frame.page().mainFrame();
  const id = frame === top ? null : Number(contextOf(frame));
  const found = await system.inside({ where: { tab: contextOf(top) }, code: findAccessible, args: [id], rights: 'privileged' });
  return (found as AccessibleNode[] | null) ?? undefined;
}

const contextOf = (frame: Frame) => (frame as unknown as { _id: string })._id;

async function findClosedRoot({ system, context }: { system: FirefoxSystem; context: string }): Promise<string | undefined> {
  const found = await system.evaluate(context, `(${findHost})()`);
  return (found?.value as { shadowRoot?: { sharedId: string } } | undefined)?.shadowRoot?.sharedId;
}
