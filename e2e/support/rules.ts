/** The table of rules, as a person works in it: for security groups and network ACLs alike. */
import type { Locator, Page } from '@playwright/test';
import text from '../../src/kit/rules/en.json' with { type: 'json' };
import { expect } from './test.ts';

type RuleColumn = 'action' | 'service' | 'remote' | 'description';

export const ruleRows = (page: Page): Locator => page.locator('tr[data-row]');
export const ruleCell = (page: Page, row: number, column: RuleColumn): Locator => ruleRows(page).nth(row).locator(`[data-col=${column}]`);
export const reviewButton = (page: Page): Locator => page.getByRole('button', { name: /^Review/ });

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
