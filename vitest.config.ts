import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          // Nothing here keeps a state: reading every module again for each file was half of the time.
          isolate: false,
          unstubGlobals: true,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          globalSetup: 'test/e2e/prepare-browsers.ts',
          // One file at a time beside other work; `npm test` takes two.
          pool: 'forks',
          maxWorkers: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Only where nobody watches: some 300 cases start some 40 browsers, and a second try is printed as one.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
});
