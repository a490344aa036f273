import { readFileSync } from 'node:fs';
import type { KnownDate } from '../../core/dates';
import type { EventOutline, How, Timeline } from '../../core/timeline';

const hows: readonly How[] = ['became', 'made-possible', 'in-answer-to'];

/**
 * A history of as many events as are asked for, as uneven as the built-in one: its own events again and again, each moved by some
 * months, and each because of an earlier one. The same at every run.
 */
export function writeHistory(path: string, count: number): Timeline {
  const timeline = JSON.parse(readFileSync(path, 'utf8')) as Timeline;
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const two = (number: number) => String(number + 1).padStart(2, '0');
  const events = Array.from({ length: count }, (_, at): EventOutline => {
    const model = timeline.events[at % timeline.events.length] as EventOutline;
    const copy = Math.floor(at / timeline.events.length);
    if (copy === 0) return model;
    const year = Math.min(2026, Number(model.date.slice(0, 4)) + random(3));
    const date = [String(year), two(random(year === 2026 ? 5 : 12)), two(random(28))].slice(0, model.date.split('-').length).join('-');
    return {
      ...model,
      id: `${model.id}-${copy}`,
      date: date as KnownDate,
      importance: model.importance === 3 && copy > 1 ? 2 : model.importance,
      because: [],
    };
  });
  const inOrder = events.toSorted((a, b) => a.date.localeCompare(b.date));
  for (const [at, event] of inOrder.entries()) {
    const cause = inOrder[at - 1 - random(40)];
    if (event.because.length === 0 && cause) event.because = [{ event: cause.id, how: hows[random(3)] ?? 'became' }];
  }
  return { ...timeline, events };
}
