/** What the account may have: limits as the cloud tells them now, use as the lists count it. */
import messages from '../../src/families/account/en.json' with { type: 'json' };
import sections from '../../src/i18n/family/en.json' with { type: 'json' };
import overview from '../../src/pages/overview/en.json' with { type: 'json' };
import { paths } from '../../src/paths.ts';
import { expect, test } from '../support/test.ts';
import { fillText } from '../support/texts.ts';

test('limits follow the cloud, use follows the lists, and the fullest is a link', async ({ page, sim }) => {
  await sim.quota('subnets-per-vpc', 41);
  await page.goto('/quotas?region=ap-guangzhou');
  await expect(page.getByRole('heading', { level: 1, name: sections.account })).toBeVisible();
  const row = page.getByRole('table', { name: messages.each }).locator('tr[data-quota="1"]');
  await expect(row).toContainText('41');
  await expect(row.getByRole('meter')).toHaveAttribute('aria-valuenow', '40');
  await expect(page.locator('tr[data-quota="44"]')).toContainText(messages.notCounted);
  await expect(page.locator('tr[data-quota="TOTAL_EIP_QUOTA"]').getByRole('meter')).toHaveAttribute('aria-valuenow', '15');
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'production', exact: true })).toBeVisible();

  await page.getByRole('navigation').getByRole('link', { name: 'Overview', exact: true }).click();
  const scarce = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: fillText(overview.subnetsOf, { used: 40, limit: 41 }) });
  await expect(scarce.getByRole('link', { name: 'production', exact: true })).toBeVisible();
});

test('a quota that cannot be read says so in its place, and the others stand', async ({ page, sim, watched }) => {
  watched.allow(422);
  await sim.fault({ action: 'DescribeVpcLimit', kind: 'error', code: 'InternalError', times: null });
  await page.goto('/quotas?region=ap-guangzhou');
  await expect(page.getByText(messages.failed)).toBeVisible();
  await expect(page.locator('tr[data-quota="TOTAL_EIP_QUOTA"]').getByRole('meter')).toBeVisible();

  await page.goto(paths.overview({}));
  await expect(page.getByText(fillText(overview.quotaUnknown, { regions: 'Guangzhou, Shanghai, and Beijing' }))).toBeVisible();
});
