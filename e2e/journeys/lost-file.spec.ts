/** A file of a page that cannot be had: the page says so, and the next visit asks for it again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flowLog } from '../families/flow-log.ts';
import { listOf } from '../support/pages.ts';
import { startProduct } from '../support/product.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const { shell } = texts.en;

test('a page whose code could not be loaded is there at the next visit, without a reload', async ({ browser }) => {
  test.slow();
  // Sessions outlive the process with a data folder only.
  const data = mkdtempSync(join(tmpdir(), 'weft-lost-file-'));
  const product = await startProduct({ data, lost: /^flow-log-[\w-]+\.js$/ });
  const context = await browser.newContext({ baseURL: product.url });
  const page = await context.newPage();
  const link = (path: string) => page.getByRole('navigation').locator(`a[href^="/${path}?"]`).first();
  const failure = page.getByText(shell['failure.missing']);
  const vpcs = page.getByRole('table', { name: 'VPCs' }).locator('tbody tr[data-id]').first();
  try {
    await page.goto(product.signInLink);
    await page.getByRole('navigation').first().waitFor();
    await page.goto('/vpcs?region=ap-guangzhou');
    await expect(vpcs).toBeVisible();
    // The first failure may be an update: the page is loaded anew, once. The second one is shown.
    const again = page.waitForEvent('load', { predicate: () => page.url().includes('/flow-logs') });
    await link('flow-logs').click();
    await again;
    await expect(failure).toBeVisible();
    await link('vpcs').click();
    await expect(vpcs).toBeVisible();
    await expect(failure).toHaveCount(0);

    await product.restart();
    const loads: string[] = [];
    page.on('load', () => loads.push(page.url()));
    // A page says for a second that it could not be had before it asks anew, and a lost server is noticed and found again meanwhile.
    await expect(async () => {
      await link('vpcs').click();
      await link('flow-logs').click();
      await expect(listOf(page, flowLog).rows.first()).toBeVisible({ timeout: 2_000 });
    }).toPass();
    expect(loads).toEqual([]);
  } finally {
    await context.close();
    await product.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
