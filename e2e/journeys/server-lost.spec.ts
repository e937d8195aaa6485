/** Weft's own server goes away and comes back while somebody looks at its pages. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { walk } from '../support/pages.ts';
import { startProduct } from '../support/product.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const { kit, shell, titles, ui } = texts.en;

test('one banner, kept rows and a kept form; everything is read again when it is back', async ({ browser, watched }) => {
  test.slow();
  watched.allowError(/Failed to load resource|net::ERR/);
  // Sessions outlive the process with a data folder only.
  const data = mkdtempSync(join(tmpdir(), 'weft-lost-'));
  const product = await startProduct({ data });
  const context = await browser.newContext({ baseURL: product.url });
  const page = await context.newPage();
  try {
    await page.goto(product.signInLink);
    await page.getByRole('navigation').first().waitFor();
    // The form's code is here before the server goes.
    await page.goto('/vpcs/new?region=ap-guangzhou');
    await page.getByRole('dialog').getByRole('button', { name: ui.cancel, exact: true }).click();
    const row = page.getByRole('table', { name: 'VPCs' }).getByRole('link', { name: 'production', exact: true });
    await expect(row).toBeVisible();
    // So is that of a list whose rows of another region nobody has read.
    await walk(page, '/subnets?region=ap-guangzhou');
    await expect(page.getByRole('table', { name: 'subnets' }).locator('tbody tr[data-id]').first()).toBeVisible();
    await walk(page, '/vpcs?region=ap-guangzhou');
    await expect(row).toBeVisible();
    await product.kill();

    const banner = page.getByRole('region', { name: shell.banners });
    await page.getByRole('button', { name: kit.refresh, exact: true }).click();
    await expect(banner.getByText(/Weft’s server does not answer; what you see is from \d\d:\d\d:\d\d/)).toHaveCount(1);
    await expect(row).toBeVisible();
    await expect(page.getByText(kit['error.unknown'])).toHaveCount(0);
    await expect(page.getByText(kit.refreshFailed)).toHaveCount(0);

    // What has not been read says so without an error of its own; what has not been loaded waits, and never leaves the console.
    await walk(page, '/subnets?region=ap-seoul');
    await expect(page.getByText(kit['error.waiting'])).toBeVisible();
    await page.getByRole('navigation').first().getByRole('link', { name: titles['flow-log'], exact: true }).click();
    await expect(page.getByRole('heading', { name: shell['failure.waiting'] })).toBeVisible();
    await expect(banner).toBeVisible();

    await walk(page, '/vpcs?region=ap-guangzhou');
    await expect(row).toBeVisible();
    await page.getByRole('link', { name: 'Create VPC', exact: true }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name', { exact: true }).fill('written while it was away');
    await form.getByLabel('IPv4 range', { exact: true }).fill('10.77.0.0/16');
    await form.getByRole('button', { name: 'Create VPC', exact: true }).click();
    // A write whose answer is lost is in doubt, and says so.
    await expect(form.getByText(kit['error.unknown'])).toBeVisible();

    await product.start();
    await expect(banner).toHaveCount(0, { timeout: 20_000 });
    await expect(form.getByLabel('Name', { exact: true })).toHaveValue('written while it was away');
    await form.getByRole('button', { name: ui.cancel, exact: true }).click();
    await page.getByRole('button', { name: kit['form.discard'], exact: true }).click();
    await page.getByRole('navigation').first().getByRole('link', { name: titles.subnet, exact: true }).click();
    await expect(page.getByRole('table', { name: 'subnets' }).locator('tbody tr[data-id]').first()).toBeVisible();
  } finally {
    await context.close();
    await product.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
