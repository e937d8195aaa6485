/** A file of a page that cannot be had: the page says so, and the next visit asks for it again. */
import { flowLog } from '../families/flow-log.ts';
import { listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const { shell } = texts.en;
const file = /\/assets\/flow-log-[\w-]+\.js$/;

test('a page whose code could not be loaded is there at the next visit, without a reload', async ({ page, watched }) => {
  watched.allowError(/Failed to fetch dynamically imported module|net::ERR/);
  const link = (path: string) => page.getByRole('navigation').locator(`a[href^="/${path}?"]`).first();
  const failure = page.getByText(shell['failure.missing']);
  await page.route(file, (route) => route.abort());
  // The first failure may be an update: the page is loaded anew, once. The second one is shown.
  const again = page.waitForEvent('load', { predicate: () => page.url().includes('/flow-logs') });
  await page.goto('/vpcs?region=ap-guangzhou');
  await link('flow-logs').click();
  await again;
  await expect(failure).toBeVisible();
  await link('vpcs').click();
  await expect(page.getByRole('table', { name: 'VPCs' })).toBeVisible();
  await expect(failure).toHaveCount(0);

  await page.unroute(file);
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  await link('flow-logs').click();
  await expect(listOf(page, flowLog).rows.first()).toBeVisible();
  expect(loads).toEqual([]);
});
