// `npm run screenshots -- [name…]`: the pictures in docs/images, or some of them, taken of the demo world at both widths, in both themes and languages.
import { build } from './build.mjs';
import { bringChineseFont, bringChromium } from './chromium.mjs';
import { ensure } from './ensure.mjs';
import { say } from './support/root.mjs';

await ensure({ dev: true });
const [chromium] = await Promise.all([bringChromium(), build()]);
if (!chromium) {
  say('No Chromium was found or could be installed. Install one, or name it: CHROMIUM_PATH=/path/to/chromium');
  process.exit(1);
}
await bringChineseFont();
process.env.CHROMIUM_PATH = chromium;
const { runTypeScript } = await import('./support/typescript.mjs');
await runTypeScript('e2e/support/screenshots.ts');
