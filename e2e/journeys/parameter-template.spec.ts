/** A template is made, put into a group, found with what uses it, and cannot go while something does. */
import { addressTemplate } from '../families/parameter-template.ts';
import { createTitle } from '../support/family.ts';
import { deletionOf, formOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const { kit } = texts.en;

test('a template, a group that holds it, and who uses them', async ({ page }) => {
  const list = listOf(page, addressTemplate);
  await test.step('pasted from a column, one member a line', async () => {
    await list.goto();
    await list.create.click();
    const form = formOf(page, createTitle(addressTemplate));
    await form.fill({ Name: 'partners', Addresses: '203.0.113.10, 203.0.113.11\n198.51.100.0/28' });
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    await expect(list.row('partners')).toContainText('203.0.113.10, 203.0.113.11, 198.51.100.0/28');
  });
  await test.step('a group of it and another', async () => {
    const group = { ...addressTemplate, family: 'parameter-template/address-groups' } as const;
    await page.getByRole('link', { name: 'Address groups', exact: true }).click();
    const groups = listOf(page, group);
    await groups.create.click();
    const form = formOf(page, createTitle(group));
    await form.fill({ Name: 'outside', 'Address templates': ['partners', '银联专线'] });
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    await groups.link('outside').click();
    await expect(page.getByRole('main').getByText('203.0.113.10, 203.0.113.11, 198.51.100.0/28')).toBeVisible();
  });
  await test.step('the template tells the group as its user, with a link', async () => {
    await page.getByRole('main').getByRole('link', { name: 'partners', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'partners' })).toBeVisible();
    await page.getByRole('link', { name: 'Used by', exact: true }).click();
    await expect(page.getByRole('main').getByRole('link', { name: 'outside', exact: true })).toBeVisible();
  });
  await test.step('while it is used it stays: who uses it is named before any call', async () => {
    await page.getByRole('main').getByRole('button', { name: kit.actions, exact: true }).click();
    await page.getByRole('menuitem', { name: kit.delete, exact: true }).click();
    const { dialog, confirm } = deletionOf(page);
    await expect(dialog.getByRole('link', { name: 'outside', exact: true })).toBeVisible();
    await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  });
});
