import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/**/*.test.{ts,tsx}'], testTimeout: 30_000 } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          globalSetup: 'test/e2e/prepare-browsers.ts',
          // One browser at a time: two of them on two cores make each other late.
          pool: 'forks',
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Only where nobody watches: some 300 cases start some 40 browsers, and a second try is printed as one.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
});
