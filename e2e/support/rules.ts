/** The table of rules, as a person works in it: for security groups and network ACLs alike. */
import type { Locator, Page } from '@playwright/test';
import group from '../../src/families/security-group/en.json' with { type: 'json' };
import text from '../../src/kit/rules/en.json' with { type: 'json' };
import { securityGroup } from '../families/security-group.ts';
import { listOf } from './pages.ts';
import { expect } from './test.ts';

type RuleColumn = 'action' | 'service' | 'remote' | 'description';

export const ruleRows = (page: Page): Locator => page.locator('tr[data-row]');
export const ruleCell = (page: Page, row: number, column: RuleColumn): Locator => ruleRows(page).nth(row).locator(`[data-col=${column}]`);
export const reviewButton = (page: Page): Locator => page.getByRole('button', { name: /^Review/ });

/** In the review: sends what was reviewed. */
export const applyButton = (page: Page): Locator => page.getByRole('dialog').getByRole('button', { name: /^Apply/ });
export const appliedNotice = (page: Page): Locator => page.getByText(/Applied\. The rules/);

/** The editor of a security group, by its name. */
export async function openGroupRules(page: Page, name: string): Promise<void> {
  const list = listOf(page, securityGroup);
  await list.goto();
  await list.act(name, group.editRules);
  await expect(reviewButton(page)).toBeVisible();
}

/** Chooses what the menu of further things has. */
export async function chooseMore(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: text.more, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Puts a rule at the top, by keyboard alone. */
export async function addRule(page: Page, service: string, remote: string, description: string): Promise<void> {
  await page.getByRole('button', { name: text.add, exact: true }).first().click();
  for (const value of [service, remote]) {
    await expect(page.locator('tr[data-row] input[type=text]')).toBeFocused();
    await page.keyboard.type(value);
    await page.keyboard.press('Tab');
    await expect(page.locator('tr[data-row] input[type=text]')).toHaveCount(0);
    if (value !== remote) await page.keyboard.press('Enter');
  }
  await page.keyboard.type(description);
  await page.keyboard.press('Enter');
  await expect(page.getByText(description, { exact: true }).first()).toBeVisible();
}

/** Writes over a cell. */
export async function writeCell(page: Page, row: number, column: RuleColumn, value: string): Promise<void> {
  await ruleCell(page, row, column).click();
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
}
