/** axe finds nothing on any page, in either language and theme: each look is held in both themes (support/axe.ts). */
import type { Locator, Page } from '@playwright/test';
import { families } from '../families/index.ts';
import { clean } from '../support/axe.ts';
import { createTitle, type FamilyUnderTest, headingOf, regionOf, textOf, urlOf } from '../support/family.ts';
import { deleteItem, formOf, listOf, openEdit, walk } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { type Language, texts } from '../support/texts.ts';

const looks: readonly { readonly language: Language; readonly theme: 'light' | 'dark' }[] = [
  { language: 'en', theme: 'light' },
  { language: 'zh', theme: 'dark' },
];

/**
 * Every view of a family: its list, its forms, the question of deletion, a page, and what else it names. Begins at the
 * family's first page, which is open, and leaves no dialog open.
 */
async function visit(page: Page, family: FamilyUnderTest, language: Language): Promise<void> {
  const { list: known, detail, create, edit, remove, looks: more = [] } = family;
  const list = listOf(page, family, language);
  const look = (what: string, part?: string): Promise<void> => clean(page, what, part, language === 'en');
  const find = async (key: string): Promise<void> => {
    await list.search.fill(key);
    await expect(list.row(key)).toBeVisible();
  };
  /** Nothing was typed, so it goes without a question. */
  const leave = async (dialog: Locator): Promise<void> => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };
  if (known) {
    await expect(list.rows).toHaveCount(Math.min(20, known.count));
    await expect(page.locator('html')).toHaveAttribute('lang', texts[language].locale);
    await expect(page).toHaveTitle(`${headingOf(family, language)} · Weft`);
    await look('list');
  }
  if (create) {
    const form = formOf(page, createTitle(family, language));
    await list.create.click();
    await expect(form.panel).toBeVisible();
    if (!create.ready) {
      await form.submit.click();
      await expect(form.panel.locator('[aria-invalid=true]').first()).toBeVisible();
    }
    await look('form with problems', 'dialog');
    await leave(form.panel);
  }
  if (remove) {
    const asked = remove.blocked?.name ?? remove.free;
    const elsewhere = !remove.blocked && remove.freeRegion !== undefined;
    if (elsewhere) await list.walk('', remove.freeRegion);
    await find(asked);
    await list.act(asked, deleteItem(family, language));
    const question = page.getByRole('alertdialog');
    await expect(question.getByText(asked).first()).toBeVisible();
    await look('question of deletion', 'dialog');
    await leave(question);
    if (elsewhere) await list.walk();
  }
  if (detail) {
    await find(detail.name);
    await list.link(detail.name).click();
    await expect(page.getByRole('heading', { level: 1, name: detail.heading ?? detail.name, exact: true })).toBeVisible();
    await look('page');
  }
  if (edit) {
    const other = edit.name !== undefined && edit.name !== detail?.name;
    if (other && detail) await list.walk();
    if (other && detail) await list.link(edit.name).click();
    await openEdit(page, family, edit, language);
    const panel = page.getByRole('dialog');
    await expect(panel).toBeVisible();
    await look('form of a change', 'dialog');
    await leave(panel);
  }
  for (const { what, path, open, part = 'dialog' } of more) {
    await walk(page, path === undefined ? urlOf(family) : `${path}?region=${regionOf(family)}`);
    await open(page, language);
    await look(what, part);
    if (part === 'dialog') await leave(page.getByRole('dialog'));
  }
}

/** Rows at once in the first look at a list: axe looks at every cell. */
const fewRows = '&size=20';

/** The same page in Chinese and dark, as a person turns it; then the family's list. */
async function turn(page: Page, family: FamilyUnderTest): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('button', { name: texts.en.shell.settings, exact: true }).click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  if (family.list) await listOf(page, family, 'zh').walk(fewRows);
}

for (const family of families) {
  if (family.thorough) continue;
  test(`${textOf(family).many}: list, page and forms, in English and light, then in Chinese and dark`, async ({ page }) => {
    test.slow(); // axe looks at every element of ten views.
    if (family.list) await listOf(page, family).goto(fewRows);
    else await page.goto(urlOf(family));
    await visit(page, family, 'en');
    await turn(page, family);
    await visit(page, family, 'zh');
  });
}

/** Pages that are no family's, and what stands on each as soon as there is something to name. */
const pagesOfTheNetwork = [
  ['/topology', 'svg [data-key]'],
  ['/reachability', 'form, [role=combobox]'],
  ['/addresses', 'section'],
  ['/explorer', 'nav a'],
] as const;

for (const { language, theme } of looks) {
  const { locale, pages, shell } = texts[language];
  test.describe(`in ${locale}, ${theme}`, () => {
    test.use({ locale, colorScheme: theme });

    for (const family of families) {
      if (!family.thorough) continue;
      test(`${textOf(family).many}: list, page and forms`, async ({ page }) => {
        test.slow(); // axe looks at every element of five views.
        await listOf(page, family, language).goto(fewRows);
        await visit(page, family, language);
      });
    }

    test('overview', async ({ page }) => {
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1, name: pages.overview, exact: true })).toBeVisible();
      await expect(page.getByRole('main').getByRole('table').first()).toBeVisible();
      await clean(page, 'overview');
    });

    for (const [path, inside] of pagesOfTheNetwork) {
      test(`${path}: names begin with what is seen`, async ({ page }) => {
        test.slow(); // The whole network is read, and axe looks at every box of the map.
        await page.goto(`${path}?region=ap-guangzhou`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await expect(page.getByRole('main').locator(inside).first()).toBeVisible();
        await clean(page, path, 'html', language === 'en');
      });
    }

    test('sign-in, and a page that is not there', async ({ browser, product, page, watched }) => {
      watched.allow(401);
      const stranger = await browser.newContext({ locale, colorScheme: theme, baseURL: product.url });
      const signIn = await stranger.newPage();
      await signIn.goto('/sign-in');
      await expect(signIn.getByRole('heading', { name: texts[language].signIn.title })).toBeVisible();
      await clean(signIn, 'sign-in');
      await stranger.close();
      watched.allow(404);
      await page.goto('/no-such-page');
      await expect(page.getByRole('heading', { name: shell['notFound.title'] })).toBeVisible();
      await clean(page, 'not found');
    });
  });
}
