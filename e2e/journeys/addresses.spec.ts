/** The address space of every region and account, and three subnets that are proposed, named and made. */

import maps from '../../src/maps/en.json' with { type: 'json' };
import messages from '../../src/pages/addresses/en.json' with { type: 'json' };
import { paths } from '../../src/paths.ts';
import { clean } from '../support/axe.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const scope = { region: 'ap-guangzhou' } as const;

test('ranges that overlap are named, wherever they stand', async ({ page }) => {
  await page.goto(paths.page('addresses', scope));
  const pairs = page.getByRole('list', { name: messages.overlaps }).getByRole('listitem');
  await expect(pairs).toHaveCount(2);
  await expect(pairs.nth(0)).toContainText(/staging\s*Guangzhou\s*and\s*test-收购-yunshang\s*Shanghai\s*share\s*10\.8\.0\.0\/16/);
  await expect(pairs.nth(1)).toContainText(
    /edge\s*Guangzhou · Xinghe Games.*and\s*analytics.*share\s*172\.30\.0\.0\/20 \/ 172\.30\.8\.0\/22/,
  );
  await expect(page.getByRole('region', { name: '仓储 WMS', exact: true })).toContainText('Yuntong');
  await expect(page.getByRole('region', { name: 'production', exact: true }).getByRole('img')).toHaveAccessibleName(/40 subnets/);
  await clean(page, 'the address space');
});

test('three /24 in three zones: proposed, made, one refused and tried again', async ({ page, sim, watched }) => {
  watched.allow(422);
  await page.goto(paths.page('addresses', scope));
  await page.getByRole('searchbox', { name: messages.search }).fill('staging');
  const card = page.getByRole('region', { name: 'staging', exact: true });
  await card.getByRole('button', { name: messages.open }).click();
  const plan = card.getByRole('region', { name: messages.plan }).first();
  await plan.getByRole('checkbox', { name: 'ap-guangzhou-4' }).uncheck();
  await plan.getByRole('textbox', { name: messages.namePrefix }).fill('batch');
  await plan.getByRole('button', { name: messages.propose }).click();
  const rows = plan.getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText('10.8.6.0/24');
  await clean(page, 'a plan');
  await sim.fault({ action: 'CreateSubnet', kind: 'error', code: 'LimitExceeded', every: 2, times: 1 });
  await plan.getByRole('button', { name: 'Create 3 subnets' }).click();
  await expect(rows.filter({ hasText: 'LimitExceeded' })).toHaveCount(1);
  await expect(rows.filter({ hasText: messages.done }).filter({ hasText: 'batch-' })).toHaveCount(2);
  await plan.getByRole('button', { name: /that failed again/ }).click();
  await expect(rows.filter({ hasText: 'LimitExceeded' })).toHaveCount(0);
  for (const name of ['batch-a', 'batch-b', 'batch-c']) {
    await expect(card.getByRole('link', { name, exact: true })).toBeVisible();
  }
  // The next plan goes around what now stands there.
  await plan.getByRole('button', { name: messages.another }).click();
  await plan.getByRole('button', { name: messages.propose }).click();
  await expect(rows.nth(1)).toContainText('10.8.9.0/24');
});

test('an address is found: from the palette, in the address space, and on the map', async ({ page }) => {
  await page.goto(paths.overview(scope));
  await page.getByRole('button', { name: texts.en.shell.commands }).click();
  await page.getByRole('combobox', { name: texts.en.shell.commands }).fill('10.0.4.2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox', { name: messages.search })).toHaveValue('10.0.4.2');
  const told = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'gateway-a', exact: true }) });
  await expect(told).toContainText('production');
  await expect(page.getByRole('region', { name: 'production', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'staging', exact: true })).toHaveCount(0);

  await page.goto(paths.page('topology', scope));
  await page.getByRole('searchbox', { name: maps.search }).fill('staging');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]at=vpc/);
});
