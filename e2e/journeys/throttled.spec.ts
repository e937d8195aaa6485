/** That the project "throttled" is what it says: the cloud refuses every third call, and nobody notices. */
import { vpc } from '../families/vpc.ts';
import { listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test('every third call is refused, and the lists are whole', { tag: '@throttled' }, async ({ page, sim }) => {
  const list = listOf(page, vpc);
  await list.goto();
  await expect(list.rows).toHaveCount(vpc.list.count);
  await list.link(vpc.detail.name).click();
  await expect(page.getByRole('heading', { level: 1, name: vpc.detail.name, exact: true })).toBeVisible();
  const refusing = async () => (await sim.state()).faults.find(({ kind }) => kind === 'error');
  expect(await refusing()).toMatchObject({ code: 'RequestLimitExceeded', every: 3 });
  await expect.poll(async () => (await refusing())?.seen).toBeGreaterThanOrEqual(3);
});
