import { defineConfig } from '@playwright/test';
import { chromiumFlags } from './e2e/support/flags.ts';

/** Run by scripts/e2e.mjs, which finds the browser and builds the product. Each worker starts a product of its own (e2e/support/product.ts). */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '.cache/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 40_000,
  expect: { timeout: 10_000 },
  reporter: 'line',
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
