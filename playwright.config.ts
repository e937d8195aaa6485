import { defineConfig } from '@playwright/test';
import { chromiumFlags } from './e2e/support/flags.ts';
import type { TestOptions } from './e2e/support/test.ts';

/** Set by `npm run e2e -- --throttled`: every journey, and nothing else, on a cloud that is asked too much. */
const throttled = Boolean(process.env.WEFT_E2E_THROTTLED);

/** A worker's context is emptied between tests instead of made anew: half a second of each test's processor time. */
const oneContext = { reuseContext: true };

/** A machine of CI may be some times slower, which is no fault; nobody sits before it and waits for what fails. */
const patience = process.env.CI ? 4 : 1;

/** Run by scripts/e2e.mjs, which finds the browser and builds the product. Each worker starts a product of its own (e2e/support/product.ts). */
export default defineConfig<TestOptions>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '.cache/e2e',
  fullyParallel: true,
  // Two leave an eighth of two cores' time unused.
  workers: 3,
  // scripts/test.mjs names each test that needed it.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 40_000 * patience,
  expect: { timeout: 10_000 * patience },
  reporter: 'line',
  projects: [
    // One, for workers do not serve two: each begins with a product, a browser and a sign-in of its own.
    ...(throttled ? [] : [{ name: 'usual', testIgnore: '**/throttled.spec.ts', use: oneContext }]),
    {
      // Usually only those with the tag, which stand for all: a list, a form, a deletion, a task.
      name: 'throttled',
      testDir: 'e2e/journeys',
      ...(throttled ? {} : { grep: /@throttled/ }),
      timeout: 180_000 * patience,
      expect: { timeout: 30_000 * patience },
      use: { throttled: true },
    },
  ],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'Asia/Shanghai',
    // A trace costs a third more time. Of a test that failed: npm run e2e -- --trace on <file>.
    trace: 'off',
    // Nothing is to be seen of a movement but its end, sooner.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: {
      args: [...chromiumFlags],
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
  },
});
