// `npm run e2e -- …`: the browser tests against the built product; arguments go to Playwright (a file, --headed, --debug).
// `--throttled`: every journey on a cloud that is slow and refuses every third call.
import { build } from './build.mjs';
import { bringChromium } from './chromium.mjs';
import { ensure } from './ensure.mjs';
import { isMain, publicEnv, say } from './support/root.mjs';
import { tool } from './support/tool.mjs';

/** Runs Playwright with the given Chromium; the product must have been built. Resolves to the exit code. */
export const runBrowserTests = (chromium, args = [], extra = {}) =>
  tool('playwright', ['test', ...args], { stdio: 'inherit', env: publicEnv({ CHROMIUM_PATH: chromium, ...extra }) });

if (isMain(import.meta.url)) {
  await ensure({ dev: true });
  const [chromium] = await Promise.all([bringChromium(), build()]);
  if (!chromium) {
    say('No Chromium was found or could be installed. Install one, or name it: CHROMIUM_PATH=/path/to/chromium');
    process.exit(1);
  }
  const given = process.argv.slice(2);
  const throttled = given.includes('--throttled') ? { WEFT_E2E_THROTTLED: '1' } : {};
  const args = given.filter((argument) => argument !== '--throttled');
  process.exit(await runBrowserTests(chromium, args, throttled));
}
