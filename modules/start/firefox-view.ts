import { writeFileSync } from 'node:fs';
import type { View } from './drive-browser';
import { type FirefoxSystem, findExtension } from './firefox-system';
import { waitFor } from './wait-for';

/** The popup or the sidebar that is open now or soon. */
export async function findView(system: FirefoxSystem, view: 'popup' | 'sidebar'): Promise<View> {
  const evaluate: View['evaluate'] = (run, ...args) => system.inside({ where: { view }, code: String(run), args, rights: 'own' }) as never;
  const waitForElement = (selector: string) =>
    waitFor(() => evaluate((wanted) => document.querySelector(wanted)?.checkVisibility() ?? false, selector), {
      what: `${selector} in the ${view}`,
    });
  await waitFor(() => evaluate(() => document.readyState === 'complete'), { what: `the ${view}` });
  return {
    evaluate,
    click: async (selector) => {
      await waitForElement(selector);
      await system.inside({ where: { view }, code: clickElement, args: [selector], rights: 'privileged' });
    },
    fill: async (selector, text) => {
      await waitForElement(selector);
      await evaluate(
        (wanted, value) => {
          const input = document.querySelector<HTMLInputElement>(wanted);
          if (!input) return;
          input.focus();
          input.value = value;
          input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        },
        selector,
        text,
      );
    },
    press: async (key) => void (await system.inside({ where: { view }, code: pressKey, args: [key], rights: 'privileged' })),
    screenshot: async (path) => writeFileSync(path, Buffer.from(String(await system.inWindow(drawView, view)), 'base64')),
    close: async () => {
      if (view === 'sidebar') await system.inWindow('() => SidebarController.hide()');
      else await evaluate(() => window.close()).catch(() => {});
    },
  };
}

/** Trusted mouse events at the element's middle, as a hand makes them. */
const clickElement = `(window, selector) => {
  const element = window.document.querySelector(selector);
  element.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  const at = [x + width / 2, y + height / 2];
  for (const type of ['mousemove', 'mousedown', 'mouseup']) window.synthesizeMouseEvent(type, ...at, { button: 0, clickCount: type === 'mousemove' ? 0 : 1 });
}`;

/** A trusted key, with what the browser itself does to it: Tab moves the focus, Enter presses a button. */
const pressKey = `(window, key) => {
  const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!processor.beginInputTransactionForTests(window)) throw new Error('Firefox takes no keys here.');
  const event = new window.KeyboardEvent('', { key: key === 'Space' ? ' ' : key, code: key, keyCode: window.KeyboardEvent['DOM_VK_' + key.replace('Arrow', '').replace('Enter', 'RETURN').toUpperCase()] });
  processor.keydown(event);
  processor.keyup(event);
}`;

const drawView = `async (viewType) => {
  ${findExtension}
  const { browsingContext } = [...extension.views].find((view) => view.viewType === viewType).xulBrowser;
  const image = await browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL().split(',')[1];
}`;
