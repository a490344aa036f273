import { describe, expect, it } from 'vitest';
import { type Behaviour, readRecording, sets } from '../fixtures/pointer-traces/read-traces';
import { replayTrace } from './replay-trace';

const limit = 0.02;

const recordings = sets.flatMap((set) => (['chromium', 'firefox'] as const).map((browser) => ({ set, browser })));

describe.each(recordings)('$set hands recorded in $browser', ({ set, browser }) => {
  const recording = readRecording({ set, browser });
  const name = `${set}, ${browser}`;
  const replays = recording.traces.map((trace) => ({ ...trace, ...replayTrace(recording, trace) }));
  const those = (...behaviours: Behaviour[]) => replays.filter(({ behaviour }) => behaviours.includes(behaviour));

  it('opens nothing for those who read, scan, scroll, select and type', () => {
    const idle = those('reading', 'scanning', 'scrolling', 'selecting', 'typing');
    const visits = replays.flatMap(({ visited, aim }) => visited.filter((word) => word !== aim)).length;
    const opened = replays.flatMap(({ opened, aim }) => opened.filter((word) => word !== aim)).length;
    console.info(`${name}: ${opened} false opens of ${visits} words passed, in ${replays.length} traces`);
    expect(visits).toBeGreaterThan(100);
    expect(opened / visits).toBeLessThanOrEqual(limit);
    expect(idle.filter(({ opened }) => opened.length > 0).length / idle.length).toBeLessThanOrEqual(limit);
  });

  it('misses none of those who aim', () => {
    const aimed = those('aiming', 'leaving', 'entering');
    const missed = aimed.filter(({ opened, aim }) => aim === undefined || !opened.includes(aim));
    console.info(`${name}: ${missed.length} missed of ${aimed.length} intents`);
    expect(aimed.length).toBeGreaterThan(50);
    expect(missed.length / aimed.length).toBeLessThanOrEqual(limit);
  });

  it('lets every hand into the card, and closes for every hand that leaves', () => {
    const lost = those('entering').filter(({ isOpenAtEnd }) => !isOpenAtEnd);
    const stuck = those('leaving').filter(({ endsOn, isOpenLater }) => isOpenLater && endsOn === 'none');
    console.info(
      `${name}: ${lost.length} of ${those('entering').length} lost on the way in, ${stuck.length} of ${those('leaving').length} stuck`,
    );
    expect(lost.length / those('entering').length).toBeLessThanOrEqual(limit);
    expect(stuck).toEqual([]);
  });
});
