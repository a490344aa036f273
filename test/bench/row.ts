import type { Spread } from './statistics';

/** One line of the printed table. */
export interface Row {
  /** how the line is asked for: `npm run bench -- whole-page` */
  name: string;
  what: string;
  aim: string;
  run(options: RunOptions): Promise<Result>;
}

interface RunOptions {
  /** the built extension, for Chromium */
  extensionDir: string;
  /** how often each variant is measured, where the row's own number does not do */
  rounds: number | undefined;
}

interface Result {
  here: string;
  /** n and quartiles; empty for what is counted, not measured */
  spread: string;
  /** what the same call measured of the yardsticks */
  yardsticks: string;
}

/** `2.41 x` and the like; three digits that count. */
export function spell(value: number, unit: string): string {
  const size = Math.abs(value);
  return `${value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2)} ${unit}`;
}

export function spellSpread({ low, high, n }: Spread, unit: string): string {
  return `n ${n}, ${spell(low, '').trim()}–${spell(high, unit)}`;
}
