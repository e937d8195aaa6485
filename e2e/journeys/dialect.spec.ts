/** An account that speaks the API of today: the same lists, pages, forms and deletions read as they do under the documents'. */
import type { Page } from '@playwright/test';
import { natGateway } from '../families/nat-gateway.ts';
import { peering } from '../families/peering.ts';
import { changesOne } from '../support/edit.ts';
import { createTitle, type FamilyUnderTest } from '../support/family.ts';
import { deleteItem, deletionOf, formOf, listOf } from '../support/pages.ts';
import { startProduct } from '../support/product.ts';
import { test as base, expect } from '../support/test.ts';
import { texts } from '../support/texts.ts';

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

const { kit, shell } = texts.en;

/** Services that the page asks, by "service/Action". */
function callsOf(page: Page): string[] {
  const calls: string[] = [];
  page.on('request', (request) => {
    const call = /\/api\/call\/([^?]+)$/.exec(request.url())?.[1];
    if (call !== undefined) calls.push(decodeURIComponent(call));
  });
  return calls;
}

const both: readonly [FamilyUnderTest, string][] = [
  [natGateway, 'vpc/DescribeNatGateways'],
  [peering, 'vpc/DescribeVpcPeeringConnections'],
];

for (const [family, listed] of both) {
  test(`${family.family}: list, page, change, form and deletion`, async ({ page, watched }) => {
    watched.allow(422); // A deletion is followed by the state of its row, which is gone at the end.
    const calls = callsOf(page);
    const list = listOf(page, family);
    await test.step('the list', async () => {
      await list.goto();
      await expect(list.rows).toHaveCount(family.list?.count ?? 0);
      expect(calls).toContain(listed);
      const { text = '', finds = [] } = family.list?.search ?? {};
      await list.search.fill(text);
      await expect(list.rows).toHaveCount(finds.length);
      expect((await list.names()).toSorted()).toEqual([...finds].toSorted());
      await list.search.fill('');
    });
    await test.step('a page, and the call that it makes', async () => {
      await list.link(family.detail?.name ?? '').click();
      for (const value of family.detail?.shows ?? []) await expect(page.getByRole('main').getByText(value).first()).toBeVisible();
      await page.getByRole('button', { name: kit['call.show'], exact: true }).click();
      await expect(page.getByText(`X-TC-Action: ${listed.split('/')[1]}`).first()).toBeVisible();
      await page.keyboard.press('Escape');
    });
    await test.step('a change', async () => {
      await list.goto();
      await list.link(family.edit?.name ?? family.detail?.name ?? '').click();
      if (family.edit) await changesOne(page, family, family.edit);
    });
    await test.step('a deletion', async () => {
      const free = String(family.remove?.free === family.edit?.name ? family.edit?.value : family.remove?.free);
      await list.goto();
      await list.act(free, deleteItem(family));
      const { confirm } = deletionOf(page, family);
      await expect(confirm).not.toHaveAttribute('aria-disabled', 'true');
      await confirm.click();
      await expect(list.row(free)).toHaveCount(0);
    });
    await test.step('a form', async () => {
      await list.create.click();
      const form = formOf(page, createTitle(family));
      await form.fill(family.create?.fields ?? {});
      await form.submit.click();
      await expect(form.panel).toHaveCount(0);
      await expect(list.row(family.create?.name ?? '')).toBeVisible();
    });
    expect(calls.filter((call) => call.startsWith('vpc2017/'))).toEqual([]);
  });
}

test('what today’s API has no action for says so in its place; the account says what it speaks', async ({ page }) => {
  await page.goto('/network-acls?region=ap-guangzhou');
  await expect(page.getByRole('main').getByText(kit.notInDialect).first()).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`^${shell.account}:`) }).click();
  await expect(page.getByRole('menuitemradio').first()).toContainText(shell['dialect.today']);
});
