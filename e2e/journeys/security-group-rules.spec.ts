// Long: the tests of one editor share what finds its cells and buttons.
/** The rules of a group, as somebody edits them: typing, reviewing, applying, and two people at once. */
import type { Page } from '@playwright/test';
import type { VersionedRuleSet } from '../../network/rule-sets/rule-set.ts';
import group from '../../src/families/security-group/en.json' with { type: 'json' };
import { type PolicySet, versionedFrom } from '../../src/families/security-group/rules/read.ts';
import rules from '../../src/kit/rules/en.json' with { type: 'json' };
import tables from '../../src/kit/tables/en.json' with { type: 'json' };
import { securityGroup } from '../families/security-group.ts';
import { listOf } from '../support/pages.ts';
import {
  addRule,
  appliedNotice,
  applyButton,
  chooseMore,
  openGroupRules,
  reviewButton,
  ruleCell,
  ruleRows,
  writeCell,
} from '../support/rules.ts';
import { expect, test } from '../support/test.ts';
import { fillText } from '../support/texts.ts';

const text = { ...group, ...rules };

/** Every list of rules that was live while the page was open, in order, as the cloud told them. */
function witness(page: Page): VersionedRuleSet[] {
  const live: VersionedRuleSet[] = [];
  page.on('response', (response) => {
    if (!response.url().endsWith('/DescribeSecurityGroupPolicies') || !response.ok()) return;
    void response
      .json()
      .then(({ data }: { data: { SecurityGroupPolicySet: PolicySet } }) => live.push(versionedFrom(data.SecurityGroupPolicySet)));
  });
  return live;
}

/** The rules that the page says it has applied, once the witness has them too. `last`: what it said of the apply before. */
async function appliedRules(page: Page, live: readonly VersionedRuleSet[], last?: VersionedRuleSet): Promise<VersionedRuleSet> {
  const notice = appliedNotice(page);
  await expect(notice).toBeVisible();
  if (last) await expect(notice).not.toHaveText(new RegExp(`\\b${last.version}\\b`));
  const version = /\d+/.exec((await notice.textContent()) ?? '')?.[0];
  await expect.poll(() => live.some((rules) => rules.version === version)).toBe(true);
  const found = live.find((rules) => rules.version === version);
  if (!found) throw new Error('nothing was seen');
  return found;
}

test('edit, see what follows, review, apply, undo', async ({ page }) => {
  await openGroupRules(page, 'test-delete-me');
  await test.step('rules are typed, and what they do stands beside them', async () => {
    await addRule(page, 'ssh', 'any', 'everybody');
    await expect(ruleRows(page).first().locator('[data-consequence=exposes]')).toContainText('SSH 22');
    await addRule(page, 'tcp 22', '10.0.0.0/8', 'office');
    await expect(ruleRows(page)).toHaveCount(2);
    await expect(ruleRows(page).nth(1).locator('[data-consequence=shadowed]')).toContainText('1');
  });
  await test.step('a rule is moved by keyboard, and a change is taken back', async () => {
    await ruleCell(page, 1, 'remote').click();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(ruleCell(page, 0, 'remote')).toHaveText('10.0.0.0/8');
    await page.keyboard.press('Control+z');
    await expect(ruleCell(page, 1, 'remote')).toHaveText('10.0.0.0/8');
    await page.keyboard.press('Control+y');
    await expect(ruleCell(page, 0, 'remote')).toHaveText('10.0.0.0/8');
  });
  await test.step('a packet is asked about', async () => {
    await page.getByRole('searchbox').fill('10.2.3.4 tcp/22');
    await expect(
      page.getByText(fillText(text.answerAllowed, { packet: '10.2.3.4 tcp/22', by: fillText(text.byRule, { n: 1 }) })),
    ).toBeVisible();
    await page.getByRole('searchbox').fill('10.2.3.4 tcp/443');
    await expect(page.getByText(fillText(text.answerDropped, { packet: '10.2.3.4 tcp/443', by: text.byNone }))).toBeVisible();
    await page.getByRole('searchbox').fill('');
  });
  await test.step('the draft is there after a reload', async () => {
    await page.reload();
    await expect(ruleRows(page)).toHaveCount(2);
  });
  await test.step('the review tells rules, packets and calls; applying makes them so', async () => {
    await reviewButton(page).click();
    await expect(page.locator('[data-effect=opens]').first()).toContainText('TCP 22');
    await expect(page.getByRole('dialog').getByText('CreateSecurityGroupPolicies').first()).toBeVisible();
    await applyButton(page).click();
    await expect(page.getByText(fillText(text.applied, { version: 2 }))).toBeVisible();
    await page.reload();
    await expect(ruleRows(page)).toHaveCount(2);
    await expect(page.getByText(fillText(text.version, { version: 2 }))).toBeVisible();
  });
});

test('what was applied can be undone, by the same careful way', async ({ page }) => {
  const live = witness(page);
  await openGroupRules(page, 'bastion');
  await expect(ruleRows(page)).toHaveCount(2);
  await writeCell(page, 1, 'remote', '203.0.113.99');
  await reviewButton(page).click();
  await applyButton(page).click();
  const changed = await appliedRules(page, live);
  await page.getByRole('button', { name: text.undoApplied }).click();
  await reviewButton(page).click();
  await applyButton(page).click();
  await expect(ruleCell(page, 1, 'remote')).toHaveText('203.0.113.77');
  expect((await appliedRules(page, live, changed)).ingress).toEqual(live[0]?.ingress);
});

test('two people edit the same rules: neither overwrites the other, and the merge shows both', async ({
  page,
  browser,
  product,
  session,
  watched,
}) => {
  watched.allow(422); // The version that does not fit any more.
  const other = await browser.newContext({ baseURL: product.url, ...(session ? { storageState: session } : {}) });
  const second = await other.newPage();
  await openGroupRules(page, 'bastion');
  await openGroupRules(second, 'bastion');
  await addRule(page, 'tcp 2222', '198.51.100.7', 'from the first');
  await addRule(second, 'tcp 8022', '198.51.100.8', 'from the second');
  await writeCell(second, 2, 'description', 'on call, second');

  await reviewButton(page).click();
  await applyButton(page).click();
  await expect(appliedNotice(page)).toBeVisible();

  await reviewButton(second).click();
  await applyButton(second).click();
  const merge = second.getByRole('dialog', { name: text.mergeTitle });
  await expect(merge).toBeVisible();
  await expect(merge.getByRole('region', { name: /^Their changes/ }).getByText('from the first')).toBeVisible();
  await expect(merge.getByRole('region', { name: text.myChanges }).getByText('from the second')).toBeVisible();
  await merge.getByRole('button', { name: text.takeMerged }).click();
  await expect(ruleRows(second)).toHaveCount(4);
  await reviewButton(second).click();
  await applyButton(second).click();
  await expect(appliedNotice(second)).toBeVisible();
  for (const description of ['from the first', 'from the second', 'on call, second']) {
    await expect(second.getByText(description, { exact: true })).toBeVisible();
  }
  await page.reload();
  await expect(ruleRows(page)).toHaveCount(4);
  await other.close();
});

test('can a packet reach an interface, and which rule of which group decides', async ({ page }) => {
  await openGroupRules(page, 'bastion');
  await page
    .getByRole('navigation', { name: 'Parts of this resource' })
    .getByRole('link', { name: /^Used by/ })
    .click();
  await page.getByRole('table', { name: text.interfaces }).getByRole('link').first().click();
  await page.getByRole('navigation', { name: 'Parts of this resource' }).getByRole('link', { name: 'Effective rules' }).click();
  await page.getByLabel(text.remoteAddress).fill('203.0.113.77');
  await page.getByRole('button', { name: text.check, exact: true }).click();
  const by = fillText(text.byRuleOf, { rule: fillText(text.ruleOf, { n: 2, group: 'bastion' }) });
  await expect(page.getByText(fillText(text.answerAllowed, { packet: '203.0.113.77 tcp/22', by }))).toBeVisible();
  await page.getByLabel(text.remoteAddress).fill('198.51.100.1');
  await page.getByRole('button', { name: text.check, exact: true }).click();
  await expect(page.getByText(fillText(text.answerDropped, { packet: '198.51.100.1 tcp/22', by: text.byNone }))).toBeVisible();
});

test('a click selects, Tab leaves an empty cell, panels open at their beginning and refusals come into view', async ({
  page,
  sim,
  watched,
}) => {
  watched.allow(422);
  await openGroupRules(page, 'bastion');
  await test.step('one click changes nothing, nor a second; a double click or Enter does', async () => {
    const action = ruleCell(page, 0, 'action');
    await expect(action).toHaveText(text.accept);
    await action.click();
    await ruleCell(page, 1, 'action').click();
    await action.click();
    await expect(action).toHaveText(text.accept);
    await expect(reviewButton(page)).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Enter');
    await expect(action).toHaveText(text.drop);
    await action.dblclick();
    await expect(action).toHaveText(text.accept);
  });
  await test.step('Tab and Shift+Tab leave an empty service, which keeps its mark', async () => {
    const input = page.locator('tr[data-row] input[type=text]');
    for (const key of ['Tab', 'Shift+Tab']) {
      await page.getByRole('button', { name: text.add, exact: true }).first().click();
      await expect(input).toBeFocused();
      await page.keyboard.press(key);
      await expect(input).toHaveCount(0);
      await expect(page.locator('tr[data-row] td:last-child', { hasText: text['fault.port-needed'] }).first()).toBeVisible();
      await page.keyboard.press('Delete');
    }
    await expect(ruleRows(page)).toHaveCount(2);
  });
  await chooseMore(page, text.import);
  const lines = Array.from({ length: 12 }, (_, at) => `drop\ttcp\t${9000 + at}\t10.${at}.0.0/16\tn ${at}`);
  await page.getByLabel(tables.text).fill(['action\tprotocol\tport\tsource\tdescription', ...lines].join('\n'));
  await page.getByRole('button', { name: fillText(text.importN, { n: lines.length }), exact: true }).click();
  await expect(ruleRows(page)).toHaveCount(14);
  await reviewButton(page).click();
  const body = page.getByRole('dialog').locator('[data-part=body]');
  await expect(page.getByRole('dialog').getByRole('heading', { name: text.rulesChange })).toBeInViewport();
  expect(await body.evaluate((element) => element.scrollTop)).toBe(0);
  await sim.fault({ kind: 'error', action: 'CreateSecurityGroupPolicies', code: 'LimitExceeded', times: 1 });
  await body.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await applyButton(page).click();
  const refusal = page.getByRole('dialog').getByRole('alert').first();
  await expect(refusal).toBeInViewport();
  await expect(page.locator(':focus').getByRole('alert')).toHaveCount(1);
});

test('a draft that was left is marked wherever its group is shown, with a way to it', async ({ page }) => {
  await openGroupRules(page, 'bastion');
  await ruleCell(page, 1, 'description').dblclick();
  await page.keyboard.type('left behind');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /1 draft was left/ })).toBeVisible();
  const list = listOf(page, securityGroup);
  await list.goto();
  const row = page.getByRole('row', { name: /bastion/ });
  await expect(row.getByRole('link', { name: 'Draft' })).toBeVisible();
  await page.goto('/');
  await page.getByRole('link', { name: 'bastion' }).click();
  await expect(page.getByText('left behind')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Draft' })).toBeVisible();
  await chooseMore(page, text.discard);
  await expect(page.getByRole('button', { name: /draft was left/ })).toHaveCount(0);
});
