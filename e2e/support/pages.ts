/** Where things are on the console's pages, by role and by the words that a person reads. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { FamilyUnderTest } from './family.ts';
import { capital, type Language, say, words } from './words.ts';

/** A family's list page, or a list inside another page. */
export function listOf(page: Page, family: FamilyUnderTest, language: Language = 'en') {
  const { kit } = words[language];
  const text = words[language][family.text];
  const table = page.getByRole('table', { name: text.many, exact: true });
  const rows = table.locator('tbody').getByRole('row');
  return {
    table,
    rows,
    /** The row of a resource, by its name. */
    row: (name: string): Locator => rows.filter({ has: page.getByRole('link', { name, exact: true }) }),
    heading: page.getByRole('heading', { level: 1, name: capital(text.many), exact: true }),
    search: page.getByRole('searchbox', { name: say(kit.searchIn, { what: text.many }, language) }),
    create: page.getByRole('main').getByRole('link', { name: text.actions[family.create.action].title, exact: true }).first(),
    header: (label: string): Locator => table.getByRole('columnheader', { name: label, exact: true }),
    /** Sorts by the column of that heading; once is ascending, twice descending. */
    sort: (label: string) => table.getByRole('columnheader', { name: label, exact: true }).getByRole('button').click(),
    goto: async (query = '') => {
      await page.goto(`/${family.path}?region=${family.region}${query}`);
      await expect(table).not.toHaveAttribute('aria-busy', 'true');
    },
    /** The names in the order shown. */
    names: (): Promise<string[]> => table.locator('tbody tr td.stick a').allInnerTexts(),
    cells: (column: number): Promise<string[]> => table.locator(`tbody tr td:nth-child(${column})`).allInnerTexts(),
    menu: async (name: string, item: string) => {
      await page.getByRole('button', { name: say(kit.actionsFor, { name }, language), exact: true }).click();
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    },
  };
}

/** The dialog or panel on top. */
export const dialogOf = (page: Page): Locator => page.getByRole('dialog').or(page.getByRole('alertdialog')).last();

/** Fills a form's fields by their labels: text by typing, a choice by choosing. */
export async function fillIn(panel: Locator, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    const control = panel.getByLabel(label, { exact: true });
    const tag = await control.evaluate((element) => `${element.tagName} ${element.getAttribute('role') ?? ''}`);
    if (tag.startsWith('SELECT')) await control.selectOption(value);
    else if (tag.includes('combobox')) await choose(control, value);
    else await control.fill(value);
  }
}

async function choose(combobox: Locator, value: string): Promise<void> {
  await combobox.fill(value);
  await combobox.page().getByRole('option', { name: value }).first().click();
}
