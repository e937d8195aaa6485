/** What every family's deletion does: names what is in the way before any call is made, and deletes what nothing holds. */
import { families } from '../families/index.ts';
import { deletionOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { say, words } from '../support/words.ts';

const { kit } = words.en;

for (const family of families) {
  const text = words.en[family.text];
  const { remove } = family;

  test.describe(`deletion of a ${text.one}`, () => {
    test('names what is in the way and makes no call', async ({ page }) => {
      const calls: string[] = [];
      page.on('request', (request) => request.url().endsWith(`/${remove.action}`) && calls.push(request.url()));
      const list = listOf(page, family);
      await list.goto();
      await list.act(remove.name, kit.delete);
      const { dialog, confirm, cancel } = deletionOf(page);
      await expect(dialog).toBeVisible();
      await expect(dialog.getByText(remove.because)).toBeVisible();
      for (const name of remove.blockers) await expect(dialog.getByRole('link', { name, exact: true })).toBeVisible();
      await expect(confirm).toHaveAttribute('aria-disabled', 'true');
      await confirm.click({ force: true });
      await expect(dialog).toBeVisible();
      await cancel.click();
      await expect(dialog).toHaveCount(0);
      expect(calls).toEqual([]);
      const [first] = remove.blockers;
      if (first === undefined) return;
      await list.act(remove.name, kit.delete);
      await dialog.getByRole('link', { name: first, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: first, exact: true })).toBeVisible();
    });

    test('removes what nothing refers to, from the list', async ({ page }) => {
      const list = listOf(page, family);
      await list.goto('', remove.freeRegion);
      const before = await list.rows.count();
      await list.act(remove.free, kit.delete);
      const { dialog, confirm } = deletionOf(page);
      await expect(confirm).not.toHaveAttribute('aria-disabled', 'true');
      await confirm.click();
      await expect(dialog).toHaveCount(0);
      await expect(page.getByText(say(kit['delete.doneToast'], { what: remove.free }))).toBeVisible();
      await expect(list.rows).toHaveCount(before - 1);
      await page.reload();
      await expect(list.rows).toHaveCount(before - 1);
      await expect(list.row(remove.free)).toHaveCount(0);
    });

    test('removes it from its own page and goes back to the list', async ({ page, watched }) => {
      watched.allow(422); // The page may ask once more for what was just deleted from it.
      const list = listOf(page, family);
      await list.goto('', remove.freeRegion);
      await list.link(remove.free).click();
      await page.getByRole('main').getByRole('button', { name: kit.actions, exact: true }).click();
      await page.getByRole('menuitem', { name: kit.delete, exact: true }).click();
      await deletionOf(page).confirm.click();
      await expect(list.heading).toBeVisible();
      await expect(list.row(remove.free)).toHaveCount(0);
    });

    test('shows the cloud’s refusal and leaves the resource', async ({ page, sim, watched }) => {
      watched.allow(422);
      await sim.fault({ action: remove.action, kind: 'error', code: 'ResourceInUse' });
      const list = listOf(page, family);
      await list.goto('', remove.freeRegion);
      await list.act(remove.free, kit.delete);
      const { dialog, confirm } = deletionOf(page);
      await confirm.click();
      await expect(dialog.getByRole('alert').getByText('ResourceInUse', { exact: true })).toBeVisible();
      await dialog.getByRole('button', { name: kit['delete.retryFailed'], exact: true }).click();
      await expect(dialog).toHaveCount(0);
      await expect(list.row(remove.free)).toHaveCount(0);
    });
  });
}
