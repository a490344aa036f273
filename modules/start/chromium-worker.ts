import { type Browser, type CDPSession, CDPSessionEvent } from 'puppeteer-core';
import { waitFor } from './wait-for';

export type ChromiumWorker = {
  /** Runs in the background worker, which is started first where it rests; throws what the code throws. */
  run: <A extends readonly unknown[], R>(code: (...args: A) => R, ...args: A) => Promise<Awaited<R>>;
  /** Stops the worker; resolves when all that it remembered is gone, though a message may have started it again by then. */
  kill: () => Promise<void>;
};

/**
 * The background worker, asked through sessions of our own. The one that puppeteer keeps for a target is dead for good
 * where a message starts the worker again, in the same target, before it was stopped.
 */
export async function chromiumWorker(browser: Browser, startWorker: () => Promise<void>): Promise<ChromiumWorker> {
  const sessions = new Set<CDPSession>();
  const connection = (await browser.target().createCDPSession()).connection();
  connection?.on(CDPSessionEvent.SessionAttached, (one) => sessions.add(one));
  connection?.on(CDPSessionEvent.SessionDetached, (one) => sessions.delete(one));
  let session: CDPSession | undefined;
  const find = () => browser.targets().find((target) => target.type() === 'service_worker');

  async function letGo() {
    const left = session;
    session = undefined;
    await left?.detach().catch(() => {});
  }

  async function ask(code: string): Promise<unknown> {
    if (!session) {
      session = await find()?.createCDPSession();
      // puppeteer has a new worker wait for its debugger; a word to one that is just being stopped is lost
      await session?.send('Runtime.runIfWaitingForDebugger');
    }
    if (!session) throw new Error('no background worker runs');
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** A worker that is just being stopped answers nothing: after a second it is asked anew. */
  async function askSoon(code: string): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((_, fail) => {
      timer = setTimeout(() => fail(new Error('the background worker does not answer')), 1_000);
    });
    try {
      return await Promise.race([ask(code), late]);
    } catch (error) {
      await letGo();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    run: async (code, ...args) => {
      if (!find()) await startWorker();
      await waitFor(() => askSoon(`(${hasStarted})()`), { what: 'the background worker' });
      return (await ask(`(${code})(...${JSON.stringify(args)})`)) as never;
    },
    kill: async () => {
      const target = await waitFor(find, { what: 'a background worker to stop' });
      await waitFor(() => askSoon('globalThis.isToStop = true'), { what: 'the background worker' });
      const { targetInfo } = await (session as CDPSession).send('Target.getTargetInfo');
      await letGo();
      // a session of a worker that has stopped never answers
      await Promise.race([Promise.all([...sessions].map(leaveWorker)), new Promise((go) => setTimeout(go, 200))]);
      const whole = await browser.target().createCDPSession();
      await whole.send('Target.closeTarget', { targetId: targetInfo.targetId });
      await whole.detach();
      await waitFor(async () => !browser.targets().includes(target) || (await askSoon('globalThis.isToStop !== true')), {
        what: 'the worker to stop',
      });
      await letGo();
    },
  };
}

/** The debugger sees a worker before it has `chrome`, and `chrome` before the worker listens: a command sent then is lost. */
const hasStarted = () => typeof chrome !== 'undefined' && chrome.runtime?.onMessage.hasListeners() === true;

/** The session of a view of ours has each worker that the view starts wait for its debugger, and one that starts while another is being stopped waits for ever. */
async function leaveWorker(session: CDPSession): Promise<void> {
  const answer = await session.send('Target.getTargetInfo').catch(() => undefined);
  if (!answer?.targetInfo.url.startsWith('chrome-extension:') || answer.targetInfo.type === 'service_worker') return;
  await session.send('Target.setAutoAttach', { autoAttach: false, waitForDebuggerOnStart: false, flatten: true }).catch(() => {});
}
