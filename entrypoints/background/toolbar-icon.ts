import browser, { type Action } from 'webextension-polyfill';
import { greyPixels } from '../../core/grey-pixels';
import { chooseLanguage } from '../../core/settings';
import { chooseStrings } from '../../core/strings/choose-strings';
import { loadSettings } from '../../platform/settings-store';

const sizes = [16, 32] as const;
const fileOf = (size: number) => `/icons/${size}.png`;

/** Shows a tab's icon grey where marking is off, and says it in words: colour alone tells not everyone. A tab that is gone is left alone. */
export async function showWhetherOn(tabId: number, isOff: boolean): Promise<void> {
  const { language } = await loadSettings();
  const { product, sites } = chooseStrings(chooseLanguage(language, browser.i18n.getUILanguage()));
  const title = isOff ? sites.offTitle : product;
  const icon = isOff ? { imageData: await drawGrey() } : { path: Object.fromEntries(sizes.map((size) => [size, fileOf(size)])) };
  const details = { tabId, ...icon } as Action.SetIconDetailsType;
  await Promise.all([browser.action.setTitle({ tabId, title }), browser.action.setIcon(details)]).catch(() => undefined);
}

async function drawGrey(): Promise<Record<string, ImageData>> {
  return Object.fromEntries(await Promise.all(sizes.map(async (size) => [String(size), await drawOne(size)] as const)));
}

async function drawOne(size: number): Promise<ImageData> {
  const response = await fetch(browser.runtime.getURL(fileOf(size)));
  const picture = await createImageBitmap(await response.blob());
  const context = new OffscreenCanvas(size, size).getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(picture, 0, 0);
  const image = context.getImageData(0, 0, size, size);
  greyPixels(image.data);
  return image;
}
