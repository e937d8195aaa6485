/** Which network ACL decides at a subnet's border, seen and changed from the subnet. */
import acls from '../../src/families/network-acl/en.json' with { type: 'json' };
import messages from '../../src/families/subnet/en.json' with { type: 'json' };
import { subnet } from '../families/subnet.ts';
import { actOnPage, formIn, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const title = (action: string): string => texts.en['network-acl'].actions[`vpc2017:${action}`]?.title ?? '';

test('a subnet names its network ACL, and is put under another one and under none', async ({ page }) => {
  const list = listOf(page, subnet);
  await list.goto();
  await page.getByRole('searchbox').fill('支付区');
  await test.step('the list tells, finds and leads', async () => {
    await expect(list.rows).toHaveCount(1);
    await expect(list.rows.first().getByRole('link', { name: '支付区', exact: true })).toBeVisible();
  });
  await page.getByRole('searchbox').fill('');
  await expect(list.row('hsm 加密机').getByTitle(messages.noAcl)).toHaveText(messages.noAclBrief);
  await list.link('hsm 加密机').click();
  await expect(page.getByRole('main')).toContainText(messages.noAcl);
  await test.step('bound', async () => {
    await actOnPage(page, messages.bindAcl);
    const form = formIn(page.getByRole('dialog'), title('CreateSubnetAclRule'));
    await expect(form.panel.getByRole('combobox').or(form.panel.locator('select')).first()).toBeVisible();
    await expect(form.panel.getByRole('checkbox', { checked: true })).toHaveCount(1);
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('link', { name: '支付区', exact: true })).toBeVisible();
  });
  await test.step('unbound', async () => {
    await actOnPage(page, messages.unbindAcl);
    const form = formIn(page.getByRole('dialog'), title('DeteleSubnetAclRule'));
    await expect(form.panel.getByRole('checkbox', { checked: true })).toHaveCount(1);
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    await expect(page.getByRole('main')).toContainText(messages.noAcl);
  });
  await test.step('a VPC without an ACL says so', async () => {
    await list.goto();
    await list.act('voip', messages.bindAcl);
    await expect(page.getByRole('dialog').getByText(acls.noOther)).toBeVisible();
  });
});
