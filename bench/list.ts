/** A list of 20,000: until the first row, until all rows, frames while scrolling, and key strokes in the search. */
import type { Page } from '@playwright/test';
import { simAt } from '../e2e/support/sim.ts';
import { shownAt, startBench } from './support/browser.ts';
import { percentile, spread, table } from './support/numbers.ts';

const runs = 5;
const rows = 20_000;
const region = 'ap-chengdu';
const row = 'tbody tr[data-id]';

/** Until the page says how many rows there are, which it does when it has all of them. */
const allAt = (page: Page): Promise<number> =>
  page
    .getByText(`${rows.toLocaleString('en-US')} rows`, { exact: true })
    .waitFor({ timeout: 120_000 })
    .then(() => page.evaluate(() => performance.now()));

/** Durations of the frames while the list is scrolled by 900 px each. */
const scroll = (page: Page): Promise<number[]> =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const scroller = document.querySelector('.table-scroll');
        const frames: number[] = [];
        let last = performance.now();
        const step = (now: number): void => {
          frames.push(now - last);
          last = now;
          if (frames.length > 240) resolve(frames.slice(1));
          else {
            if (scroller) scroller.scrollTop += 900;
            requestAnimationFrame(step);
          }
        };
        requestAnimationFrame(step);
      }),
  );

/** Types a letter into the search and waits until the count has changed and its frame is out. */
async function keystroke(page: Page, text: string): Promise<number> {
  await page.getByRole('searchbox').focus();
  // The watch is set before the key is pressed, and asked for its result afterwards.
  const watch = await page.evaluateHandle(() => {
    const count = (): string | null | undefined => document.querySelector('main [aria-live=polite]')?.textContent;
    const before = count();
    const painted = new Promise<number>((resolve) => {
      const onKey = (): void => {
        const began = performance.now();
        const look = (): void => {
          if (count() !== before) requestAnimationFrame(() => resolve(performance.now() - began));
          else requestAnimationFrame(look);
        };
        look();
      };
      addEventListener('keydown', onKey, { once: true, capture: true });
    });
    return { painted };
  });
  await page.keyboard.press(text);
  return watch.evaluate(({ painted }) => painted);
}

const bench = await startBench();
try {
  await simAt(bench.product.simulator).fill({ region, vpcs: rows });
  const first: number[] = [];
  const all: number[] = [];
  const frames: number[] = [];
  const keys: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { page, close } = await bench.page();
    await page.goto(`/vpcs?region=${region}`, { waitUntil: 'commit' });
    first.push(await shownAt(page, row));
    all.push(await allAt(page));
    frames.push(...(await scroll(page)));
    // Each stroke narrows what is found, so each changes the count.
    for (const text of ['0', '1', '7']) keys.push(await keystroke(page, text));
    await close();
  }
  table(`A list of ${rows.toLocaleString('en-US')} VPCs, ${runs} runs, median (range)`, [
    ['measure', 'value'],
    ['first row, ms', spread(first, 0)],
    ['all rows, ms', spread(all, 0)],
    ['frame while scrolling, ms p50 / p95 / max', [0.5, 0.95, 1].map((p) => percentile(frames, p).toFixed(1)).join(' / ')],
    ['key stroke to paint in the search, ms', spread(keys, 0)],
  ]);
} finally {
  await bench.close();
}
