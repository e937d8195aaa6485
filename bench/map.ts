/** The maps: layout of a VPC of 1,000 subnets and 5,000 interfaces, plans of estates, whole and in slices, from a press to the map, frames. */
import { loadavg } from 'node:os';
import type { Page } from '@playwright/test';
import { simAt } from '../e2e/support/sim.ts';
import { estateOf } from '../network/maps/estate.ts';
import { type EstateView, estateView } from '../network/maps/estate-groups.ts';
import { estatePlan, planEstate } from '../network/maps/estate-places.ts';
import { estateScene } from '../network/maps/estate-scene.ts';
import { vpcMapOf } from '../network/maps/vpc-map.ts';
import { vpcScene } from '../network/maps/vpc-scene.ts';
import { sampleEstateModel, sampleEstateWords } from '../network/testing/sample-estate.ts';
import { sampleMeasure as measure, sampleMapModel, sampleWords as words } from '../network/testing/sample-map.ts';
import { pressUntil, startBench } from './support/browser.ts';
import { median, percentile, spread, table } from './support/numbers.ts';

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

const room = { width: 1384, height: 760 } as const;

function vpcFigures(): string[][] {
  const model = sampleMapModel({ tables: 6, subnets: 1000, zones: 5, peers: 8, interfacesPerSubnet: 5 }, 1);
  const map = vpcMapOf(model, 'vpc-home');
  if (!map) throw new Error('the sample has no vpc-home');
  const tiles = new Set(map.tables.flatMap(({ id }) => map.zones.map((zone) => `tile:${id}:${zone}`)));
  return [
    ['VPC of 1,000 subnets: what it tells, from the rows, ms', spread(timed(() => vpcMapOf({ ...model }, 'vpc-home')))],
    ['the same: layout, zones as tiles, ms', spread(timed(() => vpcScene({ map, words, measure, ...room })))],
    ['the same: layout, every subnet drawn, ms', spread(timed(() => vpcScene({ map, words, measure, ...room, open: tiles })))],
  ];
}

const planned = [12, 20, 24, 40] as const;

/** The longest slice of each run. */
function slices(view: EstateView): number[] {
  const longest: number[] = [];
  for (let run = 0; run < 25; run += 1) {
    const work = planEstate(view, room.width);
    let most = 0;
    for (let done = false; !done; ) {
      const began = performance.now();
      done = work.next().done === true;
      most = Math.max(most, performance.now() - began);
    }
    if (run >= 5) longest.push(most);
  }
  return longest;
}

/** Plans of more and more lines, and how they grow within this run. */
function planFigures(): string[][] {
  const views = planned.map((lines) =>
    estateView(estateOf(sampleEstateModel({ vpcs: 40, lines, accounts: 2, regions: 4 }, 1)), { grouping: 'none' }),
  );
  const times = views.map((view) => timed(() => estatePlan(view, room.width)));
  const least = median(times[0] ?? []);
  return views.flatMap((view, at) => {
    const own = times[at] ?? [];
    const ratio = (median(own) / least).toFixed(1);
    return [
      [
        `estate of 40 VPCs: plan of ${view.lines.length} lines, ms; by how much ${planned[0]} lines are quicker`,
        `${spread(own)}  ×${ratio}`,
      ],
      ['the same in slices: the longest, ms', spread(slices(view))],
      ['the same kept: one line more, ms', spread(timed(() => keptBut(view)))],
    ];
  });
}

/** A plan that has all lines but the last, and gets it. */
function keptBut(view: EstateView): unknown {
  const before = beforeLast.get(view) ?? estatePlan({ ...view, lines: view.lines.slice(1) }, room.width);
  beforeLast.set(view, before);
  return estatePlan(view, room.width, before);
}
const beforeLast = new Map<EstateView, ReturnType<typeof estatePlan>>();

function estateFigures(): string[][] {
  const figures = [
    { vpcs: 40, lines: 20, accounts: 2, regions: 4 },
    { vpcs: 200, lines: 60, accounts: 3, regions: 4, tagged: true },
    { vpcs: 1000, lines: 400, accounts: 4, regions: 6 },
  ].map((size) => {
    const model = sampleEstateModel(size, 1);
    const estate = estateOf(model);
    const view = estateView(estate);
    const plan = estatePlan(view, room.width);
    return [
      [`estate of ${size.vpcs} VPCs: what it tells, from the rows, ms`, spread(timed(() => estateOf({ ...model })))],
      ['the same: what is grouped, ms', spread(timed(() => estateView(estate)))],
      [`the same: places and ways of ${view.lines.length} lines, ms`, spread(timed(() => estatePlan(view, room.width)))],
      ['the same: the picture, ms', spread(timed(() => estateScene({ view, plan, words: sampleEstateWords, measure, ...room })))],
    ];
  });
  return [...planFigures(), ...figures.flat()];
}

const runs = 5;
const region = 'ap-chengdu';
const box = 'svg [data-key]';

/** Durations of frames while the page is scrolled there and back. */
const scroll = (page: Page): Promise<number[]> =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const scroller = [...document.querySelectorAll('main, html')].find((one) => one.scrollHeight > one.clientHeight);
        const frames: number[] = [];
        let last = performance.now();
        const step = (now: number): void => {
          frames.push(now - last);
          last = now;
          if (frames.length > 240) {
            resolve(frames.slice(1));
            return;
          }
          scroller?.scrollBy(0, Math.floor(frames.length / 60) % 2 === 0 ? 12 : -12);
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
  );

/** Durations of frames while the map is brought nearer and farther by its keys, a press each tenth of a second. */
const zoom = (page: Page): Promise<number[]> =>
  page.evaluate(
    (wanted) =>
      new Promise<number[]>((resolve) => {
        const card = document.querySelector<SVGElement>(wanted);
        const frames: number[] = [];
        let last = performance.now();
        const step = (now: number): void => {
          frames.push(now - last);
          last = now;
          if (frames.length > 240) {
            resolve(frames.slice(1));
            return;
          }
          const key = Math.floor(frames.length / 30) % 2 === 0 ? '+' : '-';
          if (frames.length % 6 === 0) card?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    box,
  );

const framesOf = (frames: readonly number[]): string => [0.5, 0.95, 1].map((p) => percentile(frames, p).toFixed(1)).join(' / ');

const bench = await startBench();
try {
  await simAt(bench.product.simulator).fill({ region, vpcs: 100, subnetsPerVpc: 10, enisPerSubnet: 5 });
  const { page, close } = await bench.page();
  await page.goto(`/topology?region=${region}`);
  // The page counts the lists until it has all of them.
  await page.locator(box).first().waitFor();
  await page.locator('main h1 ~ span [role=status]:empty').waitFor({ state: 'attached', timeout: 120_000 });
  const first: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await page.locator('nav a[href^="/addresses"]').first().click();
    await page.getByRole('heading', { level: 1, name: 'Address space' }).waitFor();
    first.push(await pressUntil(page, 'nav a[href^="/topology"]', box));
  }
  const scrolled = await scroll(page);
  const zoomed = await zoom(page);
  await close();
  table(
    `Maps, load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
    [
      ['measure', 'value'],
      ...vpcFigures(),
      ...estateFigures(),
      ['press to the estate of 1,000 subnets and 5,000 interfaces, its data there, ms', spread(first, 0)],
      ['scrolled, frame ms p50 / p95 / max', framesOf(scrolled)],
      ['nearer and farther, frame ms p50 / p95 / max', framesOf(zoomed)],
    ],
  );
} finally {
  await bench.close();
}
