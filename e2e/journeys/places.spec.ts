/** Account, region, language and theme: where one is stands in the URL, how one likes it is remembered. */
import { vpc } from '../families/vpc.ts';
import { listOf } from '../support/pages.ts';
import { token } from '../support/product.ts';
import { expect, test } from '../support/test.ts';
import { capital, messagesOf, texts } from '../support/texts.ts';

test('the region and the account stand in every address', async ({ page }) => {
  const list = listOf(page, vpc);
  await list.goto();
  await page.getByRole('button', { name: new RegExp(`^${texts.en.shell.region}:`) }).click();
  await page.getByRole('menuitemradio', { name: /Beijing/ }).click();
  await expect(page).toHaveURL(/region=ap-beijing/);
  await expect(list.link('ml-training')).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`^${texts.en.shell.account}:`) }).click();
  await page.getByRole('menuitemradio', { checked: false }).first().click();
  await expect(page).toHaveURL(/account=/);
  await expect(list.link('ml-training')).toHaveCount(0);
  await page.goBack();
  await expect(list.link('ml-training')).toBeVisible();
});

test('a URL names one place, and no other is shown for it', async ({ page, product, watched }) => {
  const { shell } = texts.en;
  // The simulated cloud has the regions of the documents only, and says so itself.
  watched.allow(400, 422);
  await page.goto('/vpcs?region=ap-hongkong');
  await expect(page.getByRole('button', { name: new RegExp(`^${shell.region}: Hong Kong`) })).toBeVisible();
  await expect(page.getByRole('link', { name: 'production', exact: true })).toHaveCount(0);
  for (const [query, title] of [
    ['region=mars', messagesOf('aside')['unknown.region'].replace('{name}', 'mars')],
    ['account=nobody&region=ap-guangzhou', messagesOf('aside')['unknown.account'].replace('{name}', 'nobody')],
  ] as const) {
    await page.goto(`/vpcs?${query}`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
  }
  // The own account by its number is the default account.
  const facts = (await (
    await page.request.get(`${product.url}/api/console`, { headers: { 'X-Weft': '1', Authorization: `Bearer ${token}` } })
  ).json()) as {
    accounts: { uin: string }[];
  };
  await page.goto(`/topology?account=${facts.accounts[0]?.uin}`);
  await expect(page.getByRole('button', { name: /^production, VPC/ })).toBeVisible();
});

test('the palette opens a resource where it is', async ({ page }) => {
  const list = listOf(page, vpc);
  await list.goto('', 'ap-beijing');
  await expect(list.link('ml-training')).toBeVisible();
  await list.walk('', 'ap-guangzhou');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: texts.en.shell.commands, exact: true }).fill('ml-training');
  await page
    .getByRole('option', { name: /ml-training.*ap-beijing/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/vpcs\/vpc-\w+\?region=ap-beijing/);
  await expect(page.getByRole('heading', { level: 1, name: 'ml-training' })).toBeVisible();
});

test('a change of language and theme is kept', async ({ page }) => {
  const list = listOf(page, vpc);
  await list.goto();
  await page.getByRole('button', { name: texts.en.shell.settings, exact: true }).click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await expect(page.getByRole('heading', { level: 1, name: capital(texts.zh.vpc.many), exact: true })).toBeVisible();
  await page.getByRole('button', { name: texts.zh.shell.settings, exact: true }).click();
  await page.getByRole('menuitemradio', { name: texts.zh.shell['theme.dark'], exact: true }).click();
  await expect(page.locator('html')).toHaveCSS('color-scheme', /dark/);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('html')).toHaveCSS('color-scheme', /dark/);
});

test('only what a page needs is loaded', async ({ page }) => {
  const loaded: string[] = [];
  page.on('response', (response) => loaded.push(new URL(response.url()).pathname));
  await listOf(page, vpc).goto();
  await expect(listOf(page, vpc).rows).toHaveCount(vpc.list.count);
  const scripts = loaded.filter((path) => path.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(1);
  expect(scripts.filter((path) => /overview|forms|sign-in|confirm-dialog|virtual/i.test(path))).toEqual([]);
});
