/** A group that begins with a set of rules, and its copies in another region and another account. */
import text from '../../src/families/security-group/en.json' with { type: 'json' };
import { securityGroup } from '../families/security-group.ts';
import { listOf } from '../support/pages.ts';
import { ruleCell } from '../support/rules.ts';
import { expect, test } from '../support/test.ts';
import { fillText, texts } from '../support/texts.ts';

test('a group begun from a set of rules, and copied to another region and account', async ({ page }) => {
  const list = listOf(page, securityGroup);
  await list.goto();
  await list.create.click();
  await page.getByLabel('Name', { exact: true }).fill('shop');
  await page.getByLabel('Description', { exact: true }).fill('made by a test');
  await page.getByRole('radio', { name: text['start.web'] }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Create security group', exact: true }).click();
  await expect(page.getByText(fillText(text.rulesAdded, { name: 'shop' }))).toBeVisible();
  await list.act('shop', text.clone);
  await page.getByRole('dialog').getByLabel('Region', { exact: true }).selectOption('ap-shanghai');
  await expect(page.getByText(fillText(text.rulesArrive, { in: 2, out: 1 }))).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Create security group', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'shop-copy', exact: true })).toBeVisible();
  await expect(page).toHaveURL(/region=ap-shanghai/);
  await expect(ruleCell(page, 0, 'service')).toHaveText('TCP 80,443');

  // And from there to another account.
  const accounts = page.getByRole('dialog').getByLabel(texts.en.shell.account, { exact: true });
  await page.getByRole('button', { name: texts.en.kit.actions, exact: true }).click();
  await page.getByRole('menuitem', { name: text.clone }).click();
  const other = await accounts.locator('option:not(:checked)').first().getAttribute('value');
  await accounts.selectOption(other);
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('shop-elsewhere');
  await expect(page.getByText(fillText(text.rulesArrive, { in: 2, out: 1 }))).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Create security group', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'shop-elsewhere', exact: true })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`account=${other}&region=ap-shanghai`));
  await expect(ruleCell(page, 0, 'service')).toHaveText('TCP 80,443');
});
