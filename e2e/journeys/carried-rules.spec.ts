/**
 * A group whose cloud lists rules that this console does not know whole, or for IPv6: whatever is done to the group, no call
 * and no file says 0.0.0.0/0, which the cloud never said.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import group from '../../src/families/security-group/en.json' with { type: 'json' };
import rules from '../../src/kit/rules/en.json' with { type: 'json' };
import { securityGroup } from '../families/security-group.ts';
import { listOf } from '../support/pages.ts';
import type { Relay } from '../support/relay.ts';
import { expect, test } from '../support/relayed.ts';
import { appliedNotice, applyButton, chooseMore, openGroupRules, reviewButton, ruleCell, ruleRows } from '../support/rules.ts';
import { fillText } from '../support/texts.ts';

const text = { ...group, ...rules };
type Row = Record<string, unknown>;

const dialog = (page: Page) => page.getByRole('dialog');
const widest = '0.0.0.0/0';

/** What the relay makes of the one rule of the demo's bastion that is described as "on-call", wherever it stands. */
const listed = (relay: Relay, change: (row: Row) => Row): void =>
  relay.rewrite('DescribeSecurityGroupPolicies', ({ SecurityGroupPolicySet: set }) => {
    set.Ingress = set.Ingress.map((row: Row) => (row.PolicyDescription === 'on-call' ? change(row) : row));
  });

async function saved(page: Page, item: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), chooseMore(page, item)]);
  return readFile(await download.path(), 'utf8');
}

async function applyAll(page: Page): Promise<void> {
  await reviewButton(page).click();
  await applyButton(page).click();
  await expect(appliedNotice(page)).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
}

const sent = (relay: Relay): string =>
  relay
    .calls()
    .filter(({ action }) => !action.startsWith('Describe'))
    .map(({ action, text: call }) => `${action} ${call}`)
    .join('\n');

/** What a row may be that is carried: rules/carried.test.ts generates the others. */
const odd: readonly (readonly [string, (row: Row) => Row, string])[] = [
  ['an unknown protocol', (row) => ({ ...row, Protocol: 'SCTP', Port: '' }), 'Protocol SCTP'],
  ['two remote ends', (row) => ({ ...row, CidrBlock: '10.0.0.0/8', Ipv6CidrBlock: '2001:db8::/32' }), 'Ipv6CidrBlock 2001:db8::/32'],
];

for (const [what, change, shown] of odd) {
  test(`a rule with ${what} is shown, stays in its place, and is never written`, async ({ page, relay }) => {
    listed(relay, change);
    await openGroupRules(page, 'bastion');
    const locked = page.locator('[data-carried]');
    await expect(locked).toContainText(shown);

    await test.step('it opens by nothing, and is neither moved nor copied', async () => {
      await locked.dblclick();
      await page.keyboard.press('Enter');
      await page.keyboard.type('x');
      await expect(ruleRows(page).locator('input[type=text]')).toHaveCount(0);
      await page.getByLabel(fillText(text.selectRule, { n: 2 })).click();
      for (const name of [text.moveUp, text.duplicate, text.drop])
        await expect(page.getByRole('button', { name, exact: true })).toBeDisabled();
      await expect(ruleRows(page)).toHaveCount(2);
      await expect(ruleRows(page).nth(1).locator('[data-carried]')).toHaveCount(1);
      await page.getByRole('button', { name: 'Clear the selection' }).click();
    });
    await test.step('files hold it as the cloud told it, and no rule is made of them', async () => {
      const json = await saved(page, text.exportJson);
      const csv = await saved(page, text.exportCsv);
      for (const file of [json, csv]) expect(file).not.toContain(widest);
      for (const file of [json, csv]) expect(file).toContain('on-call');
    });
    await test.step('another rule is moved past it and one is added, by calls that leave it alone', async () => {
      await ruleCell(page, 0, 'description').click();
      await page.keyboard.press('Alt+ArrowDown');
      await expect(ruleRows(page).first().locator('[data-carried]')).toHaveCount(1);
      await page.getByRole('button', { name: text.add, exact: true }).first().click();
      await page.keyboard.type('tcp 443');
      await page.keyboard.press('Enter');
      await ruleCell(page, 2, 'remote').dblclick();
      await page.keyboard.type('198.51.100.7');
      await page.keyboard.press('Enter');
      await reviewButton(page).click();
      await expect(dialog(page).getByText(text.resetCarried)).toBeVisible();
      await page.getByRole('button', { name: text.backToRules }).click();
      await applyAll(page);
    });
    expect(sent(relay)).toContain('198.51.100.7');
    for (const never of [widest, 'on-call', 'ModifySecurityGroupPolicies']) expect(sent(relay)).not.toContain(never);
    await test.step('it goes only when that is said twice', async () => {
      await ruleRows(page).locator('[data-carried]').click();
      await page.keyboard.press('Delete');
      await page.getByRole('button', { name: text.deleteCarriedYes, exact: true }).click();
      await expect(page.locator('[data-carried]')).toHaveCount(0);
      await reviewButton(page).click();
      await page.getByLabel(text.carriedSure).check();
      await applyButton(page).click();
      await expect(appliedNotice(page)).toBeVisible();
    });
    expect(sent(relay)).not.toContain(widest);
  });
}

test('a rule for IPv6 is shown, edited, moved, copied, replaced, saved and read again as what it is', async ({ page, relay }) => {
  await openGroupRules(page, 'bastion');
  const six = '2001:db8:1::/64';
  await test.step('it is written as the cloud spells it', async () => {
    await ruleCell(page, 1, 'remote').dblclick();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2001:DB8:1:0::/64');
    await page.keyboard.press('Enter');
    await expect(ruleCell(page, 1, 'remote')).toHaveText(six);
    await applyAll(page);
    expect(sent(relay)).toContain(`"Ipv6CidrBlock":"${six}"`);
  });
  await test.step('a change of its description keeps its remote end', async () => {
    await ruleCell(page, 1, 'description').dblclick();
    await page.keyboard.type('on call, six');
    await page.keyboard.press('Enter');
    await applyAll(page);
    await ruleCell(page, 1, 'description').click();
    await page.keyboard.press('Alt+ArrowUp');
    await applyAll(page);
    await expect(ruleCell(page, 0, 'remote')).toHaveText(six);
  });
  await test.step('files hold it, and are read back', async () => {
    const json = await saved(page, text.exportJson);
    const csv = await saved(page, text.exportCsv);
    for (const file of [json, csv]) {
      expect(file).toContain(six);
      expect(file).not.toContain(widest);
    }
  });
  await test.step('everything is replaced in one call', async () => {
    await ruleCell(page, 0, 'description').dblclick();
    await page.keyboard.type('six again');
    await page.keyboard.press('Enter');
    await reviewButton(page).click();
    await page.getByLabel(text.resetInstead).check();
    await applyButton(page).click();
    await expect(appliedNotice(page)).toBeVisible();
    expect(sent(relay)).toContain('ModifySecurityGroupPolicies');
  });
  await test.step('the group is copied', async () => {
    const list = listOf(page, securityGroup);
    await list.goto();
    await list.act('bastion', text.clone);
    await dialog(page).getByRole('button', { name: 'Create security group', exact: true }).click();
    await expect(page.getByText(six).first()).toBeVisible();
  });
  expect(sent(relay)).not.toContain(widest);
});
