/** A page on paper, and a list as a file: whole, under the headings that the page shows. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { subnet } from '../families/subnet.ts';
import { listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const { kit } = texts.en;

const print = async (page: Page, on: boolean): Promise<void> => {
  await page.emulateMedia({ media: on ? 'print' : 'screen' });
  await page.evaluate((name) => window.dispatchEvent(new Event(name)), on ? 'beforeprint' : 'afterprint');
};

test('paper has every row of a list, its headings and its place, and nothing to press', async ({ page }) => {
  const list = listOf(page, subnet);
  await list.goto('&size=20', 'ap-guangzhou');
  await expect(list.rows).toHaveCount(20);
  await print(page, true);
  await expect(list.rows).toHaveCount(64);
  await expect(list.header('VPC')).toBeVisible();
  await expect(page.getByText('/subnets?', { exact: false })).toBeVisible();
  await expect(page.getByRole('banner').getByRole('button', { name: /Guangzhou/ })).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  const pressable = page.getByRole('main').locator('button:visible');
  expect(await pressable.evaluateAll((all) => all.filter((one) => !one.closest('thead')).length)).toBe(0);
  // What the screen scrolls, paper shows at once.
  const cut = await list.table.evaluate((table) => {
    const box = table.getBoundingClientRect();
    return box.right > document.documentElement.clientWidth + 1 || getComputedStyle(table.parentElement ?? table).overflowY !== 'visible';
  });
  expect(cut).toBe(false);
  await print(page, false);
  await expect(list.rows).toHaveCount(20);
});

test('a CSV has the shown headings, names beside ids, and times with their zone', async ({ page }) => {
  const list = listOf(page, subnet);
  await list.goto('&q=mysql-a&cols=VpcId,RouteTableId,CreatedTime', 'ap-guangzhou');
  await expect(list.rows).toHaveCount(1);
  await page.getByRole('button', { name: kit.export, exact: true }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: kit.exportCsv, exact: true }).click(),
  ]);
  const [head = '', row = ''] = readFileSync(await file.path(), 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\r\n');
  const at = (heading: string): string | undefined => row.split(',')[head.split(',').indexOf(heading)];
  expect(at('VPC')).toBe('production');
  expect(at('VPC (ID)')).toMatch(/^vpc-\w+$/);
  // A column of the family's own too.
  expect(at('Route table')).toMatch(/^(?!rtb-)./);
  expect(at('Route table (ID)')).toMatch(/^rtb-\w+$/);
  expect(at('Created')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});
