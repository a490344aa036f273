import type { Protocol } from './messages';

type Answers = { [K in keyof Protocol]?: (...question: Parameters<Protocol[K]>) => ReturnType<Protocol[K]> };

/** Answers questions of the popup in a frame of a page: the other end of `askWorker`, as short for the same reason. */
export function answerAsks(answers: Answers, signal: AbortSignal): void {
  const listener = (message: unknown, _: chrome.runtime.MessageSender, send: (answer: unknown) => void) => {
    const { type, data } = (message ?? {}) as { type?: keyof Protocol; data?: never };
    const answer = type && (answers[type] as ((question: unknown) => unknown) | undefined);
    if (answer) send({ res: answer(data) });
  };
  chrome.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    try {
      chrome.runtime.onMessage.removeListener(listener);
    } catch {
      // the extension is gone, and its events with it
    }
  });
}
