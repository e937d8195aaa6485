/** What every family's list can do. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import {
  actionNameOf,
  actionOf,
  createTitle,
  type FamilyUnderTest,
  type ListUnderTest,
  oneUrlOf,
  textOf,
  urlOf,
} from '../support/family.ts';
import { listOf, tick } from '../support/pages.ts';
import { familiesUnder } from '../support/suites.ts';
import { expect, test } from '../support/test.ts';
import { fillText, texts } from '../support/texts.ts';

const { kit } = texts.en;

interface ListContext {
  readonly page: Page;
  readonly family: FamilyUnderTest;
  readonly known: ListUnderTest;
  readonly list: ReturnType<typeof listOf>;
}

async function searches({ page, family, known, list }: ListContext): Promise<void> {
  const { text, finds } = known.search;
  await list.search.fill(text);
  await expect(list.rows).toHaveCount(finds.length);
  expect((await list.names()).toSorted()).toEqual([...finds].toSorted());
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(text);
  if (!family.thorough) return;
  await page.reload();
  await expect(list.rows).toHaveCount(finds.length);
  await expect(list.search).toHaveValue(text);
}

/** Both kinds of file hold the rows that the search left. */
async function exportsRows({ page, known: { search } }: ListContext): Promise<void> {
  for (const [item, ending] of [
    [kit.exportCsv, 'csv'],
    [kit.exportJson, 'json'],
  ] as const) {
    await page.getByRole('button', { name: kit.export, exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item, exact: true }).click()]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
    const content = readFileSync(await download.path(), 'utf8');
    for (const name of search.finds) expect(content).toContain(name);
    const records = ending === 'json' ? (JSON.parse(content) as unknown[]).length : content.trim().split('\n').length - 1;
    expect(records).toBe(search.finds.length);
  }
}

async function narrows({ page, family, list, known: { facet, count } }: ListContext): Promise<void> {
  if (!facet) return;
  await page.getByRole('main').getByRole('button', { name: facet.label, exact: true }).first().click();
  await tick(page.getByRole('checkbox', { name: facet.option, exact: true }));
  await expect(list.rows).toHaveCount(facet.count);
  await expect(page).toHaveURL(new RegExp(`[?&]f\\.${facet.id}=${facet.value}`));
  if (family.thorough) {
    await page.reload();
    await expect(list.rows).toHaveCount(facet.count);
  } else await page.keyboard.press('Escape');
  await page.getByRole('button', { name: fillText(kit.clearFilter, { column: facet.label }), exact: true }).click();
  await expect(list.rows).toHaveCount(count);
}

async function choosesColumns({ page, family, list, known: { hidden } }: ListContext): Promise<void> {
  if (!hidden) return;
  await expect(list.header(hidden.label)).toHaveCount(0);
  await page.getByRole('button', { name: kit.columns, exact: true }).click();
  await tick(page.getByRole('checkbox', { name: hidden.label, exact: true }));
  await expect(list.header(hidden.label)).toBeVisible();
  await page.keyboard.press('Escape');
  if (!family.thorough) return;
  await page.goto(urlOf(family));
  await expect(list.header(hidden.label)).toBeVisible();
}

async function sorts({ page, family, list, known: { sort } }: ListContext): Promise<void> {
  if (!sort) return;
  const { label, id, compare } = sort;
  await list.sort(label);
  await expect(list.header(label)).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(new RegExp(`[?&]sort=${id}`));
  const ascending = await list.column(label);
  expect(ascending).toEqual(ascending.toSorted(compare));
  await list.sort(label);
  await expect(list.header(label)).toHaveAttribute('aria-sort', 'descending');
  expect(await list.column(label)).toEqual(ascending.toSorted((a, b) => compare(b, a)));
  if (!family.detail) return;
  await list.table.locator('td.stick').getByRole('link').first().click();
  await expect(page.getByRole('navigation', { name: kit.tabs })).toBeVisible();
  await page.goBack();
  await expect(list.header(label)).toHaveAttribute('aria-sort', 'descending');
}

async function obeysKeys({ page, family, list, known: { count } }: ListContext): Promise<void> {
  await page.keyboard.press('/');
  await expect(list.search).toBeFocused();
  await page.keyboard.press('Escape');
  await list.rows.first().focus();
  const next = list.rows.nth(count > 1 ? 1 : 0);
  if (count > 1) await page.keyboard.press('ArrowDown');
  await expect(next).toBeFocused();
  if (!family.detail) return;
  const id = await next.getAttribute('data-id');
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).pathname).toBe(oneUrlOf(family, id ?? '').split('?')[0]);
}

for (const family of familiesUnder('list', 'documents')) {
  const { list: known } = family;
  if (!known) continue;
  const { many, what } = textOf(family);

  test.describe(`list of ${many}`, () => {
    test('is searched, exported, narrowed, arranged, sorted, and used by keyboard', async ({ page }) => {
      const list = listOf(page, family);
      const here = { page, family, known, list };
      await test.step('shows every one of the region', async () => {
        await list.goto();
        await expect(list.heading).toBeVisible();
        await expect(list.rows).toHaveCount(known.count);
        await expect(page.getByText(fillText(kit.rows, { n: known.count }), { exact: true })).toBeVisible();
      });
      await test.step('is searched, and the search stands in the URL', () => searches(here));
      await test.step('exports the rows shown', () => exportsRows(here));
      await test.step('tells nothing found from nothing there', async () => {
        await list.search.fill('no-such-thing');
        await expect(list.table.getByText(kit.noMatch, { exact: true })).toBeVisible();
        await page.getByRole('button', { name: kit.clearFilters, exact: true }).click();
        await expect(list.rows).toHaveCount(known.count);
      });
      await test.step('is narrowed by a column, kept by the URL, cleared again', () => narrows(here));
      await test.step('shows the columns that are chosen', () => choosesColumns(here));
      await test.step('sorts by what a column means, both ways', () => sorts(here));
      await test.step('is used by keyboard alone', () => obeysKeys(here));
    });

    test('says what went wrong, and what is not there', async ({ page, sim, watched }) => {
      watched.allow(422, 502);
      const list = listOf(page, family);
      const { empty = what } = known;
      const fail = { action: actionOf(family, 'list'), kind: 'error', code: 'UnauthorizedOperation', times: null } as const;
      await test.step('an error in the place of the rows', async () => {
        if (!family.thorough && empty !== false) await sim.reset('empty');
        await sim.fault(fail);
        await list.goto();
        await expect(list.table.getByText(fillText(kit.listFailed, { what: many }))).toBeVisible();
        await expect(list.table.getByText('UnauthorizedOperation', { exact: true })).toBeVisible();
        // Refusals of the 2017 generation carry no request id.
        const numbered = actionNameOf(family, 'list').startsWith('vpc:');
        await expect(list.table.getByText(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)).toHaveCount(numbered ? 1 : 0);
      });
      await test.step('and another try', async () => {
        await sim.clearFaults();
        await list.table.getByRole('button', { name: kit.retry, exact: true }).click();
        if (family.thorough || empty === false) await expect(list.rows).toHaveCount(known.count);
      });
      if (empty === false) return;
      await test.step('an account that has none is told what they are, and offered to make one', async () => {
        if (family.thorough) {
          await sim.reset('empty');
          await list.goto();
        }
        await expect(list.table.getByText(empty)).toBeVisible();
        await expect(list.rows).toHaveCount(0);
        if (!family.create) return;
        const title = createTitle(family);
        await list.table.getByRole('link', { name: title, exact: true }).click();
        await expect(page.getByRole('dialog', { name: title, exact: true })).toBeVisible();
      });
    });
  });
}
