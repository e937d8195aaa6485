/** What was done: on the page of the resource, on the page of the history, and undone from there. */
import entries from '../../src/kit/entries/en.json' with { type: 'json' };
import messages from '../../src/pages/history/en.json' with { type: 'json' };
import { paths } from '../../src/paths.ts';
import { vpc } from '../families/vpc.ts';
import { clean } from '../support/axe.ts';
import { formIn, listOf, openEdit } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

test('a change is told with what it was before, and undone as a change to review', async ({ page }) => {
  const main = page.getByRole('main');
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  const edits = main.getByRole('row').filter({ has: page.getByRole('link', { name: 'vpc:ModifyVpcAttribute', exact: true }) });
  const tab = page.getByRole('navigation', { name: texts.en.kit.tabs }).getByRole('link', { name: texts.en.kit.history, exact: true });
  await test.step('a VPC is renamed', async () => {
    const list = listOf(page, vpc);
    await list.goto();
    await list.link('dmz').click();
    await openEdit(page, vpc, vpc.edit);
    const form = formIn(page.getByRole('dialog'));
    await form.fill({ Name: 'was-dmz' });
    await form.save.click();
    await expect(heading('was-dmz')).toBeVisible();
  });
  await test.step('its page tells who did it', async () => {
    await tab.click();
    await expect(edits).toHaveCount(1);
    await expect(edits).toContainText(entries.done);
    await expect(main).toContainText(/Last changed .* by /);
    await clean(page, 'the history of a resource');
  });
  await test.step('the entry tells both values, and opens the form with the old one', async () => {
    await edits.getByRole('link').first().click();
    await expect(heading('vpc:ModifyVpcAttribute')).toBeVisible();
    const change = main.getByRole('row').filter({ hasText: 'was-dmz' });
    // How it looked after is read once the change was answered.
    await expect(async () => {
      if ((await change.count()) === 0) await page.reload();
      await expect(change).toContainText(/dmz\s*was-dmz/);
    }).toPass();
    await clean(page, 'an entry of the history');
    await main.getByRole('link', { name: messages.undo, exact: true }).click();
    const form = formIn(page.getByRole('dialog'));
    await expect(form.field('Name')).toHaveValue('dmz');
    await form.save.click();
    await expect(heading('dmz')).toBeVisible();
    await tab.click();
    await expect(edits).toHaveCount(2);
  });
  await test.step('the page of the history is searched, and stays so at its URL', async () => {
    await page.goto(paths.page('history', { region: 'ap-guangzhou' }));
    await page.getByRole('searchbox', { name: messages.search }).fill('modifyvpcattr');
    await page.getByRole('combobox', { name: messages.outcome }).selectOption('done');
    await expect(page).toHaveURL(/q=modifyvpcattr.*outcome=done/);
    await page.reload();
    await expect(page.getByRole('searchbox', { name: messages.search })).toHaveValue('modifyvpcattr');
    await expect(edits.first()).toBeVisible();
    await clean(page, 'the history');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: messages.export, exact: true }).click();
    await page.getByRole('menuitem', { name: messages.exportCsv, exact: true }).click();
    expect((await download).suggestedFilename()).toBe('history.csv');
    await page.getByRole('combobox', { name: messages.outcome }).selectOption('unknown');
    await expect(main.getByText(entries.noneFits)).toBeVisible();
  });
});
