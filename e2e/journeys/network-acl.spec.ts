/** Rules at the border of subnets: whole lists in their order, and what each change opens, closes and loses. */
import type { Locator, Page } from '@playwright/test';
import { messages } from '../../src/i18n/en/networkAcl.ts';
import { networkAcl } from '../families/network-acl.ts';
import { createTitle } from '../support/family.ts';
import { actOnPage, deletionOf, type Form, formIn, formOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { say, words } from '../support/words.ts';

const { kit } = words.en;
const title = (action: string): string => words.en['network-acl'].actions[`vpc2017:${action}`]?.title ?? '';
const panelOf = (page: Page, action: string): Form => formIn(page.getByRole('dialog'), title(action));
const inbound = (page: Page): Locator => page.getByRole('table', { name: messages.inboundRules });

/** The tab with so many subnets: what the ACL's own row tells. */
const subnetsTab = (page: Page, n: number): Locator =>
  page.getByRole('navigation', { name: kit.tabs }).getByRole('link', { name: new RegExp(`^Subnets\\s*${n}$`) });

async function fillRule(panel: Locator, number: number, values: Readonly<Record<string, string>>): Promise<void> {
  const rule = panel.getByRole('group', { name: say(messages['edit.rule'], { n: number }), exact: true });
  for (const [label, value] of Object.entries(values)) {
    const control = rule.getByLabel(label, { exact: true });
    if ((await control.evaluate((element) => element.tagName)) === 'SELECT') await control.selectOption({ label: value });
    else await control.fill(value);
  }
}

test('an ACL from its making to its end', async ({ page, watched }) => {
  watched.allow(422); // A page asks once more for what was just deleted from it.
  const list = listOf(page, networkAcl);
  await test.step('made: it lets everything through at first', async () => {
    await list.goto();
    await list.create.click();
    const form = formOf(page, createTitle(networkAcl));
    await form.fill({ VPC: 'staging', Name: 'web only' });
    await form.submit.click();
    await list.link('web only').click();
    await expect(inbound(page).getByRole('row')).toHaveCount(3);
  });
  await test.step('its inbound rules are replaced: what closes, and whose answers are lost, is said first', async () => {
    await page.getByRole('button', { name: messages.editInbound, exact: true }).click();
    const form = panelOf(page, 'ModifyNetworkAclEntry');
    await form.panel.getByRole('button', { name: say(messages['edit.insert'], { n: 1 }), exact: true }).click();
    await fillRule(form.panel, 1, { Port: '70000', 'Address or block': '0.0.0.0/0' });
    await form.submit.click();
    await expect(form.panel.getByRole('group', { name: 'Rule 1', exact: true }).getByLabel('Port', { exact: true })).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    await fillRule(form.panel, 1, { Port: '443' });
    await expect(form.panel.getByText(messages['edit.same'])).toBeVisible();
    await fillRule(form.panel, 2, { Action: 'Deny' });
    await expect(form.panel.getByText(messages['edit.effects'])).toBeVisible();
    await expect(form.panel.getByText(messages['edit.answersIn'])).toBeVisible();
    await form.panel.getByRole('button', { name: say(messages['edit.down'], { n: 1 }), exact: true }).click();
    await form.panel.getByRole('button', { name: say(messages['edit.up'], { n: 2 }), exact: true }).click();
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    await expect(inbound(page).getByRole('row').nth(1)).toContainText('443');
    await expect(inbound(page).getByRole('row').nth(2)).toContainText(messages.deny);
  });
  await test.step('a rule that never decides is marked', async () => {
    await page.getByRole('button', { name: messages.editInbound, exact: true }).click();
    const form = panelOf(page, 'ModifyNetworkAclEntry');
    await form.panel.getByRole('button', { name: messages['edit.add'], exact: true }).click();
    await fillRule(form.panel, 3, { Port: '22', 'Address or block': '10.0.0.0/8', Description: 'too late' });
    await form.submit.click();
    await expect(inbound(page).getByRole('row', { name: /too late/ })).toContainText(/Never decides/);
  });
  await test.step('bound to subnets, and not to be deleted then', async () => {
    await page
      .getByRole('navigation', { name: kit.tabs })
      .getByRole('link', { name: /^Subnets/ })
      .click();
    await page.getByRole('button', { name: messages.bind, exact: true }).click();
    const form = panelOf(page, 'CreateSubnetAclRule');
    await form.panel.getByRole('checkbox').first().check();
    await form.panel.getByRole('checkbox').nth(1).check();
    await form.submit.click();
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2);
    await expect(subnetsTab(page, 2)).toBeVisible();
    await actOnPage(page, kit.delete);
    await expect(deletionOf(page).dialog).toContainText(/2 subnets are bound/);
    await page.keyboard.press('Escape');
  });
  await test.step('unbound and deleted', async () => {
    for (const box of await page.getByRole('main').getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: say(messages.unbindMany, { n: 2 }), exact: true }).click();
    await panelOf(page, 'DeteleSubnetAclRule').submit.click();
    await expect(page.getByText(messages.unboundTitle)).toBeVisible();
    // The ACL's own row tells a moment later than the subnets'.
    await expect(subnetsTab(page, 0)).toBeVisible();
    await actOnPage(page, kit.delete);
    await deletionOf(page).confirm.click();
    await expect(list.rows).toHaveCount(networkAcl.list.count);
  });
});
