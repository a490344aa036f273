import browser from 'webextension-polyfill';
import { chooseStop, countTerms, type FrameStops, findFocused } from '../../core/choose-stop';
import { sendMessage } from '../../platform/messages';
import { injectScript } from './inject-script';
import { openPopupAt } from './open-popup';

type Frame = FrameStops & { frameId: number };

/** Goes to the next (1) or the previous (-1) term of a page, through all of its frames: only from here are all of them in reach. */
export async function stepTerms({ tabId, by }: { tabId: number; by: 1 | -1 }): Promise<void> {
  const frames = await readFrames(tabId);
  const place = chooseStop({ frames, by });
  if (!place) return;
  const { frameId, nth } = place;
  const isUnderway = frames.some(({ isOpen }) => isOpen);
  const left = isUnderway ? frames.filter(({ isOpen }) => isOpen) : [findFocused(frames) ?? frames.find(({ path }) => path.length === 0)];
  const others = left.filter((frame): frame is Frame => frame !== undefined && frame.frameId !== frameId);
  for (const other of others)
    if (await injectScript({ tabId, frameId: other.frameId, script: 'card' }))
      await sendMessage('leaveForFrame', { isUnderway }, { tabId, frameId: other.frameId }).catch(() => undefined);
  if (!(await injectScript({ tabId, frameId, script: 'card' }))) return;
  const count = frames.some(({ isCounted }) => isCounted) ? undefined : countTerms(frames);
  const opened = await sendMessage('openStop', { nth, count, isUnderway, isGuest: others.length > 0 }, { tabId, frameId }).catch(
    () => false,
  );
  if (typeof opened === 'string') await openPopupAt(`#term=${encodeURIComponent(opened)}`);
}

async function readFrames(tabId: number): Promise<Frame[]> {
  const results = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, files: ['/stops.js'], injectImmediately: true })
    .catch(() => []);
  return results.flatMap(({ frameId, result }) => (result ? [{ ...(result as FrameStops), frameId }] : []));
}
