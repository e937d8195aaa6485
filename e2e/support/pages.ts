/** Where things are on the console's pages, by role and by the words that a person reads. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { FamilyUnderTest } from './family.ts';
import { capital, type Language, say, words } from './words.ts';

/** A family's list: its page, or the same list inside another page. */
export function listOf(page: Page, family: FamilyUnderTest, language: Language = 'en') {
  const { kit } = words[language];
  const text = words[language][family.text];
  const table = page.getByRole('table', { name: text.many, exact: true });
  const body = table.locator('tbody');
  const link = (name: string): Locator => body.getByRole('link', { name, exact: true });
  return {
    table,
    link,
    rows: body.locator('tr[data-id]'),
    row: (name: string): Locator => body.locator('tr[data-id]').filter({ has: page.getByRole('link', { name, exact: true }) }),
    heading: page.getByRole('heading', { level: 1, name: capital(text.many), exact: true }),
    search: page.getByRole('searchbox', { name: say(kit.searchIn, { what: text.many }, language) }),
    create: page.getByRole('link', { name: family.create.title[language], exact: true }).first(),
    header: (label: string): Locator => table.getByRole('columnheader', { name: label, exact: true }),
    /** Presses a column's heading: ascending, then descending, then the list's own order. */
    sort: (label: string) => table.getByRole('columnheader', { name: label, exact: true }).getByRole('button').click(),
    goto: async (query = '', region = family.region) => {
      await page.goto(`/${family.path}?region=${region}${query}`);
      await expect(table).toBeVisible();
      await expect(table).not.toHaveAttribute('aria-busy', 'true');
    },
    /** The names in the order shown. */
    names: (): Promise<string[]> => body.locator('td.stick a').allInnerTexts(),
    /** The texts of a column, by its heading. */
    column: async (label: string): Promise<string[]> => {
      const heads = await table.getByRole('columnheader').allInnerTexts();
      const at = heads.findIndex((head) => head.trim() === label);
      return body.locator(`tr[data-id] td:nth-child(${at + 1})`).allInnerTexts();
    },
    /** Opens a row's menu and takes an item of it. */
    act: async (name: string, item: string) => {
      await page.getByRole('button', { name: say(kit.actionsFor, { name }, language), exact: true }).click();
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    },
  };
}

/** The question whether something is to be deleted. */
export function deletionOf(page: Page) {
  const dialog = page.getByRole('alertdialog');
  return {
    dialog,
    confirm: dialog.getByRole('button', { name: /^Delete/ }),
    cancel: dialog.getByRole('button', { name: words.en.ui.cancel, exact: true }),
  };
}

/** The form, which opens over the page it was called from. */
export function formOf(page: Page, title: string) {
  const panel = page.getByRole('dialog', { name: title, exact: true });
  // A label says more than its words where the field is optional, and the API's own name stands beside it.
  const field = (label: string): Locator => panel.getByLabel(label, { exact: true });
  return {
    panel,
    field,
    submit: panel.getByRole('button', { name: title, exact: true }),
    save: panel.getByRole('button', { name: words.en.kit['form.save'], exact: true }),
    fill: async (values: Readonly<Record<string, string>>) => {
      for (const [label, value] of Object.entries(values)) await put(field(label), value);
    },
  };
}

/** Types into a text field, or finds and takes an option of a combobox. */
async function put(control: Locator, value: string): Promise<void> {
  await control.fill(value);
  if ((await control.getAttribute('role')) !== 'combobox') return;
  await control.page().getByRole('option').filter({ hasText: value }).first().click();
}

/** Ticks a box whose state is the page's address: it changes a moment after the press. */
export async function tick(box: Locator): Promise<void> {
  await box.click();
  await expect(box).toBeChecked();
}
