import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askWorker, isAlive } from '../../platform/ask-worker';
import { onMessage, sendMessage } from '../../platform/messages';
import { createFakeRuntime } from './fake-runtime';

let runtime: ReturnType<typeof createFakeRuntime>;
let stops: (() => void)[] = [];

beforeEach(() => {
  runtime = createFakeRuntime();
  vi.stubGlobal('chrome', { runtime });
});

afterEach(() => {
  for (const stop of stops) stop();
  stops = [];
  vi.unstubAllGlobals();
});

describe('askWorker', () => {
  it('is understood by the library at the other end, and understands its answer', async () => {
    const unknown = { kind: 'unknown' as const, text: '小鲸鱼', nearest: ['docker'] };
    const asked: unknown[] = [];
    stops.push(
      onMessage('explain', ({ data }) => {
        asked.push(data);
        return unknown;
      }),
    );
    await expect(askWorker('explain', { text: '小鲸鱼' })).resolves.toEqual(unknown);
    expect(asked).toEqual([{ text: '小鲸鱼' }]);
  });

  it('sends what the library sends, but for the number of the message', async () => {
    const sent: object[] = [];
    runtime.onMessage.addListener((message, _, answer) => {
      sent.push(message as object);
      answer({ res: true });
      return true;
    });
    // the library passes a callback, as old Chromium did
    const promised = runtime.sendMessage;
    runtime.sendMessage = ((message: unknown, done?: (answer: unknown) => void) => {
      const answer = promised(message);
      if (done) void answer.then(done);
      return answer;
    }) as typeof promised;
    await askWorker('explain', { term: 'docker' });
    await sendMessage('explain', { term: 'docker' });
    const [ours, theirs] = sent.map((message) => ({
      ...message,
      id: typeof (message as { id: unknown }).id,
      timestamp: typeof (message as { timestamp: unknown }).timestamp,
    }));
    expect(ours).toEqual(theirs);
    expect(ours).toEqual({ id: 'number', type: 'explain', data: { term: 'docker' }, timestamp: 'number' });
  });

  it('asks without data, and takes an answer that is false or nothing', async () => {
    stops.push(onMessage('loadCard', () => false));
    await expect(askWorker('loadCard')).resolves.toBe(false);
    stops.push(onMessage('openPage', () => undefined));
    await expect(askWorker('openPage', 'timeline.html')).resolves.toBeUndefined();
  });

  it('waits for an answer that takes its time', async () => {
    stops.push(
      onMessage('openPanel', async () => {
        await Promise.resolve();
        return 'tab' as const;
      }),
    );
    await expect(askWorker('openPanel', { chapter: 1 })).resolves.toBe('tab');
  });

  it('rejects with the words of an error at the other end, thrown or rejected', async () => {
    stops.push(
      onMessage('explain', () => {
        throw new RangeError('no such term');
      }),
      onMessage('loadCard', () => Promise.reject(new Error('no tab'))),
    );
    await expect(askWorker('explain', { term: 'x' })).rejects.toThrow('no such term');
    await expect(askWorker('loadCard')).rejects.toThrow('no tab');
  });

  it('rejects when nobody is there, and when nobody knows the question', async () => {
    await expect(askWorker('loadCard')).rejects.toThrow('Receiving end does not exist');
    stops.push(onMessage('openPage', () => undefined));
    await expect(askWorker('loadCard')).rejects.toThrow('no answer');
  });

  it('rejects when this copy of the extension is gone, and sends nothing', async () => {
    const send = vi.spyOn(runtime, 'sendMessage');
    runtime.id = undefined;
    await expect(askWorker('loadCard')).rejects.toThrow('gone');
    expect(send).not.toHaveBeenCalled();
  });

  it('rejects when sending itself throws, as after an update', async () => {
    runtime.sendMessage = () => {
      throw new Error('Extension context invalidated.');
    };
    await expect(askWorker('loadCard')).rejects.toThrow('Extension context invalidated.');
  });
});

describe('isAlive', () => {
  it('is true while the extension has its id', () => {
    expect(isAlive()).toBe(true);
    runtime.id = undefined;
    expect(isAlive()).toBe(false);
  });

  it('is false where there is no runtime, no chrome, or where asking throws', () => {
    vi.stubGlobal('chrome', {});
    expect(isAlive()).toBe(false);
    vi.stubGlobal('chrome', undefined);
    expect(isAlive()).toBe(false);
    vi.stubGlobal('chrome', {
      get runtime() {
        throw new Error('Extension context invalidated.');
      },
    });
    expect(isAlive()).toBe(false);
  });
});
