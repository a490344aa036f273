import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `npm test`: types, lint, unused code, units, both builds, then the same cases in real Chromium and Firefox.
 * Goes on after a failure, so that one run tells all, and ends with `N passed, N failed`: each check is one, each case is one.
 */
const root = join(import.meta.dirname, '..');
const reports = join(root, '.output/test');
const total = { passed: 0, failed: 0 };
/** Most of a case in a browser is waiting: two files at a time take half as long on two cores. */
process.env.VITEST_MAX_WORKERS ??= '2';

check('types', ['tsc', '--noEmit']);
check('types of core', ['tsc', '--noEmit', '-p', 'core']);
check('lint', ['biome', 'check']);
check('unused code', ['knip']);
check('data', ['tsx', 'modules/pack/check-data.ts']);
runCases('unit');
const isBuilt = ['chrome', 'firefox'].map((target) => check(`build for ${target}`, ['wxt', 'build', '-b', target])).every(Boolean);
if (isBuilt) runCases('e2e');
else console.log('\nWithout both builds there are no cases to run in the browsers.');

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function check(name: string, command: string[]): boolean {
  console.log(`\n== ${name}`);
  const isGood = run(command);
  total[isGood ? 'passed' : 'failed']++;
  console.log(`== ${name}: ${isGood ? 'good' : 'failed'}`);
  return isGood;
}

/** The cases of one vitest project. A run that breaks before its cases, or after them, is one failure more. */
function runCases(project: 'unit' | 'e2e'): void {
  console.log(`\n== ${project}`);
  const report = join(reports, `${project}.json`);
  rmSync(report, { force: true });
  const isGood = run(['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  const { passed, failed } = existsSync(report) ? countCases(report) : { passed: 0, failed: 0 };
  total.passed += passed;
  total.failed += failed === 0 && !isGood ? 1 : failed;
}

function countCases(report: string): { passed: number; failed: number } {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  return { passed: numPassedTests, failed: numFailedTests };
}

function run([program = '', ...words]: string[]): boolean {
  const { status } = spawnSync(join(root, 'node_modules/.bin', program), words, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}
