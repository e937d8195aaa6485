/** Every task is possible on a telephone: 390 pixels, nothing scrolls sideways but tables. */
import type { Locator, Page } from '@playwright/test';
import group from '../../src/families/security-group/en.json' with { type: 'json' };
import addresses from '../../src/pages/addresses/en.json' with { type: 'json' };
import { vpc } from '../families/vpc.ts';
import { createTitle } from '../support/family.ts';
import { deletionOf, formOf, listOf } from '../support/pages.ts';
import { ruleCell } from '../support/rules.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const { kit, pages, shell } = texts.en;

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

async function fits(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}

test('look, make, change and delete on a narrow screen', { tag: '@throttled' }, async ({ page }) => {
  const list = listOf(page, vpc);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: pages.overview })).toBeVisible();
  await fits(page);
  await page.getByRole('button', { name: shell.openNavigation, exact: true }).click();
  await page.getByRole('navigation', { name: shell.navigation }).getByRole('link', { name: 'VPCs', exact: true }).click();
  await expect(list.rows.first()).toBeVisible();
  await fits(page);

  await list.create.click();
  const form = formOf(page, createTitle(vpc));
  await form.fill({ Name: 'pocket', 'IPv4 range': '10.55.0.0/16' });
  await fits(page);
  await form.submit.click();
  await expect(form.panel).toHaveCount(0);
  await list.link('pocket').click();
  await expect(page.getByRole('heading', { level: 1, name: 'pocket', exact: true })).toBeVisible();
  await fits(page);

  await page.getByRole('button', { name: kit.edit, exact: true }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Name', { exact: true }).fill('pocket-2');
  await panel.getByRole('button', { name: kit['form.save'], exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'pocket-2', exact: true })).toBeVisible();

  await page.getByRole('main').getByRole('button', { name: kit.actions, exact: true }).click();
  await page.getByRole('menuitem', { name: kit.delete, exact: true }).click();
  await deletionOf(page).confirm.click();
  await expect(list.heading).toBeVisible();
  await expect(list.row('pocket-2')).toHaveCount(0);
});

test('tables in forms and editors keep the remote end and the state in sight', async ({ page }) => {
  const inSight = async (what: Locator): Promise<void> => {
    await expect(what).toBeVisible();
    const box = await what.boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 390, `${await what.textContent()}: ${JSON.stringify(box)}`).toBe(
      true,
    );
  };
  await test.step('rules of a network ACL and of a group', async () => {
    await page.goto('/network-acls/acl-mir6l2om/rules');
    for (const column of ['action', 'service', 'remote'] as const) await inSight(ruleCell(page, 0, column));
    await page.goto('/security-groups');
    await page.getByRole('main').getByRole('link', { name: 'bastion', exact: true }).click();
    await page.getByRole('link', { name: new RegExp(`^${group.rules}`) }).click();
    for (const column of ['action', 'service', 'remote'] as const) await inSight(ruleCell(page, 0, column));
  });
  await test.step('the rules that a new group begins with', async () => {
    await page.goto('/security-groups/new');
    const panel = page.getByRole('dialog');
    await panel.getByRole('radio', { name: group['start.web'] }).check();
    await inSight(panel.getByRole('cell', { name: '0.0.0.0/0', exact: true }).first());
  });
  await test.step('routes and subnets of a plan', async () => {
    await page.goto('/route-tables/rtb-gytau735/do/createRoutes');
    for (const control of await page.getByRole('dialog').getByRole('group').getByRole('textbox').all()) await inSight(control);
    await page.goto('/addresses');
    await page.getByRole('searchbox', { name: addresses.search }).fill('staging');
    const card = page.getByRole('region', { name: 'staging', exact: true });
    await card.getByRole('button', { name: addresses.open }).click();
    const plan = card.getByRole('region', { name: addresses.plan }).first();
    await plan.getByRole('button', { name: addresses.propose }).click();
    await inSight(plan.getByText(addresses.waiting, { exact: true }).first());
  });
});
