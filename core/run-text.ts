import type { Run } from './pack-schema';

/** The words of a text as they stand on the screen: links are words like others. */
export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => (typeof run === 'string' ? run : run.text)).join('');
}
