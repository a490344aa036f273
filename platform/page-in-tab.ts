import browser from 'webextension-polyfill';
import { type FrameTerms, sendMessage } from './messages';

/** The page that the reader has in front of them. `url` is undefined where the browser keeps it from us: such a page is closed to us. */
export interface OpenPage {
  tabId: number;
  url?: string | undefined;
  isPrivate: boolean;
  isLoading: boolean;
}

export interface FrameReading extends FrameTerms {
  frameId: number;
}

export async function findOpenPage(): Promise<OpenPage | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  return { tabId: tab.id, url: tab.url, isPrivate: tab.incognito, isLoading: tab.status === 'loading' };
}

/** Asks every frame for its terms, the page's own document first; undefined where the browser closes the page to extensions. */
export async function readFrames(tabId: number): Promise<FrameReading[] | undefined> {
  const isReached = () => true;
  const frames = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: isReached, injectImmediately: true })
    .catch(() => undefined);
  if (!frames) return undefined;
  const readings = frames.map(async ({ frameId }) => {
    // where no term was found nobody answers
    const found = await sendMessage('readFrameTerms', undefined, { tabId, frameId }).catch(() => undefined);
    return found ? [{ ...found, frameId }] : [];
  });
  return (await Promise.all(readings)).flat().sort((a, b) => a.frameId - b.frameId);
}

/** Without `nth` the light goes out. False where the mention is gone, and the frame. */
export function showMention(at: { tabId: number; frameId: number }, question: { term: number; nth?: number }): Promise<boolean> {
  return sendMessage('showMention', question, at).catch(() => false);
}
