// Finds a Chromium for the browser tests, or brings one.
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { withLock } from './support/lock.mjs';
import { at, isMain, publicEnv, run, say } from './support/root.mjs';

/** Chromium without windows: nothing is drawn around a page, which takes a quarter off a run of the browser tests. */
const windowless = 'chromium-headless-shell';
const windowed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** In which order they are looked for. What is measured is measured in what people use. */
const preference = (measuring) => (measuring ? [...windowed, windowless] : [windowless, ...windowed]);

const carried = at('.cache', 'chromium');
const launcher = path.join(carried, 'chromium.sh');

function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function inPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, name)).find(runnable);
}

/** The browser that `npx playwright install chromium` keeps, if there is one. */
function inPlaywrightStore() {
  try {
    const { chromium } = createRequire(import.meta.url)('@playwright/test');
    return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
  } catch {
    return undefined;
  }
}

/** Path of a Chromium that is already here, or undefined. A path named by the environment must work. */
export function findChromium({ measuring = false } = {}) {
  const named = process.env.CHROMIUM_PATH || process.env.CHROME_PATH;
  if (named) {
    if (runnable(named)) return named;
    throw new Error(`CHROMIUM_PATH (or CHROME_PATH) names ${named}, which cannot be run.`);
  }
  return preference(measuring).map(inPath).find(Boolean) ?? inPlaywrightStore() ?? (runnable(launcher) ? launcher : undefined);
}

const canUseApt = () => process.getuid?.() === 0 && existsSync('/etc/debian_version') && Boolean(inPath('apt-get'));

async function apt(...packages) {
  if (!canUseApt()) return false;
  say(`Installing ${packages.join(' and ')} with apt-get …`);
  const env = publicEnv({ DEBIAN_FRONTEND: 'noninteractive' });
  if ((await run('apt-get', ['update', '-qq'], { env })) !== 0) return false;
  return (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env })) === 0;
}

async function unpack(archive, folder, extract) {
  mkdirSync(folder, { recursive: true });
  await pipeline(createReadStream(archive), createBrotliDecompress(), extract(folder));
}

/**
 * A registry package carries a headless Chromium with the libraries it needs; its own unpacker puts them where a cloud function wants them,
 * so we unpack into .cache/ ourselves. A second package carries the Chinese glyphs.
 */
async function bringCarried() {
  say('Fetching the Chromium that a registry package carries (into .cache/) …');
  mkdirSync(carried, { recursive: true });
  const wanted = ['@sparticuz/chromium@147.0.0', '@embedpdf/fonts-sc@1.0.0'];
  const options = ['--prefix', carried, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  if ((await run('npm', ['install', ...options, ...wanted])) !== 0) return undefined;
  const inStore = (...parts) => path.join(carried, 'node_modules', ...parts);
  const bin = (name) => inStore('@sparticuz', 'chromium', 'bin', name);
  const { default: tar } = await import(inStore('tar-fs', 'index.js'));
  const binary = path.join(carried, 'chromium');
  await pipeline(createReadStream(bin('chromium.br')), createBrotliDecompress(), createWriteStream(binary));
  chmodSync(binary, 0o755);
  await unpack(bin('al2023.tar.br'), path.join(carried, 'libraries'), tar.extract);
  await unpack(bin('fonts.tar.br'), path.join(carried, 'text'), tar.extract);
  await unpack(bin('swiftshader.tar.br'), carried, tar.extract);
  const fonts = path.join(carried, 'text', 'fonts');
  cpSync(inStore('@embedpdf', 'fonts-sc', 'fonts', 'NotoSansHans-Regular.otf'), path.join(fonts, 'NotoSansHans-Regular.otf'));
  cpSync(inStore('@embedpdf', 'fonts-sc', 'fonts', 'NotoSansHans-Bold.otf'), path.join(fonts, 'NotoSansHans-Bold.otf'));
  writeFileSync(
    path.join(carried, 'fonts.conf'),
    `<?xml version="1.0"?>\n<fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${path.join(carried, 'font-cache')}</cachedir></fontconfig>\n`,
  );
  const script = [
    '#!/bin/sh',
    `export LD_LIBRARY_PATH='${path.join(carried, 'libraries', 'lib')}' FONTCONFIG_FILE='${path.join(carried, 'fonts.conf')}'`,
    `exec '${binary}' "$@"`,
  ];
  writeFileSync(launcher, `${script.join('\n')}\n`, { mode: 0o755 });
  return runs(launcher);
}

/** The path again when the browser starts at all; a missing system library shows here and not in the middle of a test. */
async function runs(executable) {
  const code = await run(executable, ['--version'], { stdio: 'ignore' });
  return code === 0 ? executable : undefined;
}

async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    say(error.message);
    return undefined;
  }
}

/** Path of a Chromium, brought if need be: Debian's package when root on Debian, else the one from the registry. Undefined when all fail. */
export async function bringChromium(how = {}) {
  const here = findChromium(how);
  if (here) return here;
  return withLock('chromium', async () => {
    // Older Debians have no package of the one without windows.
    for (const name of how.measuring ? ['chromium'] : [windowless, 'chromium']) {
      if (!findChromium(how)) await attempt(() => apt(name, 'fonts-wqy-zenhei'));
    }
    return findChromium(how) ?? (await attempt(bringCarried));
  });
}

/** Chinese glyphs for screenshots, as far as this machine lets us install them. */
export async function bringChineseFont() {
  if (process.platform !== 'linux' || runnable(launcher)) return;
  if (inPath('fc-list') && (await run('sh', ['-c', 'fc-list :lang=zh | grep -q .'])) === 0) return;
  if (!(await apt('fonts-wqy-zenhei'))) say('No Chinese font was found or could be installed: screenshots will show boxes.');
}

if (isMain(import.meta.url)) {
  const found = await bringChromium();
  if (found) process.stdout.write(`${found}\n`);
  else process.exit(1);
}
