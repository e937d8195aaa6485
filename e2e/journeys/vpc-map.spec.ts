/** The map of a VPC answers a stranger's questions by what its things are called; by keyboard, as a list, and as a file. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import vpc from '../../src/families/vpc/en.json' with { type: 'json' };
import messages from '../../src/maps/en.json' with { type: 'json' };
import { clean } from '../support/axe.ts';
import { expect, test } from '../support/test.ts';

const region = 'ap-guangzhou';

/** The map of a VPC of the list, once all of it is read. */
async function openMap(page: Page, name: string): Promise<Locator> {
  await page.goto(`/vpcs?region=${region}`);
  await page.getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('link', { name: vpc.map, exact: true }).click();
  const map = page.getByRole('group', { name: messages.of.replace('{name}', name), exact: true });
  await expect(map.getByRole('button', { name: /^payment .*both ways/ })).toBeVisible({ timeout: 20_000 });
  return map;
}

test('a stranger’s questions are answered by the map', async ({ page }) => {
  const map = await openMap(page, 'production');
  const thing = (name: RegExp): Locator => map.getByRole('button', { name });

  await test.step('which subnets have a way to the internet, and through what', async () => {
    await expect(thing(/, subnet, .*internet through prod_out$/)).toHaveCount(20);
    await expect(thing(/, subnet, .*no way to the internet$/)).toHaveCount(20);
    await expect(thing(/^order-a, subnet, 10\.0\.8\.0\/24, .*internet through prod_out$/)).toBeVisible();
  });

  await test.step('which way 10.20.0.0/20 takes from web-a, and back', async () => {
    await expect(thing(/^生产-支付, Peering, 10\.20\.0\.0\/20 from .*默认/)).toBeVisible();
    await expect(thing(/^payment .*10\.20\.0\.0\/20.*both ways$/)).toBeVisible();
    await thing(/^web-a, subnet/).click();
    const panel = page.getByRole('region', { name: 'web-a', exact: true });
    await expect(panel.getByRole('listitem').filter({ hasText: '10.20.0.0/20' })).toContainText(/works.*生产-支付 → payment/);
    await expect(page).toHaveURL(/[?&]at=subnet/);
    const { pathname, searchParams } = new URL(page.url());
    const asked = new URLSearchParams({ region, from: searchParams.get('at')?.replace('subnet:', '') ?? '', to: '10.20.0.200' });
    await page.goto(`${pathname}?${asked}`);
    for (const name of [
      /^web-a, subnet, .*, stop 1 and 7$/,
      /^默认, route table, .*, stop 2$/,
      /^生产-支付, Peering, .*, stop 3 and 6$/,
      /^payment .*, VPC, .*, stop 4 and 5; Interface, not known$/,
    ]) {
      await expect(thing(name)).toBeVisible({ timeout: 20_000 });
    }
    await expect(page.getByRole('link', { name: messages['path.other'].replace('{name}', 'payment 支付隔离区') })).toBeVisible();
    await page.getByRole('button', { name: messages['path.close'], exact: true }).click();
    await expect(thing(/^web-a, subnet, .*(?<!stop 1 and 7)$/)).toBeVisible();
  });

  await test.step('which peering carries nothing, and why', async () => {
    await expect(thing(/^dmz, VPC, .*No route on either side.*nothing passes$/)).toHaveCount(1);
    await thing(/^prod-dmz, Peering/).click();
    const panel = page.getByRole('region', { name: 'prod-dmz', exact: true });
    await expect(panel.getByRole('list', { name: messages.findings.replace('{n}', '1') })).toContainText('No route on either side');
    await expect(panel.getByRole('button', { name: /^Add all missing routes/ })).toBeVisible();
  });

  await test.step('what is lost when prod-vpn goes', async () => {
    await thing(/^prod-vpn, VPN gateway, no route leads to it$/).click();
    await expect(page.getByRole('region', { name: 'prod-vpn', exact: true })).toContainText(messages.lostNothing);
    await thing(/^prod_out, NAT gateway/).click();
    await expect(page.getByRole('region', { name: 'prod_out', exact: true })).toContainText(/app.*0\.0\.0\.0\/0 for 20 subnets/);
  });

  await test.step('which route is dead, and why', async () => {
    await thing(/^data .*route table.*10\.100\.0\.0\/20 dead, 10\.0\.3\.250 is gone/).click();
    const panel = page.getByRole('region', { name: /^data/ });
    await expect(panel.getByRole('list', { name: messages.findings.replace('{n}', '1') })).toContainText('10.100.0.0/20');
    await panel.getByRole('link', { name: messages['verb.replaceRoutes'], exact: true }).click();
    const form = page.getByRole('dialog');
    await expect(form).toContainText('10.100.0.0/20');
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/\/map\?.*at=table/);
    await thing(/^prod_out, NAT gateway/).click();
  });

  await test.step('what is selected comes back with the URL', async () => {
    await page.reload();
    await expect(thing(/^prod_out, NAT gateway/)).toHaveAttribute('aria-pressed', 'true');
  });
});

test('the map is walked by keyboard, searched, read as a list, and saved', async ({ page }) => {
  const map = await openMap(page, 'production');
  const focused = map.locator('[data-key]:focus');
  await map.getByRole('button', { name: /^order-a, subnet/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveAccessibleName(/^stock-a, subnet/);
  for (const name of [
    /^stock-b, subnet/,
    /^stock-c, subnet/,
    /^stock-d, subnet/,
    /^app .*route table/,
    /^prod_out, NAT|^10\.0\.4\.2|^gz-sh/,
  ]) {
    await page.keyboard.press('ArrowRight');
    await expect(focused).toHaveAccessibleName(name);
  }
  await page.keyboard.press('Enter');
  await expect(focused).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(map.locator('[aria-pressed=true]')).toHaveCount(0);

  await page.getByRole('searchbox', { name: messages.search }).fill('10.0.36.9');
  await page.keyboard.press('Enter');
  await expect(map.getByRole('button', { name: /^mysql-a, subnet/ })).toHaveAttribute('aria-pressed', 'true');

  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: messages.export, exact: true }).click();
  await page.getByRole('menuitem', { name: messages.exportSvg, exact: true }).click();
  const svg = await readFile(await (await coming).path(), 'utf8');
  expect(svg).toMatch(/^<svg.*>mysql-a<.*<\/svg>\n$/s);
  expect(svg).not.toContain('var(');
  const table = page.waitForEvent('download');
  await page.getByRole('button', { name: messages.export, exact: true }).click();
  await page.getByRole('menuitem', { name: messages.exportCsv, exact: true }).click();
  expect(await readFile(await (await table).path(), 'utf8')).toMatch(/默认.*10\.20\.0\.0\/20.*works.*生产-支付.*payment/);

  await page.getByRole('button', { name: messages.asList, exact: true }).click();
  await expect(page).toHaveURL(/view=list/);
  await expect(page.getByRole('region', { name: messages.led, exact: true }).getByRole('button', { name: /^prod-dmz/ })).toContainText(
    'No route on either side',
  );
  await clean(page, 'the list of the map');
  await page.getByRole('button', { name: messages.asMap, exact: true }).click();
  await expect(map).toBeVisible();
  await clean(page, 'the map of a VPC');
});
