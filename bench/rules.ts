/**
 * The rule editor with 200 rules in each direction: a key in a cell until its paint, with the processor four times slower;
 * frames while a rule is dragged, at full speed; and what the analysis of a direction costs in the page. Then long lists: each
 * analysis in this process, and in the page the longest task and frame while the consequences of a change are worked out.
 */
import type { Page } from '@playwright/test';
import { simAt } from '../e2e/support/sim.ts';
import { benchLongLists, longLists } from '../network/testing/bench.ts';
import { usualRules } from '../network/testing/sample-rules.ts';
import { startBench } from './support/browser.ts';
import { percentile, table } from './support/numbers.ts';

const count = 200;
const keys = 60;

const line = (direction: string) => (rule: ReturnType<typeof usualRules>[number], at: number) =>
  [direction, rule.action, rule.protocol, rule.protocol === 'ICMP' ? '' : rule.port, rule.cidr, `rule ${at}`].join('\t');

/** 200 different rules of each direction, as they would be pasted. */
function pasted(): string {
  return [...usualRules(count, 1).map(line('ingress')), ...usualRules(count, 2).map(line('egress'))].join('\n');
}

/** Milliseconds from the event of each key until the frame after it was produced. */
async function strokes(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { strokeTimes: times });
    addEventListener(
      'keydown',
      (event) => {
        const began = event.timeStamp;
        // The frame in which this key is drawn begins with the next animation frame and ends before the message after it.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => times.push(performance.now() - began);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  const cell = page.locator('tr[data-row]').nth(20).locator('[data-col=remote]');
  await cell.click();
  await page.keyboard.press('Enter');
  for (let at = 0; at < keys; at += 1) {
    // Typed, taken back, typed again: addresses that can be read and texts that cannot, in turn.
    await page.keyboard.press(at % 12 < 8 ? (['1', '0', '.', '1', '.', '2', '.', '3'][at % 12] ?? '1') : 'Backspace');
    // As fast as people type.
    await page.waitForTimeout(80);
  }
  return page.evaluate(() => (window as unknown as { strokeTimes: number[] }).strokeTimes);
}

/** Durations of the frames while a rule is dragged up and down. */
async function drag(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { dragFrames: frames });
    let last = performance.now();
    const step = (now: number): void => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  const grip = page.locator('tr[data-row]').nth(3).locator('td').first().locator('span.cursor-grab');
  const box = await grip.boundingBox();
  if (!box) throw new Error('there is no rule to drag');
  const x = box.x + box.width / 2;
  await page.mouse.move(x, box.y + box.height / 2);
  await page.mouse.down();
  await page.evaluate(() => (window as unknown as { dragFrames: number[] }).dragFrames.splice(0));
  for (let turn = 0; turn < 3; turn += 1) {
    await page.mouse.move(x, box.y + 420, { steps: 40 });
    await page.mouse.move(x, box.y + 20, { steps: 40 });
  }
  const frames = await page.evaluate(() => (window as unknown as { dragFrames: number[] }).dragFrames.slice());
  await page.mouse.up();
  return frames;
}

const headings = ['Direction', 'Action', 'Protocol', 'Port', 'Address', 'Description'].join('\t');

/** Puts rules into the editor of a group without any, by its dialog for pasted text. */
async function paste(page: Page, group: string, text: string): Promise<void> {
  await page.goto('/security-groups?region=ap-guangzhou');
  const href = await page.getByRole('main').getByRole('link', { name: group, exact: true }).getAttribute('href');
  await page.goto((href ?? '').replace('?', '/rules?'));
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Paste or open/ }).click();
  await page.getByRole('dialog').locator('textarea').fill(`${headings}\n${text}`);
  await page.getByRole('dialog').getByRole('button', { name: /^Add/ }).click();
}

/** After a change of the first rule: the longest task of the main thread and the longest frame, ms, until nothing is worked out any more. */
async function whileAnalysed(page: Page): Promise<readonly [task: number, frame: number]> {
  await page.locator('tr[data-row]').nth(1).waitFor();
  // The first analysis ends before a change asks for the next.
  await page.waitForTimeout(3000);
  await page.evaluate(() => {
    const seen = { task: 0, frame: 0 };
    Object.assign(window, { longestOf: seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.task = Math.max(seen.task, duration);
    }).observe({ type: 'longtask' });
    let last = performance.now();
    const step = (now: number): void => {
      seen.frame = Math.max(seen.frame, now - last);
      last = now;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  const cell = page.locator('tr[data-row]').nth(1).locator('[data-col=remote]');
  await cell.click();
  await page.keyboard.press('Enter');
  await page.keyboard.type('10.2.3.4');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(4000);
  const { task, frame } = await page.evaluate(() => (window as unknown as { longestOf: { task: number; frame: number } }).longestOf);
  return [task, frame];
}

const figures = benchLongLists(() => performance.now());
table('Long lists in this process, ms', [
  ['analysis', 'in all', 'longest slice'],
  ...figures.map(({ name, whole, longest }): [string, string, string] => [name, whole.toFixed(0), longest.toFixed(0)]),
]);

const bench = await startBench();
try {
  await simAt(bench.product.simulator).quota('policies-per-direction', 1200);
  const { page, tools, close } = await bench.page();
  await paste(page, 'test-delete-me', pasted());
  await page.getByRole('button', { name: new RegExp(`^Inbound ?${count}`) }).waitFor();
  await page.locator('tr[data-row]').nth(20).waitFor();
  const frames = await drag(page);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  // Of the main thread's own time: a busy machine does not add to it.
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async (): Promise<number> => {
    const { metrics } = await tools.send('Performance.getMetrics');
    const parts = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'];
    return metrics.reduce((sum, { name, value }) => sum + (parts.includes(name) ? value * 1000 : 0), 0);
  };
  const before = await busy();
  const times = await strokes(page);
  const each = (await busy()) - before;
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const of = (values: readonly number[]) => [0.5, 0.95, 1].map((p) => percentile(values, p).toFixed(1)).join(' / ');
  table(`The rule editor, ${count} + ${count} rules`, [
    ['measure', 'p50 / p95 / max'],
    [`key to paint in a cell, processor 4x slower, ms (${times.length} keys)`, of(times)],
    ['script, style and layout a key, analysis included, ms of the thread (mean)', (each / times.length).toFixed(1)],
    [`frame while dragging, ms (${frames.length} frames)`, of(frames)],
  ]);
  const long: [string, string, string][] = [];
  for (const name of ['101 rules of 50 odd ports, nested', '513 rules of 8 ports, nested'] as const) {
    const own = await bench.page();
    await paste(own.page, 'test-delete-me', longLists[name]().map(line('ingress')).join('\n'));
    const [task, frame] = await whileAnalysed(own.page);
    long.push([name, task === 0 ? 'none' : task.toFixed(0), frame.toFixed(0)]);
    await own.close();
  }
  table('Long lists in the page, ms', [['while consequences are worked out', 'longest task over 50', 'longest frame'], ...long]);
  await close();
} finally {
  await bench.close();
}
