/** What every family's deletion does: names what is in the way before any call is made, and deletes what nothing holds. */
import { actionOf, isAsync, textOf } from '../support/family.ts';
import { actOnPage, deleteItem, deletionOf, listOf } from '../support/pages.ts';
import { familiesUnder } from '../support/suites.ts';
import { expect, test } from '../support/test.ts';
import { fillText, texts } from '../support/texts.ts';

const { kit } = texts.en;

for (const family of familiesUnder('deletion', 'documents')) {
  const { remove } = family;
  if (!remove) continue;
  const item = deleteItem(family);

  test(`deletion of a ${textOf(family).one}: what is in the way, a refusal, the list, its own page`, async ({ page, sim, watched }) => {
    const action = actionOf(family, 'delete');
    const list = listOf(page, family);
    const { dialog, confirm, cancel } = deletionOf(page, family);
    const { blocked } = remove;

    if (blocked) {
      const calls: string[] = [];
      page.on('request', (request) => request.url().endsWith(`/${action}`) && calls.push(request.url()));
      await test.step('names what is in the way and makes no call', async () => {
        await list.goto();
        await list.act(blocked.name, item);
        await expect(dialog).toBeVisible();
        await expect(dialog.getByText(blocked.because)).toBeVisible();
        for (const name of blocked.by ?? []) await expect(dialog.getByRole('link', { name, exact: true })).toBeVisible();
        await expect(confirm).toHaveAttribute('aria-disabled', 'true');
        await confirm.click({ force: true });
        await expect(dialog).toBeVisible();
        await cancel.click();
        await expect(dialog).toHaveCount(0);
        expect(calls).toEqual([]);
      });
      const [first] = blocked.by ?? [];
      if (first !== undefined) {
        await test.step('leads to what is in the way', async () => {
          await list.act(blocked.name, item);
          await dialog.getByRole('link', { name: first, exact: true }).click();
          await expect(page.getByRole('heading', { level: 1, name: first, exact: true })).toBeVisible();
          await page.goBack();
        });
      }
    }

    watched.allow(422); // The refusal that is provoked below.
    const said =
      remove.says ??
      fillText(texts.en.confirm[isAsync(family, 'delete') ? 'delete.startedToast' : 'delete.doneToast'], { what: remove.free });
    // Already there, unless it is elsewhere or nothing was looked at yet.
    if (!blocked || remove.freeRegion) await list.goto('', remove.freeRegion);
    await expect(list.row(remove.free)).toBeVisible();
    const before = await list.rows.count();
    /** Gone from the list, or marked in it. */
    const isGone = async (): Promise<void> => {
      if (remove.stays !== undefined) await expect(list.row(remove.free).getByText(remove.stays)).toBeVisible();
      else {
        await expect(list.rows).toHaveCount(before - 1);
        await expect(list.row(remove.free)).toHaveCount(0);
      }
    };
    await test.step('shows the cloud’s refusal and leaves the resource', async () => {
      const code = remove.refusal ?? 'ResourceInUse';
      await sim.fault({ action, kind: 'error', code });
      await list.act(remove.free, item);
      await expect(confirm).not.toHaveAttribute('aria-disabled', 'true');
      await confirm.click();
      await expect(dialog.getByRole('alert').getByText(code, { exact: true })).toBeVisible();
      await expect(list.rows).toHaveCount(before);
    });
    await test.step('tries again, and it is gone', async () => {
      await dialog.getByRole('button', { name: kit['delete.retryFailed'], exact: true }).click();
      await expect(dialog).toHaveCount(0);
      await expect(page.getByText(said)).toBeVisible();
      await isGone();
      if (!family.thorough) return;
      await page.reload();
      await isGone();
    });
    if (!family.detail) return;
    await test.step('removes it from its own page and goes back to the list', async () => {
      await sim.reset('demo');
      // A new world has the same ids again, which the page would remember as gone.
      await page.reload();
      await expect(list.rows).toHaveCount(before);
      await list.link(remove.free).click();
      await actOnPage(page, item);
      await confirm.click();
      await expect(list.heading).toBeVisible();
      await isGone();
    });
  });
}
