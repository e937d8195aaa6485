import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { defineConfig } from 'vitest/config';

const isCi = Boolean(process.env.CI);

/** Test files that draw cases themselves, by their import. */
const properties = ['catalogue', 'network', 'server', 'simulator', 'src', 'tests'].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file, 'utf8').includes("from 'fast-check'"))
    .map((file) => relative(import.meta.dirname, file)),
);

export default defineConfig({
  test: {
    // A machine of CI may be some times slower, which is no fault.
    testTimeout: isCi ? 80_000 : 20_000,
    hookTimeout: isCi ? 80_000 : 20_000,
    // On two cores it would run one file at a time, and many of the server's tests wait: with two a third of the time is unused.
    maxWorkers: 3,
    // Each test stands alone: in CI files and tests run in any order, and the seed of a failure is printed (`--sequence.seed`).
    sequence: { shuffle: isCi ? { files: true, tests: true } : false },
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
          exclude: properties,
          globalSetup: 'tests/support/postgres-server.ts',
          pool: 'threads',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'properties',
          include: properties,
          setupFiles: 'tests/support/properties.ts',
          globalSetup: 'tests/support/postgres-server.ts',
          pool: 'threads',
          isolate: false,
        },
      },
      {
        // The console has stores, caches and a document: each file gets its own. Its tests alone depend on how fast a page
        // settles, and are tried again in CI; scripts/test.mjs names those that needed it.
        extends: true,
        test: {
          name: 'console',
          include: ['src/**/*.test.{ts,tsx}', 'tests/console/**/*.test.tsx'],
          exclude: properties,
          setupFiles: 'tests/support/silent-console.ts',
          pool: 'threads',
          retry: isCi ? 2 : 0,
        },
      },
    ],
  },
});
