/** Answers that no simulator gives: a row that lacks what the documents promise, null where a list is documented. */
import { expect, test } from '../support/relayed.ts';

test('the relay passes on what it does not rewrite', async ({ page, relay }) => {
  relay.rewrite('DescribeVpcs', (answer) => {
    answer.VpcSet[0].VpcName = 'rewritten on the way';
  });
  await page.goto('/vpcs?region=ap-guangzhou');
  await expect(page.getByRole('link', { name: 'rewritten on the way' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'dmz', exact: true })).toBeVisible();
  expect(relay.calls().map(({ action }) => action)).toContain('DescribeVpcs');
});
