import type { Browser, Frame, Page } from 'puppeteer-core';
import { driveChromium } from './drive-chromium';
import { driveFirefox } from './drive-firefox';
import type { BrowserKind } from './find-browser';
import type { LaunchOptions } from './launch-browser';

/** A place of the extension that is no tab: the real popup, the real side panel. */
export interface View {
  evaluate<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** A real click in the middle of the first element that fits the selector; waits until there is one. */
  click(selector: string): Promise<void>;
  /** Puts a text into an input as typing does, with an input event. */
  fill(selector: string, text: string): Promise<void>;
  /** A key as a hand presses it, such as `Tab` or `ArrowRight`. */
  press(key: Key): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

type Key = 'Tab' | 'Enter' | 'Space' | 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** What a page is shown on, and to whom; what is left out is as the browser has it. */
type Media = { isPrint?: boolean; isMotionReduced?: boolean; areColorsForced?: boolean };

/** A pen near the glass hovers, pressed on it and lifted it taps, and taken away it is nowhere. */
type PenAct = 'hover' | 'press' | 'drag' | 'lift' | 'take away';

export type AccessibleNode = { role: string; name: string };

/** What can be done to a browser with the extension in it, alike in Chromium and Firefox. */
export interface DrivenBrowser {
  kind: BrowserKind;
  browser: Browser;
  /** Puts the extension in, where the launch did not: for tabs that were open before. */
  install(extensionDir: string): Promise<void>;
  openPage(url: string): Promise<Page>;
  /** A page of the extension in a tab, by its path and hash, such as `timeline.html#q=swarm`. */
  extensionPage(path: string): Promise<Page>;
  openPopup(): Promise<View>;
  /** Waits for the popup that the product opens. */
  findPopup(): Promise<View>;
  /** Opens the side panel itself; `findSidePanel` waits for one that the product opens. */
  openSidePanel(): Promise<View>;
  findSidePanel(): Promise<View>;
  /** Runs in the background worker, which it wakes. `chrome` there answers with promises in both. */
  inWorker<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  killWorker(): Promise<void>;
  /** Runs with the closed shadow root of <little-whale>; undefined where none is in the document. */
  inClosedRoot<A extends unknown[], R>(frame: Frame, run: (root: ShadowRoot, ...args: A) => R, ...args: A): Promise<Awaited<R> | undefined>;
  /** The dialog inside that root as the accessibility tree has it; undefined where it is not in the tree. */
  accessibleCard(frame: Frame): Promise<AccessibleNode | undefined>;
  /** The smallest icon in the toolbar while the tab with this address is in front, as RGBA. */
  toolbarIcon(url: string): Promise<readonly number[]>;
  /** That dialog and what a screen reader stops at in it, in order; `heading 3` is one of the third level. */
  accessibleParts(frame: Frame): Promise<AccessibleNode[] | undefined>;
  /** A pen over a page, at a place in CSS px of its viewport. */
  usePen(page: Page, act: PenAct, at: { x: number; y: number }): Promise<void>;
  emulateMedia(page: Page, media: Media): Promise<void>;
  /** What the shortcut of a manifest command does: headless browsers take no shortcuts. */
  runCommand(name: string): Promise<void>;
  /** Closes all tabs but an empty one, and popup and panel. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export function driveBrowser({ kind, ...options }: LaunchOptions & { kind: BrowserKind }): Promise<DrivenBrowser> {
  return kind === 'chromium' ? driveChromium(options) : driveFirefox(options);
}
