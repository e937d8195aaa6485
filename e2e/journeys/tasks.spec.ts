/** Asynchronous calls are followed to their end, whatever happens in between; a write whose answer was lost ends in the truth. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import words from '../../src/kit/task-tray/en.json' with { type: 'json' };
import messages from '../../src/pages/explorer/en.json' with { type: 'json' };
import { vpc } from '../families/vpc.ts';
import { createTitle } from '../support/family.ts';
import { formOf, listOf } from '../support/pages.ts';
import { startProduct } from '../support/product.ts';
import { simAt } from '../support/sim.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const { pages } = texts.en;
const region = 'ap-guangzhou';

/** The tray of tasks, opened. */
async function openTray(page: Page) {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Tasks$|task/ })
    .click();
  return page.getByRole('dialog', { name: words.tray }).or(page.getByRole('region', { name: words.tray }));
}

/** Starts work that takes a while: a NAT gateway in the first VPC of the list. */
async function beginNatGateway(page: Page, name: string): Promise<void> {
  await page.goto(`/vpcs?region=${region}&q=staging`);
  const id = await listOf(page, vpc).row('staging').getAttribute('data-id');
  const query = new URLSearchParams({ region, natName: name, vpcId: id ?? '', maxConcurrent: '1000000', autoAllocEipNum: '1' });
  await page.goto(`/explorer/vpc2017/CreateNatGateway?${query}`);
  await page.getByRole('button', { name: messages.runWrite, exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button').last().click();
  await expect(page.getByText(messages.succeeded, { exact: true })).toBeVisible();
}

test('the server is killed in the middle of an asynchronous call; started again, the tray picks it up and ends right', async ({
  browser,
  throttled,
}) => {
  test.slow();
  const data = mkdtempSync(join(tmpdir(), 'weft-data-'));
  const product = await startProduct({ data, throttled });
  const sim = simAt(product.simulator);
  const context = await browser.newContext({ baseURL: product.url });
  try {
    await sim.transitions('nat-gateway', { seconds: 600 });
    const page = await context.newPage();
    await page.goto(product.signInLink);
    await expect(page.getByRole('heading', { level: 1, name: pages.overview })).toBeVisible();
    await beginNatGateway(page, 'outlives-the-server');
    const tray = await openTray(page);
    await expect(tray.getByText(words.stateRunning, { exact: true })).toBeVisible();

    await product.kill();
    // The poller has asked a server that is not there.
    await page.waitForEvent('requestfailed', (request) => request.url().includes('QueryNatGatewayProductionStatus'));
    await expect(tray.getByText(words.stateRunning, { exact: true })).toBeVisible();

    await product.start();
    await simAt(product.simulator).advance(700);
    await expect(tray.getByText(words.stateDone, { exact: true })).toBeVisible({ timeout: 20_000 });

    await page.reload();
    const again = await openTray(page);
    await expect(again.getByText(words.stateDone, { exact: true })).toBeVisible();
  } finally {
    await context.close();
    await product.stop();
    rmSync(data, { recursive: true, force: true });
  }
});

test('two tabs, one poller; the other takes over when the first is closed', async ({ page, context, sim }) => {
  await sim.transitions('nat-gateway', { seconds: 600 });
  const asked = new Map<Page, number>();
  context.on('request', (request) => {
    if (!request.url().includes('QueryNatGatewayProductionStatus')) return;
    const from = request.frame().page();
    asked.set(from, (asked.get(from) ?? 0) + 1);
  });
  await beginNatGateway(page, 'seen-by-two');
  await expect.poll(() => asked.get(page) ?? 0).toBeGreaterThan(0);
  const other = await context.newPage();
  await other.goto(`/vpcs?region=${region}`);
  const tray = await openTray(other);
  await expect(tray.getByText(words.stateRunning, { exact: true })).toBeVisible();
  const before = asked.get(page) ?? 0;
  await expect.poll(() => asked.get(page) ?? 0, { timeout: 10_000 }).toBeGreaterThan(before);
  expect(asked.get(other) ?? 0).toBe(0);
  await page.close();
  await expect.poll(() => asked.get(other) ?? 0, { timeout: 10_000 }).toBeGreaterThan(0);
  await sim.advance(700);
  await expect(tray.getByText(words.stateDone, { exact: true })).toBeVisible({ timeout: 15_000 });
});

test('a write whose answer was lost is looked up, not repeated', async ({ page, sim, watched }) => {
  watched.allow(504);
  const calls: string[] = [];
  page.on('request', (request) => request.url().endsWith('/CreateVpc') && calls.push(request.url()));
  const list = listOf(page, vpc);
  await list.goto();
  await expect(list.rows).toHaveCount(vpc.list?.count ?? 0);
  await sim.fault({ action: 'CreateVpc', kind: 'drop-after' });
  await list.create.click();
  const form = formOf(page, createTitle(vpc));
  await form.fill({ Name: 'answer-lost', 'IPv4 range': '10.201.0.0/16' });
  await form.submit.click();
  await expect(form.panel).toHaveCount(0);
  await expect(list.row('answer-lost')).toHaveCount(1);
  await page.reload();
  await expect(list.row('answer-lost')).toHaveCount(1);
  await expect(list.rows).toHaveCount((vpc.list?.count ?? 0) + 1);
  expect(calls).toHaveLength(1);
});
