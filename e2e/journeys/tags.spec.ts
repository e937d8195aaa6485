/** Tags under today: given at creation, shown, narrowed by, edited on one and on several; under the documents nowhere offered. */
import type { Page } from '@playwright/test';
import { subnet } from '../families/subnet.ts';
import { vpc } from '../families/vpc.ts';
import { createTitle } from '../support/family.ts';
import { actOnPage, formOf, listOf } from '../support/pages.ts';
import { startProduct } from '../support/product.ts';
import { test as base, expect } from '../support/test.ts';
import { fillText, messagesOf, texts } from '../support/texts.ts';

const { kit, ui } = texts.en;
const tags = messagesOf('tags');

const test = base.extend<object, object>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern
    async ({}, use) => {
      const product = await startProduct({ env: { WEFT_DIALECT: 'today' } });
      await use(product);
      await product.stop();
    },
    { scope: 'worker' },
  ],
});

/** The dialog that edits tags, of whatever. */
const tagsOf = (page: Page) => page.getByRole('dialog').filter({ has: page.getByRole('button', { name: tags.apply, exact: true }) });

async function addTag(page: Page, key: string, value: string): Promise<void> {
  const dialog = tagsOf(page);
  await dialog.getByRole('button', { name: tags.add, exact: true }).click();
  await dialog.getByLabel(fillText(tags.keyOf, { n: 1 }), { exact: true }).fill(key);
  await dialog.getByLabel(fillText(tags.valueOfNew, { n: 1 }), { exact: true }).fill(value);
  await dialog.getByRole('button', { name: tags.apply, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

test('tags come with a new resource, stand in the list, narrow it, and are edited on its page', async ({ page }) => {
  const list = listOf(page, vpc);
  await test.step('at creation', async () => {
    await list.goto();
    await list.create.click();
    const form = formOf(page, createTitle(vpc));
    await form.fill({ Name: 'tagged', 'IPv4 range': '10.77.0.0/16' });
    await form.panel.getByRole('button', { name: tags.add, exact: true }).click();
    await form.panel.getByLabel(fillText(tags.keyOf, { n: 1 }), { exact: true }).fill('env');
    await form.panel.getByLabel(fillText(tags.valueOfNew, { n: 1 }), { exact: true }).fill('prod');
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    await expect(list.row('tagged').getByText('env: prod')).toBeVisible();
  });
  await test.step('narrowed', async () => {
    await list.goto('&f.TagSet=env%3Dprod');
    await expect(list.rows).toHaveCount(1);
  });
  await test.step('on its page', async () => {
    await list.link('tagged').click();
    await expect(page.getByRole('heading', { level: 1, name: 'tagged', exact: true })).toBeVisible();
    await expect(page.getByRole('main').getByText('env: prod')).toBeVisible();
    await actOnPage(page, tags.edit);
    await addTag(page, 'owner', 'net');
    await expect(page.getByRole('main').getByText('owner: net')).toBeVisible();
    await expect(page.getByRole('main').getByText('env: prod')).toBeVisible();
  });
});

test('tags are edited on several at once; what is not touched stays', async ({ page }) => {
  const list = listOf(page, subnet);
  await list.goto();
  const [first = '', second = ''] = await list.ids();
  for (const id of [first, second]) await list.row(id).getByRole('checkbox').click();
  const bar = page.getByRole('region', { name: kit.selection });
  await bar.getByRole('button', { name: tags.edit, exact: true }).click();
  await addTag(page, 'team', 'web');
  for (const id of [first, second]) await expect(list.row(id).getByText('team: web')).toBeVisible();
  await bar.getByRole('button', { name: tags.edit, exact: true }).click();
  await expect(tagsOf(page).getByText(fillText(tags.on, { n: 2, total: 2 }))).toBeVisible();
  await tagsOf(page)
    .getByRole('button', { name: fillText(tags.remove, { key: 'team' }) })
    .click();
  await tagsOf(page).getByRole('button', { name: tags.apply, exact: true }).click();
  await expect(list.row(first).getByText('team: web')).toHaveCount(0);
  await expect(page.getByRole('dialog').getByRole('button', { name: ui.cancel })).toHaveCount(0);
});
