/** What every family's own page shows. */
import { families } from '../families/index.ts';
import { listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { say, words } from '../support/words.ts';

const { kit } = words.en;

for (const family of families) {
  const text = words.en[family.text];
  const { detail } = family;

  test.describe(`page of a ${text.one}`, () => {
    test('shows its properties, and each tab has an address', async ({ page }) => {
      const list = listOf(page, family);
      await list.goto();
      await list.link(detail.name).first().click();
      await expect(page.getByRole('heading', { level: 1, name: detail.name, exact: true })).toBeVisible();
      for (const value of detail.shows) await expect(page.getByRole('main').getByText(value).first()).toBeVisible();
      const address = new URL(page.url());
      for (const tab of detail.tabs) {
        await page.goto(`${address.pathname}/${tab}${address.search}`);
        const current = page.getByRole('navigation', { name: kit.tabs }).locator('[aria-current=page]');
        await expect(current).toHaveAttribute('href', new RegExp(`/${tab}\\b`));
      }
      await page.goBack();
      await expect(page.getByRole('heading', { level: 1, name: detail.name, exact: true })).toBeVisible();
    });

    test('shows the call it makes', async ({ page }) => {
      const list = listOf(page, family);
      await list.goto();
      await list.link(detail.name).first().click();
      await page.getByRole('button', { name: kit['call.show'], exact: true }).click();
      await expect(page.getByText(family.list.action).first()).toBeVisible();
    });

    test('says that there is no such one, and leads to the list', async ({ page, watched }) => {
      watched.allow(422);
      await page.goto(`/${family.path}/${family.text}-zzzzzzzz?region=${family.region}`);
      await expect(page.getByRole('heading', { level: 1, name: say(kit.notFound, { what: text.one }) })).toBeVisible();
      await page.getByRole('link', { name: say(kit.toList, { what: text.many }), exact: true }).click();
      await expect(listOf(page, family).rows).toHaveCount(family.list.count);
    });
  });
}
