/** The map of 1,000 subnets and 5,000 interfaces: laying out, until it is seen once the data is there, frames while it moves. */
import { loadavg } from 'node:os';
import type { Page } from '@playwright/test';
import { simAt } from '../e2e/support/sim.ts';
import { sampleModel } from '../network/testing/sample-model.ts';
import { buildTopology } from '../src/pages/topology/build.ts';
import { layout } from '../src/pages/topology/layout.ts';
import { pressUntil, startBench } from './support/browser.ts';
import { percentile, spread, table } from './support/numbers.ts';

const runs = 5;
const region = 'ap-chengdu';
const size = { vpcs: 100, subnetsPerVpc: 10 } as const;
const box = 'svg [data-key]';

/** Milliseconds of each run, after some that warm up. */
function timed(work: () => unknown): number[] {
  const times: number[] = [];
  for (let run = 0; run < 25; run += 1) {
    const began = performance.now();
    work();
    if (run >= 5) times.push(performance.now() - began);
  }
  return times;
}

function placing(): string[][] {
  const model = sampleModel({ ...size, interfacesPerSubnet: 5 });
  const build = () => buildTopology(model, new Map(), { grouped: true, places: [] });
  const { roots } = build();
  const all = (): boolean => true;
  const { memory, boxes } = layout(roots, all);
  return [
    ['boxes laid out', String(boxes.length)],
    ['boxes and lines from the rows, ms', spread(timed(build))],
    ['layout from nothing, ms', spread(timed(() => layout(roots, all)))],
    ['layout after a change, ms', spread(timed(() => layout(roots, all, memory)))],
  ];
}

/** Durations of frames while the wheel turns a little in each. */
const move = (page: Page, how: 'pan' | 'zoom'): Promise<number[]> =>
  page.evaluate(
    (kind) =>
      new Promise<number[]>((resolve) => {
        const map = document.querySelector('svg [data-key]')?.closest('[role=group]');
        const frame = map?.getBoundingClientRect();
        const frames: number[] = [];
        let last = performance.now();
        const step = (now: number): void => {
          frames.push(now - last);
          last = now;
          if (frames.length > 240) {
            resolve(frames.slice(1));
            return;
          }
          // There and back again, so that the map is crossed and never left.
          const turn = Math.floor(frames.length / 60) % 2 === 0 ? -1 : 1;
          const at = { clientX: (frame?.left ?? 0) + 300, clientY: (frame?.top ?? 0) + 300 };
          map?.dispatchEvent(new WheelEvent('wheel', { deltaY: 24 * turn, shiftKey: kind === 'pan', cancelable: true, ...at }));
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    how,
  );

const parts = (frames: readonly number[]): string => [0.5, 0.95, 1].map((p) => percentile(frames, p).toFixed(1)).join(' / ');

const bench = await startBench();
try {
  await simAt(bench.product.simulator).fill({ region, ...size, enisPerSubnet: 5 });
  const first: number[] = [];
  const frames = { pan: [] as number[], zoom: [] as number[] };
  const { page, close } = await bench.page();
  await page.goto(`/topology?region=${region}`);
  // The page counts the lists until it has all of them.
  await page.locator(box).first().waitFor();
  await page.locator('main h1 ~ span [role=status]:empty').waitFor({ state: 'attached', timeout: 120_000 });
  for (let run = 0; run < runs; run += 1) {
    await page.locator('nav a[href^="/addresses"]').first().click();
    await page.getByRole('heading', { level: 1, name: 'Address space' }).waitFor();
    first.push(await pressUntil(page, 'nav a[href^="/topology"]', box));
    frames.pan.push(...(await move(page, 'pan')));
    frames.zoom.push(...(await move(page, 'zoom')));
  }
  await page.getByRole('button', { name: 'Open down to' }).click();
  await page.getByRole('menuitemradio', { name: 'Each interface' }).click();
  await page.locator(box).first().waitFor();
  const open = { pan: await move(page, 'pan'), zoom: await move(page, 'zoom') };
  const elements = await page.locator(box).count();
  await close();
  table(
    `A map of 1,000 subnets and 5,000 interfaces, load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
    [
      ['measure', 'value'],
      ...placing(),
      ['press to map with the data in the cache, ms', spread(first, 0)],
      ['pan, frame ms p50 / p95 / max', parts(frames.pan)],
      ['zoom, frame ms p50 / p95 / max', parts(frames.zoom)],
      ['each interface open: pan, frame ms', parts(open.pan)],
      ['each interface open: zoom, frame ms', parts(open.zoom)],
      ['boxes that are elements of their own', String(elements)],
    ],
  );
} finally {
  await bench.close();
}
