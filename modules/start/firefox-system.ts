import type { Browser } from 'puppeteer-core';
import { sendFrameScript } from './firefox-frame-script';

type BidiConnection = { send(method: string, params: object): Promise<{ result: BidiResult }> };
type BidiResult = {
  type?: string;
  contexts?: { context: string }[];
  result?: BidiValue;
  exceptionDetails?: { text: string };
};
type BidiValue = { type: string; value?: unknown; sharedId?: string };

/** Where code runs with the rights of the browser: inside a view of the extension, or inside the process of a tab. */
export type Inside = { view: 'background' | 'popup' | 'sidebar' } | { tab: string };

/**
 * The part of Firefox behind `-remote-allow-system-access`: WebDriver BiDi hides the extension's background, popup and sidebar, the closed roots of a content
 * script's isolated world and the accessibility tree, but it evaluates in the browser's own window, and from there all of them can be reached.
 */
export function createFirefoxSystem(browser: Browser) {
  const { connection } = browser as unknown as { connection: BidiConnection };

  /** The value of an expression in a page (by its browsing context), as BiDi gives it. */
  async function evaluate(context: string, expression: string): Promise<BidiValue | undefined> {
    const { result } = await connection.send('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
      userActivation: true,
      serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
    });
    return read(result);
  }

  /** Calls a function of a page with a node and JSON values, and answers with JSON. */
  async function call({
    context,
    sharedId,
    code,
    args,
  }: {
    context: string;
    sharedId: string;
    code: string;
    args: unknown[];
  }): Promise<unknown> {
    const { result } = await connection.send('script.callFunction', {
      functionDeclaration: `async (node, args) => JSON.stringify(await (${code})(node, ...JSON.parse(args)))`,
      target: { context },
      arguments: [{ sharedId }, { type: 'string', value: JSON.stringify(args) }],
      awaitPromise: true,
      userActivation: true,
    });
    return parse(read(result)?.value);
  }

  /** Runs `(...args) => …`, given as text, in the browser's window. */
  async function inWindow(code: string, ...args: unknown[]): Promise<unknown> {
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const window = result.contexts?.[0]?.context;
    if (!window) throw new Error('Firefox shows no window of its own; it needs -remote-allow-system-access.');
    const value = await evaluate(window, `(async () => JSON.stringify(await (${code})(...${JSON.stringify(args)})))()`);
    return parse(value?.value);
  }

  /** Runs a function, given as text, inside a view or a tab: with the page's own globals, or privileged as `(window, ...args) => …`. */
  async function inside({
    where,
    code,
    args,
    rights,
  }: {
    where: Inside;
    code: string;
    args: unknown[];
    rights: 'own' | 'privileged';
  }): Promise<unknown> {
    const list = args.map((arg) => JSON.stringify(arg) ?? 'undefined').join(', ');
    const run = rights === 'own' ? `(${code})(${list})` : `(${code})(content, ${list})`;
    return inWindow(sendFrameScript, where, `(async () => JSON.stringify(await ${run}))()`, rights);
  }

  return { evaluate, call, inWindow, inside };
}

export type FirefoxSystem = ReturnType<typeof createFirefoxSystem>;

/** The beginning of a script in the browser's window that wants the extension. */
export const findExtension =
  'const { extension } = WebExtensionPolicy.getActiveExtensions().find((policy) => policy.temporarilyInstalled);';

function read(result: BidiResult): BidiValue | undefined {
  if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
  return result.result;
}

function parse(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : undefined;
}
