/** The map of the estate: a stranger's questions, search, filters, a peering's picture, keyboard, list, files. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import maps from '../../src/maps/en.json' with { type: 'json' };
import messages from '../../src/pages/topology/en.json' with { type: 'json' };
import { clean } from '../support/axe.ts';
import { expect, test } from '../support/test.ts';

const region = 'ap-guangzhou';
const mapOf = (page: Page) => page.getByRole('group', { name: messages.map, exact: true });

/** The map once all of it is read. */
async function openMap(page: Page): Promise<ReturnType<typeof mapOf>> {
  await page.goto(`/topology?region=${region}`);
  const map = mapOf(page);
  await expect(
    map.getByRole('button', {
      name: /^production, VPC, 10\.0\.0\.0\/16, 40 subnets, .*3 findings, .*dmz, no route on either side through prod-dmz/,
    }),
  ).toBeVisible({
    timeout: 20_000,
  });
  // Cards stand where they stay.
  await expect(page.locator('[data-settled=true]')).toBeVisible({ timeout: 20_000 });
  return map;
}

async function exported(page: Page, choice: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: maps.export, exact: true }).click();
  const coming: Promise<Download> = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: choice, exact: true }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('a stranger’s questions are answered by the map of the estate', async ({ page }) => {
  const map = await openMap(page);
  const card = (name: RegExp) => map.getByRole('button', { name });

  await test.step('what is production joined with, and how do these stand', async () => {
    const production = card(/^production, VPC/);
    for (const words of [
      /payment [^,;]*, joined/,
      /dr [^,;]*, joined/,
      /tms-production, joined/,
      /dmz, no route on either side through prod-dmz/,
    ]) {
      await expect(production).toHaveAccessibleName(words);
    }
  });

  await test.step('which peerings carry nothing, and why', async () => {
    await expect(card(/^payment .*, VPC.*tms-production, refused/)).toHaveCount(1);
    await expect(card(/^dmz, VPC.*request expired/)).toHaveCount(1);
    await expect(card(/^port-gateway .*, VPC.*asked for/)).toHaveCount(1);
  });

  await test.step('which VPC is in a CCN', async () => {
    await expect(card(/^office-backbone, CCN, .*ml-training, joined/)).toHaveCount(1);
  });

  await test.step('what leaves a VPC, and which of it does not work', async () => {
    await expect(card(/^dmz, VPC.*ways out: .*down/)).toHaveCount(1);
    await expect(card(/^production, VPC.*ways out: Internet.*no route leads to it/)).toHaveCount(1);
  });

  await test.step('what is lost when a gateway, a peering or a CCN goes', async () => {
    await card(/^production, VPC/).click();
    const production = page.getByRole('region', { name: 'production', exact: true });
    await production.getByRole('button', { name: /^prod-vpn VPN gateway/ }).click();
    await expect(page.getByRole('region', { name: 'prod-vpn', exact: true })).toContainText(maps.lostNothing);
    await expect(card(/^production, VPC/)).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('button', { name: messages.gateOf.replace('{name}', 'production'), exact: true }).click();
    await production.getByRole('button', { name: /^prod_out NAT gateway/ }).click();
    const lost = page.getByRole('list', { name: maps.lost, exact: true });
    await expect(lost.getByRole('listitem').filter({ hasText: '0.0.0.0/0' })).toContainText(/^app .*20 subnets.*order-a, /);
    await page.getByRole('button', { name: messages.gateOf.replace('{name}', 'production'), exact: true }).click();
    await production.getByRole('button', { name: /^dr .*joined$/ }).click();
    const joined = page.getByRole('region', { name: 'gz-bj-dr', exact: true });
    await expect(joined.getByRole('list', { name: maps.lost, exact: true })).toHaveCount(2);
    await card(/^office-backbone, CCN/).click();
    const ccn = page.getByRole('region', { name: 'office-backbone', exact: true });
    await expect(ccn.getByRole('heading', { name: messages.lostAt.replace('{name}', 'ml-training'), exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a peering’s picture: what is missing on which side, and what adds it', async () => {
    await card(/^production, VPC/).click();
    const panel = page.getByRole('region', { name: 'production', exact: true });
    await panel.getByRole('button', { name: /^dmz/ }).click();
    const picture = page.getByRole('region', { name: 'prod-dmz', exact: true });
    await expect(picture.getByRole('article', { name: 'production', exact: true })).toContainText(/10\.30\.0\.0\/22.*missing/);
    await expect(picture.getByRole('article', { name: 'dmz', exact: true })).toContainText(/10\.0\.0\.0\/16.*missing/);
    await picture.getByRole('button', { name: maps.addAll.replace(' ({n})…', '') }).click();
    const lacking = page.getByRole('alertdialog').getByRole('list', { name: maps.addAllTables, exact: true });
    await expect(lacking).toContainText('10.30.0.0/22');
    await expect(lacking).toContainText('10.0.0.0/16');
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/[?&]at=link/);
    await clean(page, 'the map of the estate with a peering');
    await page.reload();
    await expect(page.getByRole('region', { name: 'prod-dmz', exact: true })).toBeVisible();
  });
});

test('the map is searched, filtered, walked, read as a list and saved; a VPC opens its own map', async ({ page }) => {
  const map = await openMap(page);
  const search = page.getByRole('searchbox', { name: maps.search, exact: true });
  await search.fill('10.3.0.7');
  await page.keyboard.press('Enter');
  const dr = map.getByRole('button', { name: /^dr .*VPC/ });
  await expect(dr).toHaveAttribute('aria-pressed', 'true');
  await expect(dr).toBeInViewport();
  await search.fill('production');
  await page.keyboard.press('ArrowDown');
  await expect(map.getByRole('button', { name: /^production, VPC/ })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(map.getByRole('button', { name: /^production-sh .*VPC/ })).toHaveAttribute('aria-pressed', 'true');
  await search.fill('');

  await map.getByRole('button', { name: /^production-sh .*VPC/ }).focus();
  await page.keyboard.press('Escape');
  await expect(map.locator('[aria-pressed=true]')).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  await expect(map.locator('[data-key]:focus')).toHaveAccessibleName(/^production, VPC/);

  const zoom = page.getByRole('group', { name: maps.zoom, exact: true }).getByRole('status');
  await page.keyboard.press('+');
  await expect(zoom).toHaveText('110%');
  await expect(page).toHaveURL(/[?&]zoom=110/);
  await page.keyboard.press('f');
  await expect(zoom).toHaveText(/^(?:[5-9]\d|100)%$/);
  for (let press = 0; press < 7; press += 1) await page.keyboard.press('-');
  await expect(zoom).toHaveText('50%');
  await expect(map.getByRole('button', { name: /^production, VPC/ })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await map.getByRole('button', { name: /^production, VPC/ }).focus();
  await page.keyboard.press(']');
  await expect(page.getByText(/^1 of \d+: /)).toBeAttached();
  await page.keyboard.press('[');
  const followed = await page.getByText(/^(\d+) of \1: /).textContent();
  await page.keyboard.press('Enter');
  await expect(map.locator('[data-key]:focus')).toHaveAccessibleName(followed?.replace(/^.*?: /, '') ?? '');
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await map.getByRole('button', { name: /^production, VPC/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: messages.neighbours, exact: true }).click();
  await expect(page).toHaveURL(/from=vpc-\w+/);
  await expect(map.getByRole('button', { name: /^staging, VPC/ })).toHaveCount(0);
  await expect(map.getByRole('button', { name: /^dr .*VPC/ })).toBeVisible();
  await page.getByRole('button', { name: messages['filter.clear'], exact: true }).click();
  await page.getByLabel(messages['filter.region'], { exact: true }).selectOption('ap-shanghai');
  await expect(page).toHaveURL(/in=ap-shanghai/);
  await expect(map.getByRole('button', { name: /^production, VPC/ })).toHaveCount(0);
  await page.getByRole('button', { name: messages['filter.clear'], exact: true }).click();

  await page.getByRole('button', { name: messages.show, exact: true }).click();
  await page.getByRole('checkbox', { name: messages['show.alone'], exact: true }).click();
  await page.getByRole('checkbox', { name: messages['show.ccn'], exact: true }).click();
  await expect(page).toHaveURL(/without=ccn&alone=0|alone=0&without=ccn/);
  await expect(map.getByRole('button', { name: /^office-backbone, CCN/ })).toHaveCount(0);
  await expect(map.getByRole('button', { name: /^sandbox, VPC/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: messages['filter.clear'], exact: true }).click();

  const svg = await exported(page, maps.exportSvg);
  expect(svg.name).toBe('weft-topology.svg');
  expect(svg.bytes.toString('utf8')).toMatch(/^<svg.*>production<.*<\/svg>\n$/s);
  const png = await exported(page, maps.exportPng);
  expect([...png.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  const csv = await exported(page, maps.exportCsv);
  expect(csv.bytes.toString('utf8')).toMatch(
    /\r\nPeering,prod-dmz,pcx-\w+,no route on either side,dmz,.*,production,.*,no route,no route\r/,
  );
  expect(csv.bytes.toString('utf8')).toMatch(/\r\nInternet,Internet,,works,production,/);

  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const sheets = await page.locator('svg.map-page').count();
  expect(sheets).toBe((await page.getByLabel(messages['filter.account'], { exact: true }).getByRole('option').count()) - 1);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('svg.map-page')).toHaveCount(0);

  await page.getByRole('button', { name: maps.asList, exact: true }).click();
  await expect(
    page.getByRole('article', { name: 'payment 支付隔离区', exact: true }).getByRole('button', { name: /tms-production/ }),
  ).toContainText(messages['dead.rejected']);
  await clean(page, 'the list of the estate');
  await page.getByRole('button', { name: maps.asMap, exact: true }).click();
  await map.getByRole('button', { name: /^staging, VPC/ }).click();
  await page.getByRole('link', { name: messages.openMap, exact: true }).click();
  await expect(page).toHaveURL(/\/vpcs\/vpc-\w+\/map/);
  await expect(page.getByRole('heading', { level: 1, name: 'staging' })).toBeVisible();
});
