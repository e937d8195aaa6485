/**
 * The suites for list, page, form, deletion and accessibility under the API of today, on one loaded page for each family:
 * what the documents' accounts show is shown, and what today's API has nothing for says so.
 */
import type { Page } from '@playwright/test';
import { families } from '../families/index.ts';
import { clean } from '../support/axe.ts';
import { changesOne } from '../support/edit.ts';
import { createTitle, type FamilyUnderTest, textOf, urlOf } from '../support/family.ts';
import { deleteItem, deletionOf, formOf, listOf, walk } from '../support/pages.ts';
import { familiesUnder, todaysAction } from '../support/suites.ts';
import { texts } from '../support/texts.ts';
import { expect, test } from '../support/todays.ts';

const { kit, shell } = texts.en;

interface Story {
  readonly page: Page;
  readonly family: FamilyUnderTest;
  readonly list: ReturnType<typeof listOf>;
}

async function lists({ page, family: { list: known, ...family }, list }: Story): Promise<void> {
  if (!known) return;
  // Axe looks at every cell.
  await list.goto('&size=20');
  await expect(list.rows).toHaveCount(Math.min(20, known.count));
  await clean(page, 'list', 'html', false);
  if (known.count > 20) await list.walk();
  await expect(list.rows).toHaveCount(known.count);
  await list.search.fill(known.search.text);
  await expect(list.rows).toHaveCount(known.search.finds.length);
  expect((await list.names()).toSorted(), family.family).toEqual([...known.search.finds].toSorted());
  await list.search.fill('');
  await expect(list.rows).toHaveCount(known.count);
}

/** The button that would make one says why it cannot be used. */
async function cannotMake({ page, family }: Story): Promise<void> {
  const button = page
    .getByRole('main')
    .getByRole('button', { name: createTitle(family), exact: true })
    .first();
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await button.hover();
  await expect(button).toHaveAccessibleDescription(kit.notInDialect);
}

async function makes({ page, family, list }: Story): Promise<void> {
  const { create } = family;
  if (!create) return;
  if (todaysAction(family, 'create') === undefined) return cannotMake({ page, family, list });
  const count = await list.rows.count();
  await list.create.click();
  const form = formOf(page, createTitle(family));
  await expect(form.panel).toBeVisible();
  await create.prepare?.(form);
  await form.fill(create.fields);
  for (const { set, field, says } of create.refused ?? []) {
    await form.fill(set);
    await form.submit.click();
    await expect(form.field(field)).toHaveAccessibleDescription(says);
    for (const label of Object.keys(set)) await form.fill({ [label]: create.fields[label] ?? '' });
    await expect(form.field(field)).not.toHaveAttribute('aria-invalid', 'true');
  }
  await clean(page, 'form', 'dialog', false);
  await form.submit.click();
  await expect(form.panel).toHaveCount(0);
  await expect(list.rows).toHaveCount(count + (create.adds ?? 1));
  if (create.name !== undefined) await expect(list.row(create.name)).toBeVisible();
}

async function shows({ page, family, list }: Story): Promise<void> {
  const { detail, edit } = family;
  const isChanged = edit !== undefined && todaysAction(family, 'update') !== undefined;
  if (!detail) {
    if (isChanged) await changesOne(page, family, edit);
    return;
  }
  await list.link(detail.name).click();
  await expect(page.getByRole('heading', { level: 1, name: detail.heading ?? detail.name, exact: true })).toBeVisible();
  for (const value of detail.shows) await expect(page.getByRole('main').getByText(value).first()).toBeVisible();
  await page.getByRole('button', { name: kit['call.show'], exact: true }).click();
  await expect(page.getByText(`X-TC-Action: ${todaysAction(family, 'list')}`).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await clean(page, 'page', 'main', false);
  const bar = page.getByRole('navigation', { name: kit.tabs });
  const { pathname } = new URL(page.url());
  for (const tab of detail.tabs ?? []) {
    await bar.locator(`a[href^="${pathname}/${tab}?"]`).click();
    await expect(bar.locator('[aria-current=page]')).toHaveAttribute('href', new RegExp(`/${tab}\\b`));
    await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0);
  }
  if (!isChanged) return;
  if (edit.name !== undefined && edit.name !== detail.name) {
    await list.walk();
    await list.link(edit.name).click();
  }
  await changesOne(page, family, edit);
}

async function isHeld({ page, family }: Story, { because, by = [] }: { because: RegExp; by?: readonly string[] }): Promise<void> {
  const { dialog, confirm, cancel } = deletionOf(page, family);
  await expect(dialog.getByText(because)).toBeVisible();
  for (const name of by) await expect(dialog.getByRole('link', { name, exact: true })).toBeVisible();
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await cancel.click();
  await expect(dialog).toHaveCount(0);
}

async function deletes({ page, family, list }: Story): Promise<void> {
  const { remove, edit, detail } = family;
  if (!remove || todaysAction(family, 'delete') === undefined) return;
  /** One has another name since it was changed. */
  const now = (key: string): string =>
    edit && edit.field === undefined && todaysAction(family, 'update') && key === (edit.name ?? detail?.name) ? edit.value : key;
  const { dialog, confirm } = deletionOf(page, family);
  const { blocked } = remove;
  if (blocked) {
    await list.walk();
    await list.act(now(blocked.name), deleteItem(family));
    await isHeld({ page, family, list }, blocked);
  }
  const free = now(remove.free);
  await list.walk('', remove.freeRegion);
  await list.act(free, deleteItem(family));
  await expect(confirm).not.toHaveAttribute('aria-disabled', 'true');
  await clean(page, 'question of deletion', 'dialog', false);
  await confirm.click();
  await expect(dialog).toHaveCount(0);
  if (remove.stays === undefined) await expect(list.row(free)).toHaveCount(0);
  else await expect(list.row(free).getByText(remove.stays)).toBeVisible();
}

for (const family of familiesUnder('list', 'today')) {
  const isListed = todaysAction(family, 'list') !== undefined;

  test(`${textOf(family).many}: ${isListed ? 'list, form, page, change and deletion' : 'why there are none'}`, async ({
    page,
    watched,
  }) => {
    test.slow(); // Axe looks at four views.
    watched.allow(422); // A deletion is followed by the state of its row, which is gone at the end.
    const list = listOf(page, family);
    const story = { page, family, list };
    if (!isListed) {
      await page.goto(urlOf(family));
      await expect(page.getByRole('main').getByText(kit.notInDialect).first()).toBeVisible();
      if (family.create) await cannotMake(story);
      return;
    }
    await test.step('the list', () => lists(story));
    await test.step('its form', () => makes(story));
    await test.step('a page, and a change', () => shows(story));
    await test.step('a deletion', () => deletes(story));
  });
}

test('pages that are no list open, and the account says what it speaks', async ({ page, watched }) => {
  watched.allow(422);
  await page.goto('/?region=ap-guangzhou');
  await expect(page.getByRole('main').getByRole('table').first()).toBeVisible();
  const others = [...families.filter(({ list }) => !list).map((family) => urlOf(family)), ...['/topology', '/reachability', '/addresses']];
  for (const url of others) {
    await walk(page, url.includes('?') ? url : `${url}?region=ap-guangzhou`);
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0);
    await expect(page.getByRole('main')).not.toContainText(shell['failure.title']);
  }
  await page.getByRole('button', { name: new RegExp(`^${shell.account}:`) }).click();
  await expect(page.getByRole('menuitemradio').first()).toContainText(shell['dialect.today']);
});
