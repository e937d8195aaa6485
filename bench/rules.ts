/**
 * The rule editor with 200 rules in each direction: a key in a cell until its paint, with the processor four times slower;
 * frames while a rule is dragged, at full speed; and what the analysis of a direction costs in the page.
 */
import type { Page } from '@playwright/test';
import { simAt } from '../e2e/support/sim.ts';
import { usualRules } from '../network/sample-rules.ts';
import { startBench } from './support/browser.ts';
import { percentile, table } from './support/numbers.ts';

const count = 200;
const keys = 60;

/** 200 different rules of each direction, as they would be pasted. */
function pasted(): string {
  const line = (direction: string) => (rule: ReturnType<typeof usualRules>[number], at: number) =>
    [direction, rule.action, rule.protocol, rule.protocol === 'ICMP' ? '' : rule.port, rule.cidr, `rule ${at}`].join('\t');
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
  const cell = page.locator('tr[data-row]').nth(20).locator('[data-col=far]');
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

const bench = await startBench();
try {
  await simAt(bench.product.simulator).quota('policies-per-direction', 500);
  const { page, tools, close } = await bench.page();
  await page.goto('/security-groups?region=ap-guangzhou');
  const href = await page.getByRole('main').getByRole('link', { name: 'test-delete-me', exact: true }).getAttribute('href');
  await page.goto((href ?? '').replace('?', '/rules?'));
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Paste or open/ }).click();
  await page.getByRole('dialog').locator('textarea').fill(pasted());
  await page.getByRole('dialog').getByRole('button', { name: /^Add/ }).click();
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
  await close();
} finally {
  await bench.close();
}
