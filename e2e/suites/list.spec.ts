/** What every family's list can do. */
import { readFileSync } from 'node:fs';
import { families } from '../families/index.ts';
import { listOf, tick } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { say, words } from '../support/words.ts';

const { kit } = words.en;

for (const family of families) {
  const text = words.en[family.text];
  const { list: known } = family;

  test.describe(`list of ${text.many}`, () => {
    test('shows every one of the region', async ({ page }) => {
      const list = listOf(page, family);
      await list.goto();
      await expect(list.heading).toBeVisible();
      await expect(list.rows).toHaveCount(known.count);
      await expect(page.getByText(say(kit.rows, { n: known.count }), { exact: true })).toBeVisible();
    });

    test('is searched, and the search stands in the address', async ({ page }) => {
      const list = listOf(page, family);
      await list.goto();
      await list.search.fill(known.search.text);
      await expect(list.rows).toHaveCount(known.search.finds.length);
      expect((await list.names()).toSorted()).toEqual([...known.search.finds].toSorted());
      await expect(page).toHaveURL(new RegExp(`[?&]q=${known.search.text}`));
      await page.reload();
      await expect(list.rows).toHaveCount(known.search.finds.length);
      await expect(list.search).toHaveValue(known.search.text);
    });

    test('sorts by what a column means, both ways', async ({ page }) => {
      const { label, id, compare } = known.sort;
      const list = listOf(page, family);
      await list.goto();
      await list.sort(label);
      await expect(list.header(label)).toHaveAttribute('aria-sort', 'ascending');
      await expect(page).toHaveURL(new RegExp(`[?&]sort=${id}`));
      const ascending = await list.column(label);
      expect(ascending).toEqual(ascending.toSorted(compare));
      await list.sort(label);
      await expect(list.header(label)).toHaveAttribute('aria-sort', 'descending');
      expect(await list.column(label)).toEqual(ascending.toSorted((a, b) => compare(b, a)));
      await list.table.getByRole('link').first().click();
      await expect(page.getByRole('navigation', { name: kit.tabs })).toBeVisible();
      await page.goBack();
      await expect(list.header(label)).toHaveAttribute('aria-sort', 'descending');
    });

    test('is narrowed by a column, kept by the address, cleared again', async ({ page }) => {
      const { label, id, option, value, count } = known.facet;
      const list = listOf(page, family);
      await list.goto();
      await page.getByRole('main').getByRole('button', { name: label, exact: true }).first().click();
      await tick(page.getByRole('checkbox', { name: option, exact: true }));
      await expect(list.rows).toHaveCount(count);
      await expect(page).toHaveURL(new RegExp(`[?&]f\\.${id}=${value}`));
      await page.reload();
      await expect(list.rows).toHaveCount(count);
      await page.getByRole('button', { name: say(kit.clearFilter, { column: label }), exact: true }).click();
      await expect(list.rows).toHaveCount(known.count);
    });

    test('shows the columns that are chosen, after a reload too', async ({ page }) => {
      const { label } = known.hidden;
      const list = listOf(page, family);
      await list.goto();
      await expect(list.header(label)).toHaveCount(0);
      await page.getByRole('button', { name: kit.columns, exact: true }).click();
      await tick(page.getByRole('checkbox', { name: label, exact: true }));
      await expect(list.header(label)).toBeVisible();
      await page.goto(`/${family.path}?region=${family.region}`);
      await expect(list.header(label)).toBeVisible();
    });

    test('tells nothing found from nothing there', async ({ page }) => {
      const list = listOf(page, family);
      await list.goto('&q=no-such-thing');
      await expect(list.table.getByText(kit.noMatch, { exact: true })).toBeVisible();
      await page.getByRole('button', { name: kit.clearFilters, exact: true }).click();
      await expect(list.rows).toHaveCount(known.count);
    });

    test('says what went wrong in the place of the rows, and tries again', async ({ page, sim, watched }) => {
      watched.allow(422, 502);
      await sim.fault({ action: known.action, kind: 'error', code: 'UnauthorizedOperation', times: null });
      const list = listOf(page, family);
      await list.goto();
      await expect(list.table.getByText(say(kit.listFailed, { what: text.many }))).toBeVisible();
      await expect(list.table.getByText('UnauthorizedOperation', { exact: true })).toBeVisible();
      await expect(list.table.getByText(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)).toBeVisible();
      await sim.clearFaults();
      await list.table.getByRole('button', { name: kit.retry, exact: true }).click();
      await expect(list.rows).toHaveCount(known.count);
    });

    test('exports the rows shown', async ({ page }) => {
      const list = listOf(page, family);
      await list.goto(`&q=${known.search.text}`);
      await expect(list.rows).toHaveCount(known.search.finds.length);
      for (const [item, ending] of [
        [kit.exportCsv, 'csv'],
        [kit.exportJson, 'json'],
      ] as const) {
        await page.getByRole('button', { name: kit.export, exact: true }).click();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('menuitem', { name: item, exact: true }).click(),
        ]);
        expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
        const content = readFileSync(await download.path(), 'utf8');
        for (const name of known.search.finds) expect(content).toContain(name);
        const records = ending === 'json' ? (JSON.parse(content) as unknown[]).length : content.trim().split('\n').length - 1;
        expect(records).toBe(known.search.finds.length);
      }
    });

    test('is used by keyboard alone', async ({ page }) => {
      const list = listOf(page, family);
      await list.goto();
      await expect(list.rows.first()).toBeVisible();
      await page.keyboard.press('/');
      await expect(list.search).toBeFocused();
      await page.keyboard.press('Escape');
      await list.rows.first().focus();
      await page.keyboard.press('ArrowDown');
      await expect(list.rows.nth(1)).toBeFocused();
      const id = await list.rows.nth(1).getAttribute('data-id');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`/${family.path}/${id}`));
    });
  });

  test.describe(`list of ${text.many} in an empty account`, () => {
    test.use({ seed: 'empty' });

    test('explains what they are and offers to make one', async ({ page }) => {
      const list = listOf(page, family);
      await list.goto();
      await expect(list.rows).toHaveCount(0);
      await expect(list.table.getByText(text.what)).toBeVisible();
      await list.table.getByRole('link', { name: family.create.title.en, exact: true }).click();
      await expect(page.getByRole('dialog', { name: family.create.title.en, exact: true })).toBeVisible();
    });
  });
}
