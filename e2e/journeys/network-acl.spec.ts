/** Rules at the border of subnets: whole lists in their order, and what each change opens, closes and loses. */
import type { Locator, Page } from '@playwright/test';
import messages from '../../src/families/network-acl/en.json' with { type: 'json' };
import rules from '../../src/kit/rules/en.json' with { type: 'json' };
import { networkAcl } from '../families/network-acl.ts';
import { createTitle } from '../support/family.ts';
import type { Form } from '../support/fields.ts';
import { actOnPage, deletionOf, formIn, formOf, listOf } from '../support/pages.ts';
import { addRule, reviewButton, ruleCell, ruleRows, writeCell } from '../support/rules.ts';
import { expect, test } from '../support/test.ts';
import { fillText, texts } from '../support/texts.ts';

const { kit } = texts.en;
const title = (action: string): string => texts.en['network-acl'].actions[`vpc2017:${action}`]?.title ?? '';
const panelOf = (page: Page, action: string): Form => formIn(page.getByRole('dialog'), title(action));
const inbound = (page: Page): Locator => page.getByRole('table', { name: messages.inboundRules });

/** Sends what was reviewed: one call. */
const apply = (page: Page): Locator =>
  page.getByRole('dialog').getByRole('button', { name: fillText(messages.apply, { n: 1 }), exact: true });

/** The tab with so many subnets: what the ACL's own row tells. */
const subnetsTab = (page: Page, n: number): Locator =>
  page.getByRole('navigation', { name: kit.tabs }).getByRole('link', { name: new RegExp(`^Subnets\\s*${n}$`) });

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
    await expect(ruleRows(page)).toHaveCount(1);
    await addRule(page, 'tcp 443', '0.0.0.0/0', 'web');
    await writeCell(page, 1, 'service', 'udp 53');
    await expect(page.getByText(messages['edit.answersInBody'].split('{')[0] ?? '')).toBeVisible();
    await reviewButton(page).click();
    const review = page.getByRole('dialog');
    await expect(review.locator('[data-effect=closes]').first()).toBeVisible();
    await expect(review.getByText('ModifyNetworkAclEntry').first()).toBeVisible();
    await review.getByRole('button', { name: fillText(messages.apply, { n: 1 }), exact: true }).click();
    await expect(review).toHaveCount(0);
    await expect(page.getByText(rules.appliedPlain)).toBeVisible();
    await page.getByRole('link', { name: new RegExp(`^${messages.rules}`) }).click();
    await expect(inbound(page).getByRole('row').nth(1)).toContainText('443');
    await expect(inbound(page).getByRole('row').nth(2)).toContainText('UDP');
  });
  await test.step('a draft is kept; what was applied is undone as carefully', async () => {
    await page.getByRole('button', { name: messages.editInbound, exact: true }).click();
    await writeCell(page, 1, 'service', 'all');
    await page.reload();
    await expect(ruleCell(page, 1, 'service')).toHaveText(rules.everything);
    await reviewButton(page).click();
    await apply(page).click();
    await page.getByRole('button', { name: rules.undoApplied, exact: true }).click();
    await expect(ruleCell(page, 1, 'service')).toHaveText('UDP 53');
    await reviewButton(page).click();
    await apply(page).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await test.step('a rule that never decides is marked', async () => {
    await page.goto(
      `${page.url().replace(/\/rules\b/, '/do/replaceEntries')}&ruleDirection=1&ipProtocol=tcp&cidrIp=10.0.0.0/8&portRange=443`,
    );
    await expect(ruleCell(page, 2, 'remote')).toHaveText('10.0.0.0/8');
    await writeCell(page, 2, 'description', 'too late');
    await expect(ruleRows(page).nth(2).locator('[data-consequence=shadowed]')).toBeVisible();
    await reviewButton(page).click();
    await apply(page).click();
    await expect(page.getByText(rules.appliedPlain)).toBeVisible();
    await page.getByRole('link', { name: new RegExp(`^${messages.rules}`) }).click();
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
    await page.getByRole('button', { name: fillText(messages.unbindMany, { n: 2 }), exact: true }).click();
    await panelOf(page, 'DeteleSubnetAclRule').submit.click();
    await expect(page.getByText(messages.unboundTitle)).toBeVisible();
    // The ACL's own row tells a moment later than the subnets'.
    await expect(subnetsTab(page, 0)).toBeVisible();
    await actOnPage(page, kit.delete);
    await deletionOf(page).confirm.click();
    await expect(list.rows).toHaveCount(networkAcl.list.count);
  });
});

test('two people replace the rules of one ACL: nothing is lost', async ({ page, context }) => {
  const list = listOf(page, networkAcl);
  await list.goto();
  await list.link('支付区').click();
  await page.getByRole('button', { name: messages.editInbound, exact: true }).click();
  await expect(reviewButton(page)).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(reviewButton(other)).toBeVisible();
  const before = await ruleRows(other).count();
  for (const [who, port, words] of [
    [page, 'tcp 8081', 'mine'],
    [other, 'tcp 8082', 'theirs'],
  ] as const) {
    await addRule(who, port, '10.77.0.0/16', words);
    await reviewButton(who).click();
  }
  await apply(other).click();
  await expect(other.getByText(rules.appliedPlain)).toBeVisible();
  await test.step('the second is not sent, and both versions stand there', async () => {
    await apply(page).click();
    const merge = page.getByRole('dialog', { name: rules.mergeTitle });
    await expect(merge).toContainText('TCP 8082');
    await expect(merge).toContainText('TCP 8081');
    await merge.getByRole('button', { name: rules.takeMerged, exact: true }).click();
    await reviewButton(page).click();
    await apply(page).click();
    await expect(page.getByText(rules.appliedPlain)).toBeVisible();
  });
  await page.reload();
  await expect(ruleRows(page)).toHaveCount(before + 2);
  for (const port of ['TCP 8081', 'TCP 8082']) await expect(page.getByText(port, { exact: true })).toBeVisible();
});
