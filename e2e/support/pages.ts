/** Where things are on the console's pages, by role and by the words that a person reads. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './expect.ts';
import { createTitle, type EditUnderTest, type FamilyUnderTest, headingOf, type Key, phrase, textOf, urlOf } from './family.ts';
import { type Fields, type Form, put } from './fields.ts';
import { fillText, type Language, texts } from './texts.ts';

/** Goes to a URL within the loaded console, as its links do: to load it anew takes several times the processor. */
export const walk = (page: Page, path: string): Promise<void> =>
  page.evaluate((next) => {
    history.pushState(null, '', next);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, path);

/** A family's list: its page, or the same list inside another page. */
export function listOf(page: Page, family: FamilyUnderTest, language: Language = 'en') {
  const { kit } = texts[language];
  const nouns = textOf(family, language);
  const table = page.getByRole('table', { name: nouns.many, exact: true });
  const rows = table.locator('tbody tr[data-id]');
  const row = (key: Key): Locator =>
    rows
      .filter({ has: page.locator(['a', 'a '].map((of) => `td.stick ${of}:text-is(${JSON.stringify(key)})`).join()) })
      .or(table.locator(`tbody tr[data-id=${JSON.stringify(key)}]`));
  const seen = async (): Promise<void> => {
    await expect(table).toBeVisible();
    await expect(table).not.toHaveAttribute('aria-busy', 'true');
  };
  return {
    table,
    rows,
    /** The row of a resource, by its name or its id. */
    row,
    /** The link to its own page. */
    link: (key: Key): Locator => row(key).locator('td.stick').getByRole('link').first(),
    heading: page.getByRole('heading', { level: 1, name: headingOf(family, language), exact: true }),
    search: page.getByRole('searchbox', { name: fillText(kit.searchIn, { what: nouns.many }, language) }),
    /** Leads to the form that makes one. */
    get create(): Locator {
      return page.getByRole('link', { name: createTitle(family, language), exact: true }).first();
    },
    header: (label: string): Locator => table.getByRole('columnheader', { name: label, exact: true }),
    /** Presses a column's heading: ascending, then descending, then the list's own order. */
    sort: (label: string) => table.getByRole('columnheader', { name: label, exact: true }).getByRole('button').click(),
    goto: async (query = '', region?: string) => {
      await page.goto(urlOf(family, region, query));
      await seen();
    },
    /** The same from another page of the console. */
    walk: async (query = '', region?: string) => {
      await walk(page, urlOf(family, region, query));
      await seen();
    },
    /** Names in the order shown; ids of those that have none. */
    names: async (): Promise<Key[]> => {
      const told = await rows.evaluateAll((all) =>
        all.map((each) => [each.querySelector('td.stick a')?.textContent ?? '', each.getAttribute('data-id') ?? '']),
      );
      return told.map(([name = '', id = '']) => (name === '' || name === kit.unnamed ? id : name));
    },
    ids: (): Promise<string[]> => rows.evaluateAll((all) => all.map((each) => each.getAttribute('data-id') ?? '')),
    /** The texts of a column, by its heading. */
    column: async (label: string): Promise<string[]> => {
      const heads = await table.getByRole('columnheader').allInnerTexts();
      const at = heads.findIndex((head) => head.trim() === label);
      return rows.locator(`td:nth-child(${at + 1})`).allInnerTexts();
    },
    /** Opens a row's menu and takes an item of it. */
    act: async (key: Key, item: string) => {
      const label = fillText(kit.actionsFor, { name: '' }, language).trim();
      await row(key).getByRole('button', { name: label }).click();
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    },
  };
}

/** The question whether a verb is to be done, to one or to many: give what its button says, or a part of it. */
export function confirmationOf(page: Page, verb: string | RegExp) {
  const dialog = page.getByRole('alertdialog');
  return {
    dialog,
    confirm: dialog.getByRole('button', { name: verb }),
    cancel: dialog.getByRole('button', { name: texts.en.ui.cancel, exact: true }),
  };
}

/** The question whether something is to be deleted; of a family that has other words for it, give the family. */
export const deletionOf = (page: Page, family?: FamilyUnderTest) => confirmationOf(page, family?.remove?.confirm ?? /^Delete/);

/** The item of the menus that asks for the deletion. */
export const deleteItem = ({ remove }: FamilyUnderTest, language: Language = 'en'): string =>
  remove?.item === undefined ? texts[language].kit.delete : phrase(remove.item, language);

/** What can be done with a resource, from its own page. */
export async function actOnPage(page: Page, item: string, language: Language = 'en'): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: texts[language].kit.actions, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** Opens the form that changes a resource: from its own page, which must be open; of a family without pages, from its row. */
export async function openEdit(page: Page, family: FamilyUnderTest, edit: EditUnderTest, language: Language = 'en'): Promise<void> {
  const item = phrase(edit.item ?? texts[language].kit.edit, language);
  if (!family.detail) return listOf(page, family, language).act(edit.name ?? '', item);
  await expect(page.getByRole('navigation', { name: texts[language].kit.tabs })).toBeVisible();
  const button = page.getByRole('main').getByRole('button', { name: item, exact: true });
  if ((await button.count()) > 0) await button.click();
  else await actOnPage(page, item, language);
}

/** The form, which opens over the page it was called from. That of a verb names in its heading whom it is about: `name`. */
export function formOf(page: Page, title: string, name?: string): Form {
  const heading = name === undefined ? title : fillText(texts.en.kit['form.titleOf'], { title, name });
  return formIn(page.getByRole('dialog', { name: heading, exact: true }), title);
}

/** The form in a panel; `title` names its button too. */
export function formIn(panel: Locator, title: string = texts.en.kit['form.save']): Form {
  // A label says more than its words where the field is optional, and the API's own name stands beside it.
  const field = (label: string): Locator => panel.getByLabel(label, { exact: true });
  return {
    panel,
    field,
    submit: panel.getByRole('button', { name: title, exact: true }),
    save: panel.getByRole('button', { name: texts.en.kit['form.save'], exact: true }),
    fill: async (values: Fields) => {
      for (const [label, value] of Object.entries(values)) await put(panel, field(label), value);
    },
  };
}

/** Ticks a box whose state is the page's URL: it changes a moment after the press. */
export async function tick(box: Locator): Promise<void> {
  await box.click();
  await expect(box).toBeChecked();
}
