// `npm test`: types and lint, then everything that vitest runs, then the browser. Stops where a stage fails; closes with the counts.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { bringChromium } from './chromium.mjs';
import { runBrowserTests } from './e2e.mjs';
import { ensure } from './ensure.mjs';
import { fromCode, fromPlaywright, fromVitest, retriedByPlaywright, retriedByVitest, sum } from './support/results.mjs';
import { at, publicEnv, root, say } from './support/root.mjs';
import { tool } from './support/tool.mjs';

const reports = at('.cache', 'reports');
const counted = [];
const retried = [];

function close() {
  const { passed, failed, skipped } = sum(counted);
  // A fault of the test or of the product, if a rare one: named last, where it is seen, so that it is mended.
  for (const test of retried) process.stdout.write(`passed at the second try: ${test}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  process.exit(failed === 0 ? 0 : 1);
}

function stop(stage, notRun) {
  say(`\nStopped: ${stage} failed, see above.${notRun ? ` Not run: ${notRun}.` : ''}`);
  close();
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs a check whose output matters only when it fails, so that several can run at once without mixing their words. */
function check(name, command, args) {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: publicEnv(), stdio: ['ignore', 'pipe', 'pipe'] });
    const words = [];
    child.stdout.on('data', (chunk) => words.push(chunk));
    child.stderr.on('data', (chunk) => words.push(chunk));
    child.on('error', (error) => words.push(String(error)));
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(`${Buffer.concat(words.map((word) => Buffer.from(word)))}\n`);
      say(`${name}: ${code === 0 ? 'good' : 'failed'} (${seconds(began)})`);
      resolve(code ?? 1);
    });
  });
}

async function checks() {
  const node = process.execPath;
  const [types, lint, built] = await Promise.all([
    check('types', node, [at('node_modules/typescript/bin/tsc'), '--noEmit']),
    check('lint', node, [at('node_modules/@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']),
    check('build', node, [at('scripts/build.mjs')]),
  ]);
  counted.push(fromCode(types), fromCode(lint));
  if (built !== 0) counted.push(fromCode(built));
  const failed = Object.entries({ types, lint, build: built }).flatMap(([name, code]) => (code === 0 ? [] : [name]));
  if (failed.length > 0) stop(failed.join(' and '), 'unit, simulator, server and browser tests');
}

async function units() {
  const began = performance.now();
  const report = `${reports}/vitest.json`;
  const code = await tool('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  counted.push(fromVitest(report, code));
  retried.push(...retriedByVitest(report));
  say(`unit, simulator, server: ${code === 0 ? 'good' : 'failed'} (${seconds(began)})`);
  if (code !== 0) stop('unit, simulator or server tests', 'browser tests');
}

async function browser(chromium) {
  if (!chromium) {
    const why = 'no Chromium was found or could be installed (CHROMIUM_PATH=/path/to/chromium names one)';
    if (!process.env.CI) return say(`Browser tests skipped: ${why}.`);
    counted.push(fromCode(1));
    return say(`Browser tests failed: ${why}.`);
  }
  const began = performance.now();
  const report = `${reports}/playwright.json`;
  const code = await runBrowserTests(chromium, ['--reporter=dot,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  counted.push(fromPlaywright(report, code));
  retried.push(...retriedByPlaywright(report));
  say(`browser: ${code === 0 ? 'good' : 'failed'} (${seconds(began)})`);
}

await ensure({ dev: true });
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
// Fetching a browser waits for the network, so it goes on beside the first stages.
const chromium = bringChromium().catch((error) => say(error.message));
await checks();
await units();
await browser(await chromium);
close();
