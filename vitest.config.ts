import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 20_000,
    // On two cores it would run one file at a time, and many of the server's tests wait.
    maxWorkers: 2,
    // Each test stands alone: in CI files and tests run in any order, and the seed of a failure is printed (`--sequence.seed`).
    sequence: { shuffle: process.env.CI ? { files: true, tests: true } : false },
    projects: [
      {
        // These packages keep nothing in their modules that a test changes, so files share them: reading the catalogue and
        // the simulator anew for each of a hundred files costs more than all their tests.
        extends: true,
        test: {
          name: 'packages',
          include: [
            'catalogue/**/*.test.ts',
            'network/**/*.test.ts',
            'simulator/**/*.test.ts',
            'server/**/*.test.ts',
            'tests/**/*.test.ts',
          ],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        // The console has stores, caches and a document: each file gets its own.
        extends: true,
        test: { name: 'console', include: ['src/**/*.test.{ts,tsx}', 'tests/console/**/*.test.tsx'], pool: 'threads' },
      },
    ],
  },
});
