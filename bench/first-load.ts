/** The first visit to /vpcs: until the first row is seen, what is transferred for it, and how fast it goes on from there. */
import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from '@playwright/test';
import { type Bench, pressUntil, shownAt, startBench } from './support/browser.ts';
import { spread, table } from './support/numbers.ts';

const runs = 9;
const path = '/vpcs?region=ap-guangzhou';
const row = 'tbody tr[data-id]';

/** The browser's own "Fast 4G": 9 Mb/s down, 165 ms there and back. */
const fast4g = { offline: false, latency: 165, downloadThroughput: 9_000_000 / 8, uploadThroughput: 1_350_000 / 8 };

async function slow(tools: CDPSession): Promise<void> {
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', fast4g);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

interface Weight {
  files: number;
  sent: number;
  gzip: number;
}

/** Scripts and styles of a page: how many, their bytes as sent, and gzipped. */
async function weigh(page: Page, tools: CDPSession, work: () => Promise<unknown>): Promise<Weight> {
  const kinds = new Map<string, string>();
  const weight: Weight = { files: 0, sent: 0, gzip: 0 };
  const bodies: Promise<void>[] = [];
  await tools.send('Network.enable');
  tools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  tools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!/Script|Stylesheet/.test(kinds.get(requestId) ?? '')) return;
    weight.files += 1;
    weight.sent += encodedDataLength;
  });
  page.on('response', (response) => {
    if (!/\.(?:js|css)$/.test(new URL(response.url()).pathname)) return;
    bodies.push(
      response.body().then((body) => {
        weight.gzip += gzipSync(body, { level: 9 }).length;
      }),
    );
  });
  await work();
  await Promise.all(bodies);
  return weight;
}

async function firstRows(bench: Bench, how: { throttled?: true; window?: 'fresh' }): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const { page, tools, close } = await bench.page(how.window);
    if (how.throttled) await slow(tools);
    await page.goto(path, { waitUntil: 'commit' });
    const time = await shownAt(page, row);
    if (run > 0) times.push(time); // The first warms up server and browser.
    await close();
  }
  return times;
}

/** There and back again in one page: each list → detail, and the heap afterwards. */
async function wander(bench: Bench): Promise<{ toDetail: number[]; heap: number }> {
  const { page, tools, close } = await bench.page();
  await page.goto(path);
  await page.locator(row).first().waitFor();
  const toDetail: number[] = [];
  for (let visit = 0; visit < 20; visit += 1) {
    toDetail.push(await pressUntil(page, `${row} td.stick a`, 'main nav a[aria-current=page]'));
    await page.goBack();
    await page.locator(row).first().waitFor();
  }
  await tools.send('HeapProfiler.enable');
  await tools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await tools.send('Runtime.getHeapUsage');
  await close();
  return { toDetail: toDetail.slice(1), heap: usedSize / 1e6 };
}

const bench = await startBench();
try {
  const { page, tools, close } = await bench.page();
  const weight = await weigh(page, tools, async () => {
    await page.goto(path);
    await page.locator(row).first().waitFor();
  });
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  await close();
  const plain = await firstRows(bench, {});
  const fresh = await firstRows(bench, { window: 'fresh' });
  const throttled = await firstRows(bench, { throttled: true });
  const { toDetail, heap } = await wander(bench);
  table(`First visit to /vpcs, ${runs} runs, median (range)`, [
    ['measure', 'value'],
    ['JS + CSS, kB as sent', `${(weight.sent / 1000).toFixed(1)} in ${weight.files} files`],
    ['JS + CSS, kB gzip -9', (weight.gzip / 1000).toFixed(1)],
    ['first row, cold, ms', spread(plain, 0)],
    ['the same while the browser still opens its window, ms', spread(fresh, 0)],
    ['first row, 4x CPU + Fast 4G, ms', spread(throttled, 0)],
    ['list to detail, ms', spread(toDetail, 0)],
    ['heap after 20 visits, MB', heap.toFixed(1)],
    ['elements on the list', String(nodes)],
  ]);
} finally {
  await bench.close();
}
