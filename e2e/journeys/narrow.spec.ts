/** Every task is possible on a telephone: 390 pixels, nothing scrolls sideways but tables. */
import type { Page } from '@playwright/test';
import { vpc } from '../families/vpc.ts';
import { createTitle } from '../support/family.ts';
import { deletionOf, formOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

const { kit, shell } = words.en;

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

async function fits(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}

test('look, make, change and delete on a narrow screen', { tag: '@throttled' }, async ({ page }) => {
  const list = listOf(page, vpc);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: shell.overview })).toBeVisible();
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
