import { existsSync, realpathSync } from 'node:fs';

/** True where a file is the command itself, not imported. Paths are compared as the system knows them: /tmp is /private/tmp on a Mac. */
export function isMain(file: string): boolean {
  const started = process.argv[1];
  return started !== undefined && existsSync(started) && realpathSync(started) === realpathSync(file);
}
