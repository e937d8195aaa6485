/** Answers that no simulator gives: a row that lacks what the documents promise, null where a list is documented. */
import { expect, test } from '../support/relayed.ts';
import { texts } from '../support/texts.ts';

test('an elastic IP without a field, null for a list and a row that is none: each is marked, and the rest works', async ({
  page,
  relay,
  watched,
}) => {
  // The map asks every region that a real account has; the cloud behind the relay has a few of them.
  watched.allow(422);
  const { kit } = texts.en;
  let odd = '';
  relay.rewrite('DescribeAddresses', (answer) => {
    const first = answer.AddressSet[0];
    if (!first) return;
    odd = first.AddressId;
    delete first.AddressIp;
    first.SomethingNew = 'kept as it came';
    if (answer.AddressSet.length > 1) answer.AddressSet[1].AddressStatus = 'HALF_BOUND';
    // The cloud of 2026 has no such field: such a row is a good one.
    for (const other of answer.AddressSet.slice(2)) delete other.BindedResourceId;
  });
  await page.goto('/eips?region=ap-guangzhou');
  const rows = page.getByRole('table').locator('tbody tr[data-id]');
  const row = page.locator(`tr[data-id="${odd}"]`);
  await expect(rows.first()).toBeVisible();
  expect(await rows.count()).toBeGreaterThan(2);
  await expect(page.locator('tbody').getByText(kit['unreadable.mark'], { exact: true })).toHaveCount(1);
  await expect(page.getByText('HALF_BOUND')).toBeVisible();
  await page
    .locator(`tr[data-id="${odd}"]`)
    .getByRole('button', { name: /What could not be read/ })
    .click();
  await expect(page.getByText('Field AddressIp is missing.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator(`tr[data-id="${odd}"] td.stick a`).click();
  await expect(page.getByText(kit['unreadable.title'])).toBeVisible();
  await expect(page.getByText('kept as it came').first()).toBeVisible();
  expect(await row.count()).toBe(0);

  // A route table whose routes are null is one of the list, and its VPC's map still has the others.
  relay.rewrite('DescribeRouteTables', (answer) => {
    if (answer.RouteTableSet[0]) answer.RouteTableSet[0].RouteSet = null;
    answer.RouteTableSet.push(null);
    answer.TotalCount += 1;
  });
  await page.goto('/route-tables?region=ap-guangzhou');
  await expect(page.locator('tbody').getByText(kit['unreadable.mark'], { exact: true })).toHaveCount(2);
  await page.goto('/topology?region=ap-guangzhou');
  await expect(page.getByRole('button', { name: /^production, VPC/ })).toBeVisible();
});

test('the relay passes on what it does not rewrite', async ({ page, relay }) => {
  relay.rewrite('DescribeVpcs', (answer) => {
    answer.VpcSet[0].VpcName = 'rewritten on the way';
  });
  await page.goto('/vpcs?region=ap-guangzhou');
  await expect(page.getByRole('link', { name: 'rewritten on the way' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'dmz', exact: true })).toBeVisible();
  expect(relay.calls().map(({ action }) => action)).toContain('DescribeVpcs');
});
