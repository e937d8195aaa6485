// Long: the tests of one editor share what finds its cells and buttons.
/** The rules of a group, as somebody edits them: typing, reviewing, applying, and two people at once. */
import type { Page } from '@playwright/test';
import { isEmpty, subtract } from '../../network/packets/packet-set.ts';
import { policyOf } from '../../network/rule-sets/policy.ts';
import type { RuleSet, VersionedRuleSet } from '../../network/rule-sets/rule-set.ts';
import { difference } from '../../network/rules/difference.ts';
import { expand, noReferences } from '../../network/rules/policies.ts';
import type { Direction } from '../../network/rules/rule.ts';
import group from '../../src/families/security-group/en.json' with { type: 'json' };
import { type PolicySet, versionedFrom } from '../../src/families/security-group/rules/read.ts';
import rules from '../../src/kit/rules/en.json' with { type: 'json' };
import tables from '../../src/kit/tables/en.json' with { type: 'json' };
import { securityGroup } from '../families/security-group.ts';
import { listOf } from '../support/pages.ts';
import { addRule } from '../support/rules.ts';
import { expect, test } from '../support/test.ts';
import { fillText } from '../support/texts.ts';

const text = { ...group, ...rules };

const review = (page: Page) => page.getByRole('button', { name: /^Review/ });

async function openRules(page: Page, name: string): Promise<void> {
  const list = listOf(page, securityGroup);
  await list.goto();
  await list.act(name, text.editRules);
  await expect(review(page)).toBeVisible();
}

const cell = (page: Page, row: number, column: 'action' | 'service' | 'remote' | 'description') =>
  page.locator('tr[data-row]').nth(row).locator(`[data-col=${column}]`);
const rows = (page: Page) => page.locator('tr[data-row]');
const apply = (page: Page) => page.getByRole('dialog').getByRole('button', { name: /^Apply/ });

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
  const notice = page.getByText(/Applied\. The rules/);
  await expect(notice).toBeVisible();
  if (last) await expect(notice).not.toHaveText(new RegExp(`\\b${last.version}\\b`));
  const version = /\d+/.exec((await notice.textContent()) ?? '')?.[0];
  await expect.poll(() => live.some((rules) => rules.version === version)).toBe(true);
  const found = live.find((rules) => rules.version === version);
  if (!found) throw new Error('nothing was seen');
  return found;
}

function expectBetween(before: RuleSet, after: RuleSet, live: RuleSet, direction: Direction): void {
  const [old, wanted, now] = [before, after, live].map((set) => expand(set[direction].map(policyOf), noReferences).rules);
  const free = difference(old ?? [], wanted ?? []).flatMap(({ region }) => region);
  for (const { region } of difference(old ?? [], now ?? [])) expect(isEmpty(subtract(region, free))).toBe(true);
}

test('edit, see what follows, review, apply, undo', async ({ page }) => {
  await openRules(page, 'test-delete-me');
  await test.step('rules are typed, and what they do stands beside them', async () => {
    await addRule(page, 'ssh', 'any', 'everybody');
    await expect(rows(page).first().locator('[data-consequence=exposes]')).toContainText('SSH 22');
    await addRule(page, 'tcp 22', '10.0.0.0/8', 'office');
    await expect(rows(page)).toHaveCount(2);
    await expect(rows(page).nth(1).locator('[data-consequence=shadowed]')).toContainText('1');
  });
  await test.step('a rule is moved by keyboard, and a change is taken back', async () => {
    await cell(page, 1, 'remote').click();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(cell(page, 0, 'remote')).toHaveText('10.0.0.0/8');
    await page.keyboard.press('Control+z');
    await expect(cell(page, 1, 'remote')).toHaveText('10.0.0.0/8');
    await page.keyboard.press('Control+y');
    await expect(cell(page, 0, 'remote')).toHaveText('10.0.0.0/8');
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
    await expect(rows(page)).toHaveCount(2);
  });
  await test.step('the review tells rules, packets and calls; applying makes them so', async () => {
    await review(page).click();
    await expect(page.locator('[data-effect=opens]').first()).toContainText('TCP 22');
    await expect(page.getByRole('dialog').getByText('CreateSecurityGroupPolicies').first()).toBeVisible();
    await apply(page).click();
    await expect(page.getByText(fillText(text.applied, { version: 2 }))).toBeVisible();
    await page.reload();
    await expect(rows(page)).toHaveCount(2);
    await expect(page.getByText(fillText(text.version, { version: 2 }))).toBeVisible();
  });
});

test('what was applied can be undone, by the same careful way', async ({ page }) => {
  const live = witness(page);
  await openRules(page, 'bastion');
  await expect(rows(page)).toHaveCount(2);
  await cell(page, 1, 'remote').click();
  await page.keyboard.type('203.0.113.99');
  await page.keyboard.press('Enter');
  await review(page).click();
  await apply(page).click();
  const changed = await appliedRules(page, live);
  await page.getByRole('button', { name: text.undoApplied }).click();
  await review(page).click();
  await apply(page).click();
  await expect(cell(page, 1, 'remote')).toHaveText('203.0.113.77');
  expect((await appliedRules(page, live, changed)).ingress).toEqual(live[0]?.ingress);
});

test('every list that is live while applying lies between the old rules and the new', async ({ page }) => {
  const live = witness(page);
  await openRules(page, 'test-delete-me');
  const table = [
    'drop\ttcp\t22\t10.1.0.0/16\tnot them',
    'allow\ttcp\t22\t10.0.0.0/8\tinside',
    'allow\ttcp\t443\t0.0.0.0/0\tweb',
    'drop\tall\t\t0.0.0.0/0\tthe rest',
  ];
  const paste = async (lines: readonly string[]): Promise<void> => {
    await page.getByRole('button', { name: text.more, exact: true }).click();
    await page.getByRole('menuitem', { name: text.import }).click();
    await page.getByLabel(tables.text).fill(['action\tprotocol\tport\tsource\tdescription', ...lines].join('\n'));
    await page.getByRole('button', { name: fillText(text.importN, { n: lines.length }), exact: true }).click();
  };
  await paste(table);
  await expect(rows(page)).toHaveCount(4);
  await review(page).click();
  await apply(page).click();
  const before = await appliedRules(page, live);

  // Two rules change, one moves past another, one comes.
  await cell(page, 0, 'remote').click();
  await page.keyboard.type('10.2.0.0/16');
  await page.keyboard.press('Enter');
  await cell(page, 2, 'service').click();
  await page.keyboard.type('tcp 80,443');
  await page.keyboard.press('Enter');
  await cell(page, 2, 'description').click();
  await page.keyboard.press('Alt+ArrowUp');
  await paste(['drop\tudp\tall\t0.0.0.0/0\tno udp']);
  const from = live.length;
  await review(page).click();
  await apply(page).click();
  const after = await appliedRules(page, live, before);
  expect(live.length).toBeGreaterThan(from + 1);
  for (const one of live.slice(from)) expectBetween(before, after, one, 'ingress');
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
  await openRules(page, 'bastion');
  await openRules(second, 'bastion');
  await addRule(page, 'tcp 2222', '198.51.100.7', 'from the first');
  await addRule(second, 'tcp 8022', '198.51.100.8', 'from the second');
  await cell(second, 2, 'description').click();
  await second.keyboard.type('on call, second');
  await second.keyboard.press('Enter');

  await review(page).click();
  await apply(page).click();
  await expect(page.getByText(/Applied\. The rules/)).toBeVisible();

  await review(second).click();
  await apply(second).click();
  const merge = second.getByRole('dialog', { name: text.mergeTitle });
  await expect(merge).toBeVisible();
  await expect(merge.getByRole('region', { name: /^Their changes/ }).getByText('from the first')).toBeVisible();
  await expect(merge.getByRole('region', { name: text.myChanges }).getByText('from the second')).toBeVisible();
  await merge.getByRole('button', { name: text.takeMerged }).click();
  await expect(rows(second)).toHaveCount(4);
  await review(second).click();
  await apply(second).click();
  await expect(second.getByText(/Applied\. The rules/)).toBeVisible();
  for (const description of ['from the first', 'from the second', 'on call, second']) {
    await expect(second.getByText(description, { exact: true })).toBeVisible();
  }
  await page.reload();
  await expect(rows(page)).toHaveCount(4);
  await other.close();
});

test('can a packet reach an interface, and which rule of which group decides', async ({ page }) => {
  await openRules(page, 'bastion');
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
  await openRules(page, 'bastion');
  await test.step('one click changes nothing, nor a second; a double click or Enter does', async () => {
    const action = cell(page, 0, 'action');
    await expect(action).toHaveText(text.accept);
    await action.click();
    await cell(page, 1, 'action').click();
    await action.click();
    await expect(action).toHaveText(text.accept);
    await expect(review(page)).toHaveAttribute('aria-disabled', 'true');
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
    await expect(rows(page)).toHaveCount(2);
  });
  await page.getByRole('button', { name: text.more, exact: true }).click();
  await page.getByRole('menuitem', { name: text.import }).click();
  const lines = Array.from({ length: 12 }, (_, at) => `drop\ttcp\t${9000 + at}\t10.${at}.0.0/16\tn ${at}`);
  await page.getByLabel(tables.text).fill(['action\tprotocol\tport\tsource\tdescription', ...lines].join('\n'));
  await page.getByRole('button', { name: fillText(text.importN, { n: lines.length }), exact: true }).click();
  await expect(rows(page)).toHaveCount(14);
  await review(page).click();
  const body = page.getByRole('dialog').locator('[data-part=body]');
  await expect(page.getByRole('dialog').getByRole('heading', { name: text.rulesChange })).toBeInViewport();
  expect(await body.evaluate((element) => element.scrollTop)).toBe(0);
  await sim.fault({ kind: 'error', action: 'CreateSecurityGroupPolicies', code: 'LimitExceeded', times: 1 });
  await body.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await apply(page).click();
  const refusal = page.getByRole('dialog').getByRole('alert').first();
  await expect(refusal).toBeInViewport();
  await expect(page.locator(':focus').getByRole('alert')).toHaveCount(1);
});

test('a draft that was left is marked wherever its group is shown, with a way to it', async ({ page }) => {
  await openRules(page, 'bastion');
  await cell(page, 1, 'description').dblclick();
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
  await page.getByRole('button', { name: text.more, exact: true }).click();
  await page.getByRole('menuitem', { name: text.discard }).click();
  await expect(page.getByRole('button', { name: /draft was left/ })).toHaveCount(0);
});
