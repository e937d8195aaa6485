/** A deletion names what loses something with it. */
import { peering } from '../families/peering.ts';
import { deleteItem, deletionOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test('deleting a peering names the routes that go with it, and the tables they go from', async ({ page }) => {
  const list = listOf(page, peering);
  const { dialog } = deletionOf(page);
  await list.goto('', 'ap-guangzhou');
  await list.act('gz-sh 双活', deleteItem(peering));
  await expect(dialog.getByText(/entr(?:y goes|ies go) with it/)).toBeVisible();
  await expect(dialog.getByText('10.1.0.0/16').first()).toBeVisible();
  await expect(dialog.getByRole('link').first()).toBeVisible();
});
