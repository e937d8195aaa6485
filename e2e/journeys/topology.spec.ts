/** The map of the network: the whole account, one VPC, the search, the outline by keyboard, a page, the map as a file. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import messages from '../../src/pages/topology/en.json' with { type: 'json' };
import { clean } from '../support/axe.ts';
import { expect, test } from '../support/test.ts';

const region = 'ap-guangzhou';
const mapOf = (page: Page) => page.getByRole('group', { name: messages.map });
const treeOf = (page: Page) => page.getByRole('tree', { name: messages.outline });

async function exported(page: Page, choice: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: messages.export, exact: true }).click();
  const coming: Promise<Download> = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: choice, exact: true }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('from the whole account to one subnet, by map, search and keyboard', async ({ page }) => {
  await page.goto(`/topology?region=${region}`);
  const [map, tree] = [mapOf(page), treeOf(page)];
  await expect(map.getByRole('button', { name: 'production, 10.0.0.0/16, VPC', exact: true })).toBeVisible();
  await expect(tree.getByRole('treeitem', { name: 'production, 10.0.0.0/16, VPC', exact: true })).toBeVisible();

  await page.getByLabel(messages.show, { exact: true }).selectOption({ label: 'production · 10.0.0.0/16' });
  await expect(page).toHaveURL(/vpc=vpc-\w+/);
  await expect(map.getByRole('button', { name: 'staging, 10.8.0.0/16, VPC', exact: true })).toHaveCount(0);

  const search = page.getByRole('searchbox');
  await search.fill('10.0.0.7');
  const found = page.getByRole('button', { name: /web-a Subnet 10\.0\.0\.0\/24/ });
  await found.click();
  const panel = page.getByRole('region', { name: 'web-a' });
  await expect(panel).toContainText(/subnet-\w+/);
  const subnet = map.getByRole('button', { name: 'web-a, 10.0.0.0/24, Subnet', exact: true });
  await expect(subnet).toHaveAttribute('aria-pressed', 'true');

  // The same by keyboard: the outline stands on what is selected.
  await search.focus();
  await page.keyboard.press('Escape');
  await tree.focus();
  const row = tree.getByRole('treeitem', { name: 'web-a, 10.0.0.0/24, Subnet', exact: true });
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(row).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowLeft');
  const zone = tree.getByRole('treeitem', { name: 'ap-guangzhou-1, Zone', exact: true });
  await expect(tree).toHaveAttribute('aria-activedescendant', (await zone.getAttribute('id')) ?? '');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'web-a' })).toBeVisible();

  // What is open, selected and looked at stands in the URL: it is there again after the back button and a reload.
  const asLeft = async (): Promise<void> => {
    await expect(subnet).toHaveAttribute('aria-pressed', 'true');
    await expect(subnet).toBeInViewport();
    await expect(row).toHaveAttribute('aria-expanded', 'false');
    await expect(panel).toBeVisible();
  };
  await page.goBack();
  await asLeft();
  await page.reload();
  await asLeft();
  // Nothing that was pressed or moved is an entry of the history of its own.
  await page.goBack();
  await expect(map.getByRole('button', { name: 'staging, 10.8.0.0/16, VPC', exact: true })).toBeVisible();
});

test('the map is exported, and what is near a VPC is shown', async ({ page }) => {
  await page.goto(`/topology?region=${region}`);
  await expect(mapOf(page).getByRole('button', { name: 'production, 10.0.0.0/16, VPC', exact: true })).toBeVisible();
  const svg = await exported(page, messages.exportSvg);
  expect(svg.name).toBe('weft-topology.svg');
  expect(svg.bytes.toString('utf8')).toMatch(/^<svg.*>production<.*<\/svg>\n$/s);
  const png = await exported(page, messages.exportPng);
  expect(png.name).toBe('weft-topology.png');
  expect([...png.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);

  await treeOf(page).getByRole('treeitem', { name: 'production, 10.0.0.0/16, VPC', exact: true }).click();
  await page.getByRole('link', { name: messages.nearThis, exact: true }).click();
  await expect(page).toHaveURL(/from=vpc-\w+&hops=1/);
  await expect(mapOf(page).getByRole('button', { name: /^dr\b.*VPC/ })).toBeVisible();
  await expect(mapOf(page).getByRole('button', { name: /^staging\b.*VPC/ })).toHaveCount(0);
});

test('axe finds nothing', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(`/topology?region=${region}`);
  await treeOf(page).getByRole('treeitem', { name: 'production, 10.0.0.0/16, VPC', exact: true }).click();
  await expect(page.getByRole('link', { name: messages.openPage, exact: true })).toBeVisible();
  await clean(page, 'the map');
});
